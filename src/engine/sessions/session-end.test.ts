import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { expect, test } from "vitest";

import { createTestHost } from "../../hosts/test/host.ts";
import { Visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { createEngine } from "../engine.ts";

setFlagsFromString("--expose-gc");
const gc = runInNewContext("gc") as () => void;

/** What a library may go on holding. */
const kept: unknown[] = [];

/** Uses whatever could hold on to the session. */
function script(): void {
  const state = st.sessionState.init({ rows: [{ id: 1 }], clicks: 0 });
  const load = st.cacheData((n: number) => {
    st.text("drawn by a cached function");
    return [n];
  });
  const own = st.cacheResource(() => ({ buffer: new Float64Array(10) }), { scope: "session" });
  const endless = st.task("endless", async ({ signal }) => {
    kept.push(signal);
    await new Promise<never>(() => {});
  });
  const slow = st.cacheData(async () => await new Promise<number>(() => {}));
  if (st.button("Start", { onClick: () => void (state.clicks += 1) })) {
    endless.start();
    // Nobody waits for it, and it never comes.
    void slow().catch(() => {});
    kept.push(st.context.signal);
  }
  st.dataframe(state.rows);
  st.text(`${load(1).length} ${own().buffer.length} ${endless.state}`);
  st.fragment(() => st.button("Again"), { runEvery: 60 })();
}

test("sessions that have ended leave nothing behind, whatever they were in the middle of", async () => {
  const engine = createEngine({ host: createTestHost(), rivulet: () => ({}), entry: script });
  const ended: WeakRef<object>[] = [];
  const visitAndLeave = async (): Promise<void> => {
    const page = await new Visit(engine).rerun();
    await page.click(page.all("button")[0]);
    page.ask();
    page.session.close();
    ended.push(new WeakRef(page.session));
  };
  for (let n = 0; n < 30; n += 1) await visitAndLeave();
  const left = (): number => {
    gc();
    return ended.filter((session) => session.deref()).length;
  };
  await expect.poll(left, { timeout: 10_000 }).toBe(0);
  expect(engine.core.sessions.size).toBe(0);
}, 30_000);
