import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, expect, test } from "vitest";

import { type App, overWebSocket, type Page } from "../../contract/driver.ts";

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

/** A file that says "begun" and one that lets the work end, both seen by every thread. */
function signals() {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-offload-"));
  return { begun: join(folder, "begun"), gate: join(folder, "gate") };
}

const WORK = `
import { existsSync, writeFileSync } from "node:fs";
let calls = 0;

/** Holds its thread until somebody makes the file. */
export function hold(begun: string, gate: string) {
  calls += 1;
  writeFileSync(begun, String(calls));
  while (!existsSync(gate));
  return calls;
}

/** Never comes to a step. */
export function stick(begun: string) {
  writeFileSync(begun, "");
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

export const count = () => ++calls;
`;

const script = ({ begun, gate }: ReturnType<typeof signals>): string => `
import st from "rivulet";
import { count, hold, stick } from "./work.ts";
const isWaiting = st.button("hold");
const isStuck = st.button("stick");
st.button("other");
if (isWaiting) st.text("held " + (await st.offload(hold)(${JSON.stringify(begun)}, ${JSON.stringify(gate)})));
else if (isStuck) await st.offload(stick)(${JSON.stringify(begun)});
else st.text("count " + (await st.offload(count)()));
`;

async function clicked(page: Page, label: string): Promise<void> {
  page.click(label);
  await page.settled();
}

test("a computation of one page holds up neither another page nor its own", async () => {
  const files = signals();
  app = await overWebSocket({ "app.ts": script(files), "work.ts": WORK }, { "runner.offloadThreads": 2 });
  const [busy, other] = [await app.open(), await app.open()];
  busy.click("hold");
  await busy.until(() => existsSync(files.begun));
  await clicked(other, "other");
  expect(other.texts()[0]).toMatch(/^count/);
  // The thread that draws is free: what was drawn before the call is on the page, and the run is still open.
  expect(busy.mirror.messages.filter(({ type }) => type === "finished").length).toBe(1);
  writeFileSync(files.gate, "");
  await busy.until(() => busy.texts()[0]?.startsWith("held") ?? false);
}, 30_000);

test("a cache that is cleared on another thread is cleared in the whole app", async () => {
  const work = `
import st from "rivulet";
const _seen = { computed: 0 };
export const load = st.cacheData((n: number) => [n, ++_seen.computed]);
export function forget(n: number) { load.clear(n); }
export function forgetAll() { st.cacheData.clear(); }
export const warm = (n: number) => load(n)[1];
`;
  const main = `
import st from "rivulet";
import { forget, forgetAll, load, warm } from "./work.ts";
if (st.button("warm")) await st.offload(warm)(1);
if (st.button("one")) await st.offload(forget)(1);
if (st.button("all")) await st.offload(forgetAll)();
st.text([load(1)[1], load(2)[1]].join());
`;
  app = await overWebSocket({ "app.ts": main, "work.ts": work }, { "runner.offloadThreads": 1 });
  const page = await app.open();
  await page.settled();
  expect(page.texts()).toEqual(["1,2"]);
  await clicked(page, "warm");
  expect(page.texts()).toEqual(["1,2"]);
  await clicked(page, "one");
  expect(page.texts()).toEqual(["3,2"]);
  await clicked(page, "all");
  expect(page.texts()).toEqual(["4,5"]);
});

test("a click in between ends a computation at its next step, and the thread serves the next call", async () => {
  const files = signals();
  app = await overWebSocket({ "app.ts": script(files), "work.ts": WORK }, { "runner.offloadThreads": 1 });
  const page = await app.open();
  expect(page.texts()).toEqual(["count 1"]);
  page.click("hold");
  await page.until(() => existsSync(files.begun));
  await clicked(page, "other");
  // The same thread, with what its module remembers.
  expect(page.texts()).toEqual(["count 3"]);
}, 30_000);

test("a computation that never gives way is ended with its thread, and a new thread serves the next call", async () => {
  const files = signals();
  app = await overWebSocket({ "app.ts": script(files), "work.ts": WORK }, { "runner.offloadThreads": 1 });
  const page = await app.open();
  page.click("stick");
  await page.until(() => existsSync(files.begun));
  await clicked(page, "other");
  expect(page.texts()).toEqual(["count 1"]);
  expect(app.log.filter((line) => line.startsWith("error"))).toEqual([]);
}, 30_000);
