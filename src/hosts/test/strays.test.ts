import { expect, test } from "vitest";
import { AppTest } from "./index.ts";

/** Waits until an app has shown so many errors. */
async function shown(at: AppTest, count: number): Promise<void> {
  await expect.poll(() => at.exception.length).toBe(count);
}

const script = `
import st from "rivulet";
async function save() {
  throw new RangeError("not saved");
}
if (st.button("reject", { key: "reject" })) void save();
if (st.button("timer", { key: "timer" })) setTimeout(() => { throw new TypeError("too late"); }, 5);
if (st.button("later", { key: "later" })) setTimeout(() => void save(), 5);
const shared = st.cacheData(async () => { setTimeout(() => { throw new Error("of the cache"); }, 1); return 5; });
if (st.button("shared", { key: "shared" })) st.text(await shared());
st.text("end");
`;

test.each([
  ["reject", "RangeError", "not saved", "save"],
  ["timer", "TypeError", "too late", undefined],
  ["later", "RangeError", "not saved", "save"],
])("an error that nobody catches (%s) is an exception of the app and in its log, and the test goes on", async (button, name, message, fn) => {
  const at = await AppTest.fromString(script).run();
  await at.button(button).click().run();
  await shown(at, 1);
  const box = at.exception.only;
  expect([box.name, box.value]).toEqual([name, message]);
  expect(box.props.frames?.[0]).toMatchObject({ file: "script-of-test.ts", ...(fn ? { function: fn } : {}) });
  expect(at.text.values).toEqual(["end"]);
  expect(at.log.filter(({ level }) => level === "error").map((entry) => entry.message)).toEqual([
    expect.stringContaining(`Nobody caught this error:\n${name}: ${message}`),
  ]);
  await at.run();
  expect(at.exception.length).toBe(0);
});

test("what shared work throws late is the app's as well", async () => {
  const at = await AppTest.fromString(script).run();
  await at.button("shared").click().run();
  await shown(at, 1);
  expect(at.exception.values).toEqual(["of the cache"]);
});

test("two apps in one test get their own errors, and a function taken as the app is no different", async () => {
  const make = (name: string) =>
    AppTest.fromFunction(() => {
      void Promise.reject(new Error(name));
    });
  const [one, two] = [await make("one").run(), await make("two").run()];
  await shown(one, 1);
  await shown(two, 1);
  expect([one.exception.values, two.exception.values]).toEqual([["one"], ["two"]]);
});

test("a timer of a test's own clock throws into the app, not into the test, and draws where it was set", async () => {
  const at = await AppTest.fromString(
    `
    import st from "rivulet";
    await new Promise<void>((done) => {
      setTimeout(() => { st.text("in time"); }, 1000);
      setTimeout(() => { throw new Error("late"); }, 2000);
      setTimeout(done, 3000);
    });
  `,
    { clock: "fake" },
  ).run();
  await at.advance(5000);
  expect(at.text.values).toEqual(["in time"]);
  expect(at.exception.values).toEqual(["late"]);
});

test("a timer that draws after its run was stopped is no error", async () => {
  const seen = globalThis as { lateTimer?: string };
  const at = await AppTest.fromString(`
    import st from "rivulet";
    setTimeout(() => { (globalThis as any).lateTimer = "due"; st.text("late"); }, 5);
    st.stop();
  `).run();
  await expect.poll(() => seen.lateTimer).toBe("due");
  await new Promise((done) => setImmediate(done));
  delete seen.lateTimer;
  expect([at.exception.values, at.log, at.text.values]).toEqual([[], [], []]);
});
