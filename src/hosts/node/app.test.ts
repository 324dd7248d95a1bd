import { writeFileSync } from "node:fs";
import { join } from "node:path";

import { afterEach, beforeAll, expect, test } from "vitest";

import { bundleThreads } from "./testing/bundle.ts";
import { hello, openPage, type Page } from "./testing/page.ts";
import { click, clicked, shown, texts } from "./testing/screen.ts";
import { serve, type ServeOptions, type TestServer } from "./testing/serve.ts";

beforeAll(async () => void (await bundleThreads()));
const running: TestServer[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function start(files: Record<string, string>, more: ServeOptions = {}): Promise<TestServer> {
  const server = await serve({ ...more, files, more: { threads: await bundleThreads(), ...more.more } });
  running.push(server);
  return server;
}

const COUNTER = `
import st from "rivulet";
const state = st.sessionState.init({ n: 0 });
if (st.button("more")) state.n += 1;
if (st.button("stuck")) new Function("for (;;);")();
if (st.button("loop")) for (;;);
if (st.button("exit")) process.exit(1);
st.text(\`n is \${state.n}\`);
`;

test("a script runs in its thread, keeps state between clicks, and sess-009 two pages never mix", async () => {
  const server = await start({ "app.ts": COUNTER });
  const [a, b] = [await openPage(server.url), await openPage(server.url)];
  for (const page of [a, b]) await page.next("finished");
  await clicked(a, "more");
  await clicked(a, "more");
  await clicked(b, "more");
  expect([texts(a), texts(b)]).toEqual([["n is 2"], ["n is 1"]]);
});

test("a session stuck where no flag is read is ended by Stop, and nine others go on with state, screen and values", async () => {
  const server = await start({ "app.ts": COUNTER }, { more: { timing: { patience: 500, warnAfter: 400, moveAfter: 2000, tellAfter: 60_000, every: 25 } } });
  const pages: Page[] = [];
  for (let index = 0; index < 10; index++) {
    const page = await openPage(server.url);
    await page.next("finished");
    await clicked(page, "more");
    pages.push(page);
  }
  // What must be kept is told after the reply.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const [stuck, ...others] = pages as [Page, ...Page[]];
  click(stuck, "stuck");
  await stuck.next("started");
  // Long enough to be inside the loop: before it, the flag would still be read.
  await new Promise((resolve) => setTimeout(resolve, 300));
  stuck.send({ type: "stop" });
  expect((await stuck.next("finished")).outcome).toBe("stopped");
  expect((await stuck.next("notice")).message).toContain("never gave way");
  for (const page of others) {
    await clicked(page, "more");
    expect(texts(page)).toEqual(["n is 2"]);
  }
  await clicked(stuck, "more");
  expect(texts(stuck)).toEqual(["n is 2"]);
}, 30_000);

test("an endless loop of the script itself ends at once by Stop and costs no thread", async () => {
  const server = await start({ "app.ts": COUNTER });
  const page = await openPage(server.url);
  await page.next("finished");
  click(page, "loop");
  await page.next("started");
  page.send({ type: "stop" });
  expect((await page.next("finished", 15_000)).outcome).toBe("stopped");
  expect(server.log.filter((line) => line.includes("thread"))).toEqual([]);
});

test("process.exit in a script is shown as an error of its run, and everybody goes on", async () => {
  const server = await start({ "app.ts": COUNTER });
  const page = await openPage(server.url);
  await page.next("finished");
  await clicked(page, "exit");
  expect(shown(page).find((node) => node.kind === "exception")?.message).toContain("st.stop()");
  await clicked(page, "more");
  expect(texts(page)).toEqual(["n is 1"]);
});

const MODULES = {
  "app.ts": 'import st from "rivulet";\nimport { word } from "./helper.ts";\nst.text(word);\n',
  "helper.ts": 'export const word: string = "one";\n',
};

test("wat-003 a saved module is told to pages and takes effect at the next run, an unrelated file is not", async () => {
  const server = await start({ ...MODULES, "data.csv": "1" });
  const page = await openPage(server.url);
  await page.next("finished");
  await new Promise((resolve) => setTimeout(resolve, 300));
  writeFileSync(join(server.folder, "data.csv"), "2");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(page.heard.some((message) => message.type === "scriptChanged")).toBe(false);
  writeFileSync(join(server.folder, "helper.ts"), 'export const word: string = "two";\n');
  await page.next("scriptChanged");
  expect(texts(page)).toEqual(["one"]);
  page.send({ type: "rerun", seq: 1 });
  while ((await page.next("finished")).seq < 1);
  expect(texts(page)).toEqual(["two"]);
});

test("with rerun on save a syntax error keeps the screen and is reported, and mending it takes the report back", async () => {
  const server = await start(MODULES, { flags: { "server.runOnSave": "true" } });
  const page = await openPage(server.url);
  await page.next("finished");
  await new Promise((resolve) => setTimeout(resolve, 300));
  const file = join(server.folder, "app.ts");
  writeFileSync(file, `${MODULES["app.ts"]}const = 1;\n`);
  const { error } = await page.next("compileError");
  expect(error?.frames?.[0]?.line).toBe(4);
  expect(texts(page)).toEqual(["one"]);
  writeFileSync(file, `${MODULES["app.ts"]}st.text("mended");\n`);
  expect((await page.next("compileError")).error).toBeNull();
  await page.next("finished");
  expect(texts(page)).toEqual(["one", "mended"]);
});

test("a run that holds its thread while another session waits is logged with the line that does", async () => {
  const script = `import st from "rivulet";
if (st.button("busy")) {
  const end = Date.now() + 1500;
  while (Date.now() < end) Math.sqrt(2);
}
st.text("here");
`;
  const server = await start({ "app.ts": script }, { more: { timing: { patience: 5000, warnAfter: 300, moveAfter: 10_000, tellAfter: 60_000, every: 25 } } });
  const [a, b] = [await openPage(server.url), await openPage(server.url)];
  for (const page of [a, b]) await page.next("finished");
  click(a, "busy");
  await new Promise((done) => setTimeout(done, 100));
  b.send({ type: "rerun", seq: 1 });
  expect(await server.logged("holds its thread at")).toMatch(/app\.ts:4:\d+: while \(Date\.now\(\) < end\) Math\.sqrt\(2\);/);
});

test("a script that posts messages of its own through its thread's port, or floods it with rejections, harms nobody", async () => {
  const script = `import { parentPort } from "node:worker_threads";
import st from "rivulet";
for (const message of [null, { type: "batch", items: 5 }, { type: "unknown" }, "text"]) parentPort?.postMessage(message);
if (st.button("flood")) for (let i = 0; i < 5000; i++) Promise.reject(new Error("stray " + i));
st.text("drawn");
`;
  const server = await start({ "app.ts": script });
  const page = await openPage(server.url);
  await page.next("finished");
  await clicked(page, "flood");
  await server.logged("left out from here on");
  expect(page.heard.filter((message) => message.type === "notice").length).toBeLessThanOrEqual(20);
  const other = await openPage(server.url);
  await other.next("finished");
  expect(texts(other)).toEqual(["drawn"]);
});

test("a page that comes back without the last patches shows its inputs at what the person chose", async () => {
  const server = await start({ "app.ts": 'import st from "rivulet";\nst.text(st.textInput("Name"));\n' });
  const page = await openPage(server.url);
  await page.next("finished");
  const id = shown(page).find((node) => node.label === "Name")?.widget?.id as string;
  await page.rerun({ values: { [id]: "Ada" } });
  const { session } = page.heard.find((message) => message.type === "welcome") as { session: string };
  page.drop();
  await page.closed;
  const back = await openPage(server.url, hello({ session }));
  const { ops } = await back.next("patch");
  expect(ops.flatMap((op) => (op.op === "value" ? [op.value] : []))).toEqual(["Ada"]);
});
