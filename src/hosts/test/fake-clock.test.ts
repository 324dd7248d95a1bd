import { expect, test } from "vitest";

import { AppTest } from "./index.ts";

const START = new Date("2026-01-31T12:00:00Z");

test("a script that waits is seen as it stands, and goes on when the clock is moved", async () => {
  const at = AppTest.fromString(
    `import st from "rivulet";
const bar = st.progress(0);
for (let step = 1; step <= 4; step += 1) {
  await new Promise((next) => setTimeout(next, 60_000));
  bar.progress(step / 4);
}
st.text("done");`,
    { clock: "fake" },
  );
  await at.run();
  expect([at.progress.only.value, at.text.length]).toEqual([0, 0]);
  await at.advance(59_999);
  expect(at.progress.only.value).toBe(0);
  await at.advance(1);
  expect(at.progress.only.value).toBe(25);
  await at.advance(180_000);
  expect([at.progress.only.value, at.text.values]).toEqual([100, ["done"]]);
});

test("the date and the intervals of a script and its modules go by the clock, dates that are given do not", async () => {
  const at = AppTest.fromString(
    `import st from "rivulet";
const now = () => new Date().toISOString();
st.text(now());
st.text(new Date(0).toISOString() + String(new Date() instanceof Date));
await new Promise((next) => {
  let beats = 0;
  const timer = setInterval(() => {
    beats += 1;
    if (beats < 3) return;
    clearInterval(timer);
    next(undefined);
  }, 1000);
});
st.text(String(Date.now() - new Date("2026-01-31T12:00:00Z").getTime()));`,
    { clock: START },
  );
  await at.run();
  expect(at.text.values).toEqual(["2026-01-31T12:00:00.000Z", "1970-01-01T00:00:00.000Ztrue"]);
  await at.advance(10_000);
  expect(at.text.values[2]).toBe("3000");
});

test("a run that waits gives way to the next one, and a timer that is cleared never fires", async () => {
  const at = AppTest.fromString(
    `import st from "rivulet";
const name = st.textInput("Name");
const never = setTimeout(() => st.text("never"), 10);
clearTimeout(never);
await new Promise((next) => setTimeout(next, 5000));
st.text("Hello " + name);`,
    { clock: "fake" },
  );
  await at.run();
  await at.textInput.only.input("Ada").run();
  await at.advance(5000);
  expect(at.text.values).toEqual(["Hello Ada"]);
});

test("timed fragments and cached values go by the same clock", async () => {
  const at = AppTest.fromString(
    `import st from "rivulet";
const load = st.cacheData(() => Date.now(), { ttl: "30s" });
const first = new Date("2026-01-31T12:00:00Z").getTime();
const tick = st.fragment(() => st.text(String((load() - first) / 1000)), { runEvery: "10s" });
tick();`,
    { clock: START },
  );
  await at.run();
  const seen = [at.text.only.value];
  for (let beat = 0; beat < 5; beat += 1) {
    await at.advance(10_000);
    seen.push(at.text.only.value);
  }
  expect(seen.slice(0, 3)).toEqual(["0", "0", "0"]);
  expect(Number(seen[5])).toBeGreaterThanOrEqual(30);
});

test("a clock that is none is refused, and time never goes back", async () => {
  expect(() => AppTest.fromString("1", { clock: new Date("never") })).toThrow(/clock must be "fake", a valid Date/);
  const at = await AppTest.fromString("1", { clock: "fake" }).run();
  await expect(at.advance(-1)).rejects.toThrow(/not negative, not -1/);
});

test("every change of the page can be seen while a run goes on", async () => {
  const at = AppTest.fromString(
    `import st from "rivulet";
async function* words() {
  for (const word of ["one ", "two ", "three"]) {
    yield word;
    await new Promise((next) => setTimeout(next, 5));
  }
}
await st.writeStream(words());`,
  );
  const seen: unknown[] = [];
  await at.run({ onUpdate: (page) => seen.push(page.markdown[0]?.value) });
  expect(seen).toEqual(expect.arrayContaining(["one ", "one two three"]));
  expect(seen.length).toBeGreaterThan(2);
  const failing = AppTest.fromString(`import st from "rivulet"; st.text("x")`);
  await expect(failing.run({ onUpdate: () => expect(1).toBe(2) })).rejects.toThrow();
});
