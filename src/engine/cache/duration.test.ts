import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { secondsOf } from "./duration.ts";

const seconds = (value: unknown) => secondsOf("st.cacheData: ttl", value);

test("cache-011 an hour is an hour as a number, a text, parts or a Temporal.Duration", () => {
  for (const hour of [
    3600,
    "1h",
    "1 hour",
    "60 min",
    "PT1H",
    "1:00:00",
    "3600",
    { hours: 1 },
    { minutes: 30, seconds: 1800 },
    Temporal.Duration.from("PT1H"),
  ]) {
    expect(seconds(hour), String(hour)).toBe(3600);
  }
  expect(seconds("1d12h")).toBe(129_600);
  expect(seconds("2 days, 3 hours")).toBe(183_600);
  expect(seconds("500ms")).toBe(0.5);
  expect(seconds("1.5s")).toBe(1.5);
  expect(seconds(0)).toBe(0);
});

test("cache-044 what is no length of time is refused by name", () => {
  expect(() => seconds("potato")).toThrow('st.cacheData: ttl must be a length of time, not "potato"');
  for (const wrong of ["", "5 potatoes", "h", -1, Number.NaN, {}, null, true, { years: 1 }, Temporal.Duration.from("P1M"), "P"]) {
    expect(() => seconds(wrong), String(wrong)).toThrow("must be a length of time");
  }
});
