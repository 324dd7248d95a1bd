import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

import { Temporal } from "../temporal.ts";
import { scaleOf } from "./scale.ts";

const scale = (given: Parameters<typeof scaleOf>[1]) => {
  const { min, max, step, initial, range } = scaleOf("st.slider", given);
  return [min, max, step, initial, range];
};

test("without numbers a slider goes from 0 to 100 in whole steps and starts at 0", () => {
  expect(scale({})).toEqual([0, 100, 1, [0], false]);
});

test("a fraction, or a span of at most 1 without a step, makes it fractional", () => {
  expect(scale({ value: 0.5 })).toEqual([0, 1, 0.01, [0.5], false]);
  expect(scale({ minValue: 0, maxValue: 1 })).toEqual([0, 1, 0.01, [0], false]);
  expect(scale({ minValue: 0, maxValue: 1, step: 1 })).toEqual([0, 1, 1, [0], false]);
  expect(scale({ minValue: 0, maxValue: 2.5 })).toEqual([0, 2.5, 0.01, [0], false]);
  expect(scale({ minValue: 0, maxValue: 23, value: 17 })).toEqual([0, 23, 1, [17], false]);
});

test("two values make a range, in order; an empty list takes the whole of it", () => {
  expect(scale({ minValue: 0, maxValue: 100, value: [75, 25] })).toEqual([0, 100, 1, [25, 75], true]);
  expect(scale({ minValue: 0, maxValue: 100, value: [] })).toEqual([0, 100, 1, [0, 100], true]);
});

test("a start outside the default bounds moves them, one outside given bounds is refused", () => {
  expect(scale({ value: 250 })).toEqual([0, 250, 1, [250], false]);
  expect(scale({ value: -5 })).toEqual([-5, 100, 1, [-5], false]);
  expect(() => scale({ minValue: 0, maxValue: 10, value: 11 })).toThrow("st.slider: the value 11 lies outside 0 to 10");
});

test("bounds that do not hold, mixed kinds, three values and bad steps are refused", () => {
  expect(() => scale({ minValue: 5, maxValue: 5 })).toThrow("minValue must be less than maxValue, but they are 5 and 5");
  expect(() => scale({ minValue: 0, maxValue: "2026-01-01" })).toThrow("must all be of one kind");
  expect(() => scale({ value: [1, 2, 3] })).toThrow("value must be one value, or two for a range, not 3");
  expect(() => scale({ step: 0 })).toThrow("step must be a number above 0, not 0");
  expect(() => scale({ value: 2 ** 60 })).toThrow("numbers must lie between");
  expect(() => scale({ value: {} })).toThrow("values must be numbers, dates or times, not {}");
});

test("dates span 14 days to both sides in steps of a day, times the whole day in quarters of an hour", () => {
  const day = Date.parse("2026-03-01T00:00:00Z");
  expect(scale({ value: "2026-03-01" })).toEqual([day - 14 * 86_400_000, day + 14 * 86_400_000, 86_400_000, [day], false]);
  expect(scale({ value: Temporal.PlainTime.from("08:30") })).toEqual([0, 86_399_999, 900_000, [30_600_000], false]);
  expect(scale({ minValue: "2026-03-01T08:00", maxValue: "2026-03-01T18:00" })[2]).toBe(900_000);
  expect(() => scale({ value: "2026-03-01", step: "PT1H" })).toThrow("whole days");
  expect(scale({ value: "2026-03-01", step: "P7D" })[2]).toBe(7 * 86_400_000);
});

test("what comes back is of the kind that was given", async () => {
  const page = await visit(() => {
    const zoned = Temporal.ZonedDateTime.from("2020-01-10T10:30-05:00[America/New_York]");
    const values = [
      st.slider("a", { value: "2026-03-01" }),
      st.slider("b", { value: "08:30" }),
      st.slider("c", { value: "2026-03-01T08:30" }),
      st.slider("d", { value: new Date("2026-03-01T08:30:00Z") }),
      st.slider("e", { value: zoned }),
      st.slider("f", 0, 10, [2, 3])[1],
    ];
    st.text(values.map((value) => `${Object.prototype.toString.call(value).slice(8, -1)}=${value instanceof Date ? value.toISOString() : value}`).join("\n"));
  });
  expect(texts(page)[0]?.split("\n")).toEqual([
    "Temporal.PlainDate=2026-03-01",
    "Temporal.PlainTime=08:30:00",
    "Temporal.PlainDateTime=2026-03-01T08:30:00",
    "Date=2026-03-01T08:30:00.000Z",
    "Temporal.ZonedDateTime=2020-01-10T10:30:00-05:00[America/New_York]",
    "Number=3",
  ]);
  await page.set(page.all("slider")[0], [Date.parse("2026-03-05T00:00:00Z")]);
  expect(texts(page)[0]).toContain("Temporal.PlainDate=2026-03-05");
});

test("assigned values outside the bounds are refused, those inside move the slider", async () => {
  const draw = (value: unknown) => () => {
    st.sessionState.k = value;
    st.text(String(st.slider("a", 0, 10, { key: "k" })));
  };
  expect(texts(await visit(draw(7)))).toEqual(["7"]);
  expect(failure(await visit(draw(11)))).toContain("the value 11 lies outside 0 to 10");
  expect(failure(await visit(draw([1, 2])))).toContain("one value is needed");
});

test("the callback of a range gets both ends", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => void st.slider("a", 0, 10, [2, 3], { onChange: (value) => seen.push(value) }));
  await page.set(page.all("slider")[0], [1, 9]);
  expect(seen).toEqual([[1, 9]]);
});
