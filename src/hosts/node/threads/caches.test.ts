import { afterEach, expect, test } from "vitest";

import { type App, overWebSocket, type Page } from "../../contract/driver.ts";

let app: App | undefined;
afterEach(async () => {
  await app?.close();
  app = undefined;
});

const SCRIPT = `
import st from "rivulet";
const next = () => ((globalThis as { count?: number }).count = ((globalThis as { count?: number }).count ?? 0) + 1);
const load = st.cacheData((name: string) => name + ":" + next());
const open = st.cacheResource((name: string) => ({ text: name + ":" + next() }));
if (st.button("one")) load.clear("a");
if (st.button("function")) load.clear();
if (st.button("data")) st.cacheData.clear();
st.text(load("a"));
st.text(load("b"));
st.text(open("r").text);
`;

async function rerun(page: Page): Promise<string[]> {
  page.ask();
  await page.settled();
  return page.texts();
}

test("what one script thread clears is cleared in all: a single result, those of a function, or all data", async () => {
  app = await overWebSocket({ "app.ts": SCRIPT }, { "runner.workers": 2 });
  const [a, b] = [await app.open(), await app.open()];
  const first = ["a:1", "b:2", "r:3"];
  expect([a.texts(), b.texts()]).toEqual([first, first]);
  const clear = async (label: string): Promise<string[]> => {
    a.click(label);
    await a.settled();
    return rerun(b);
  };
  expect(await clear("one")).toEqual(["a:4", "b:2", "r:3"]);
  expect(await clear("function")).toEqual(["a:5", "b:6", "r:3"]);
  expect(await clear("data")).toEqual(["a:7", "b:8", "r:3"]);
  expect(a.texts()).toEqual(["a:7", "b:8", "r:3"]);
  a.send({ type: "clearCache" });
  await expect.poll(() => rerun(b), { timeout: 5000 }).toEqual(["a:9", "b:10", "r:11"]);
}, 30_000);

const PRESENT = `
import st from "rivulet";
const present = st.cacheResource(() => new Set<string>());
const visit = st.cacheResource(
  () => {
    const id = crypto.randomUUID();
    present().add(id);
    return id;
  },
  { scope: "session", onRelease: (id) => present().delete(id) },
);
visit();
st.text(String(present().size));
`;

test("a resource of a session is made once for each tab, outlives reruns, and is released when the session ends", async () => {
  app = await overWebSocket({ "app.ts": PRESENT }, { "server.disconnectedSessionTTL": 0 });
  const a = await app.open();
  expect(await rerun(a)).toEqual(["1"]);
  const b = await app.open();
  expect(b.texts()).toEqual(["2"]);
  expect(await rerun(a)).toEqual(["2"]);
  b.end();
  await expect.poll(() => rerun(a), { timeout: 5000 }).toEqual(["1"]);
}, 30_000);
