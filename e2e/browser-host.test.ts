import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CompiledModule } from "../src/engine/host.ts";
import { createCompiler } from "../src/hosts/node/compile/compiler.ts";
import { launch } from "./chromium.ts";

let browser: Browser;
let server: Server;
let url: string;
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

async function bundle(entry: string): Promise<string> {
  // Platform "browser" refuses every module of Node: the engine must not need one.
  const result = await build({ entryPoints: [path(entry)], bundle: true, format: "esm", platform: "browser", write: false, logLevel: "silent" });
  return result.outputFiles[0]?.text as string;
}

async function compile(script: string): Promise<{ entry: string; modules: CompiledModule[] }> {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-browser-"));
  const entry = join(folder, "app.ts");
  writeFileSync(entry, script);
  const result = await createCompiler().compile(entry, { magic: true });
  if ("error" in result) throw new Error(result.error.message);
  return { entry, modules: [result.module] };
}

beforeAll(async () => {
  const files: Record<string, [string, string]> = {
    "/worker.js": ["text/javascript", await bundle("../src/hosts/browser/worker.ts")],
    "/driver.js": ["text/javascript", await bundle("./browser-host-page.ts")],
    "/": ["text/html", '<!doctype html><title>worker</title><script type="module" src="/driver.js"></script>'],
  };
  server = createServer((request, response) => {
    const file = files[request.url ?? ""];
    response.writeHead(file ? 200 : 404, { "content-type": file?.[0] ?? "text/plain" }).end(file?.[1] ?? "");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

declare const app: { failures: string[]; texts(): string[]; kinds(): string[]; click(label: string): void; set(label: string, value: unknown): void };

async function open(script: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction("globalThis.startDriver");
  await page.evaluate(
    (start) => void Object.assign(globalThis, { app: (globalThis as never as { startDriver(s: unknown): unknown }).startDriver(start) }),
    await compile(script),
  );
  return page;
}

test("the same script runs with no server, in a Web Worker: values, state, awaits and superseding", async () => {
  const page = await open(`
    import st from "rivulet";
    const s = st.sessionState.init({ runs: 0, clicks: 0 });
    s.runs += 1;
    const name = st.textInput("Name", "nobody");
    if (st.button("Add", { onClick: async () => { await Promise.resolve(); s.clicks += 1; } })) st.text("added");
    const box = st.container();
    await new Promise((done) => setTimeout(done, 30));
    box.text(\`hello \${name}\`);
    try { await Promise.reject(new Error("late")); } catch { st.text(\`clicks \${s.clicks}\`); }
    \`magic \${1 + 1}\`;
  `);
  await page.waitForFunction(() => app.kinds().length > 4);
  await page.waitForFunction(() => app.texts().includes("clicks 0"), undefined, { timeout: 4000 });
  await page.evaluate(() => {
    for (let i = 0; i < 10; i += 1) app.click("Add");
  });
  await page.waitForFunction(() => app.texts().includes("clicks 10"), undefined, { timeout: 10_000 });
  await page.evaluate(() => {
    app.set("Name", "a");
    app.set("Name", "Ada");
  });
  await page.waitForFunction(() => app.texts().includes("hello Ada"));
  expect(await page.evaluate(() => app.failures)).toEqual([]);
  expect(await page.evaluate(() => app.texts().filter((text) => text.startsWith("hello")))).toEqual(["hello Ada"]);
  await page.close();
});
