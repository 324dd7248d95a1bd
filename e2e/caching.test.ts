import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { script, serveApp } from "./serve.ts";
import { visitor } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});

test("cache-012 a synchronous function shows its spinner while it holds the thread, and takes it away", async () => {
  const gate = join(mkdtempSync(join(tmpdir(), "rivulet-gate-")), "open");
  const app = await serveApp(
    script(`
import { existsSync } from "node:fs";
import st from "rivulet";
const slow = st.cacheData(function slow(n: number) {
  while (!existsSync(${JSON.stringify(gate)}));
  return n;
});
st.text("before");
st.text("the result is " + slow(7));
`),
  );
  const { page, close } = await visitor(browser, app.url);
  try {
    const spinner = page.getByTestId("stSpinner");
    await spinner.getByText("Running slow(...).").waitFor();
    await page.getByText("before").waitFor();
    writeFileSync(gate, "");
    await page.getByText("the result is 7").waitFor();
    expect(await spinner.count()).toBe(0);
  } finally {
    await close();
    await app.stop();
  }
});
