import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { afterEach, expect, test } from "vitest";

import { openPage } from "../src/hosts/node/testing/page.ts";
import { connectDebugger } from "./debugger.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";

const SOURCE = `import st from "rivulet";
import { twice } from "./twice.ts";

interface Row {
  price: number;
}

const rows: Row[] = [
  { price: 1 },
  { price: 2 },
];

st.button("Go", {
  onClick: () => {
    const clicked: string = "by hand";
    st.toast(clicked);
  },
});

const Part = st.fragment(() => {
  const inside = rows.length;
  st.text(String(inside));
});
Part();

st.text(String(twice(rows[1]?.price ?? 0)));
`;
const TWICE = `type Amount = number;

export function twice(amount: Amount): Amount {
  const result = amount * 2;
  return result;
}
`;

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function run(...options: string[]): Promise<{ app: RunningApp; file: string; twice: string; inspector: string }> {
  const path = script(SOURCE);
  writeFileSync(join(dirname(path), "twice.ts"), TWICE);
  const app = await serveApp(path, ...options);
  ends.push(() => app.stop());
  const listening = () => /Debugger listening on (ws:\S+)/.exec(app.output())?.[1];
  await expect.poll(listening, { timeout: 20_000 }).toBeDefined();
  return { app, file: pathToFileURL(path).href, twice: pathToFileURL(join(dirname(path), "twice.ts")).href, inspector: listening() as string };
}

test("with --inspect a debugger stops in the script, in what it imports, in callbacks and in fragments", async () => {
  const { app, file, twice, inspector } = await run("--inspect=127.0.0.1:0");
  const tool = await connectDebugger(inspector);
  ends.push(() => tool.close());
  for (const [url, line] of [
    [file, 8],
    [file, 15],
    [file, 21],
    [twice, 4],
  ] as const)
    await tool.stopAt(url, line);
  const page = await openPage(app.url.replace(/\/$/, ""));
  ends.push(() => page.drop());

  const first = await tool.paused();
  expect([first.url, first.line]).toEqual([file, 8]);
  await tool.go();
  const part = await tool.paused();
  expect([part.url, part.line, await part.evaluate("rows[1].price")]).toEqual([file, 21, 2]);
  await tool.go();
  const imported = await tool.paused();
  expect([imported.url, imported.line, await imported.evaluate("amount")]).toEqual([twice, 4, 2]);
  await tool.go();
  await page.next("finished", 20_000);

  const button = page.heard.flatMap((message) => (message.type === "patch" ? message.ops : [])).find((op) => op.op === "insert" && op.kind === "button");
  if (button?.op !== "insert") throw new Error("There is no button.");
  const { decode } = await import("../src/protocol/codec.ts");
  const { widget } = decode(button.props) as { widget: { id: string } };
  page.send({ type: "rerun", seq: 1, triggers: { [widget.id]: true } });
  const callback = await tool.paused();
  expect([callback.url, callback.line]).toEqual([file, 15]);
  for (let stops = 0; stops < 4; stops += 1) {
    await tool.go();
    if (stops < 3) await tool.paused();
  }
  await page.next("finished", 20_000);
});

test("a script that a debugger holds is not taken for one that is stuck", async () => {
  const { app, file, inspector } = await run("--inspect=127.0.0.1:0");
  const tool = await connectDebugger(inspector);
  ends.push(() => tool.close());
  await tool.stopAt(file, 8);
  const page = await openPage(app.url.replace(/\/$/, ""));
  ends.push(() => page.drop());
  await tool.paused();
  page.send({ type: "stop" });
  // Without a debugger the thread would be replaced 2 s after that.
  await new Promise((done) => setTimeout(done, 3000));
  await tool.go();
  expect(await page.next("finished", 20_000)).toMatchObject({ outcome: "stopped" });
  expect(app.output()).not.toContain("did not stop");
});

test("every module carries a map to its source, with the source in it", async () => {
  const { app, file, twice, inspector } = await run("--inspect=127.0.0.1:0");
  const tool = await connectDebugger(inspector);
  ends.push(() => tool.close());
  const page = await openPage(app.url.replace(/\/$/, ""));
  ends.push(() => page.drop());
  await page.next("finished", 20_000);
  // The page and the debugger are told on ways of their own.
  await expect.poll(() => tool.scripts().map(({ url }) => url), { timeout: 10_000 }).toEqual(expect.arrayContaining([file, twice]));
  const found = tool.scripts().find(({ url }) => url === twice);
  const map = JSON.parse(Buffer.from(String(found?.sourceMapURL).replace(/^[^,]*,/, ""), "base64").toString());
  expect([map.sources, map.sourcesContent]).toEqual([[twice], [TWICE]]);
  expect(originalPositionFor(new TraceMap(map), { line: 4, column: 1 })).toMatchObject({ source: twice, line: 4 });
});

test("with --inspect-brk the script waits for a debugger and stops at its first line, once", async () => {
  const { app, file, inspector } = await run("--inspect-brk=127.0.0.1:0");
  const page = await openPage(app.url.replace(/\/$/, ""));
  ends.push(() => page.drop());
  const tool = await connectDebugger(inspector);
  ends.push(() => tool.close());
  await tool.begin();
  const start = await tool.paused();
  expect([start.url, start.line]).toEqual([file, 1]);
  await tool.go();
  await page.next("finished", 20_000);
  page.send({ type: "rerun", seq: 1 });
  await page.next("finished", 20_000);
});

test("a server that is stopped while a breakpoint holds the script ends all the same", async () => {
  const { app, file, inspector } = await run("--inspect=127.0.0.1:0");
  const tool = await connectDebugger(inspector);
  await tool.stopAt(file, 8);
  const page = await openPage(app.url.replace(/\/$/, ""));
  ends.push(() => page.drop());
  await tool.paused();
  expect(await app.stop()).toBe(true);
});
