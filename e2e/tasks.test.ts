import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { script, serveApp } from "./serve.ts";
import { visitor } from "./visitor.ts";

const COUNTING = `
import st from "rivulet";
const count = st.task("count", async ({ progress, log }, steps: number) => {
  for (let step = 1; step <= steps; step += 1) {
    await new Promise((done) => setTimeout(done, 100));
    log(String(step));
    progress(step / steps);
  }
  return steps;
});
if (st.button("Start")) count.start(30);
st.text(count.state + ": " + count.log.join(" "));
`;

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

test("a task goes on while the page is not connected, and the page is told once it is back", async () => {
  const app = await serveApp(script(COUNTING));
  const visit = await visitor(browser, "about:blank");
  try {
    const { page } = visit;
    await page.addInitScript(() => {
      const Plain = globalThis.WebSocket;
      const sockets: WebSocket[] = [];
      Object.assign(globalThis, {
        sockets,
        WebSocket: class extends Plain {
          constructor(...args: ConstructorParameters<typeof WebSocket>) {
            super(...args);
            sockets.push(this);
          }
        },
      });
    });
    await page.goto(app.url);
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByText("running: 1 2 3").waitFor();
    const before = await page.evaluate(() => {
      const { sockets } = globalThis as unknown as { sockets: WebSocket[] };
      for (const socket of sockets) socket.close();
      return sockets.length;
    });
    await page.getByText(/^done: 1 2 3 .* 29 30$/).waitFor({ timeout: 10_000 });
    expect(await page.evaluate(() => (globalThis as unknown as { sockets: WebSocket[] }).sockets.length)).toBeGreaterThan(before);
  } finally {
    await visit.close();
    await app.stop();
  }
});

test("the example draws how far its task is, lets other inputs work meanwhile, and can be cancelled", async () => {
  const app = await serveApp(fileURLToPath(new URL("../examples/task.ts", import.meta.url)));
  const visit = await visitor(browser, app.url);
  try {
    const { page } = visit;
    await page.getByRole("button", { name: "Throw" }).click();
    await page.getByText(/π is about 3\.1/).waitFor();
    const slider = page.getByRole("slider", { name: "Move me" });
    await slider.press("ArrowRight");
    await page.getByText("Everything else goes on as usual meanwhile: 51").waitFor({ timeout: 2000 });
    expect(await page.getByText(/π is about 3\.1/).count()).toBe(1);
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Cancelled.").waitFor();
    await expect.poll(() => page.getByRole("button", { name: "Throw" }).isEnabled()).toBe(true);
    expect(visit.troubles).toEqual([]);
    expect(await visit.violations()).toEqual([]);
  } finally {
    await visit.close();
    await app.stop();
  }
});
