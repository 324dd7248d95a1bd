import { expect, test } from "vitest";
import { readTime, showTime, timesOf } from "./clock.ts";

test("times are read as people type them", () => {
  expect(readTime("8")).toBe("08:00:00");
  expect(readTime("845")).toBe("08:45:00");
  expect(readTime("8:45")).toBe("08:45:00");
  expect(readTime("20:45:30")).toBe("20:45:30");
  expect(readTime("8.45 pm")).toBe("20:45:00");
  expect(readTime("12 am")).toBe("00:00:00");
  expect(readTime("12:30 PM")).toBe("12:30:00");
});

test("what is no time is not read", () => {
  for (const text of ["", "24:00", "8:60", "13 pm", "0 am", "noon", "8:4"]) expect(readTime(text)).toBeUndefined();
});

test("times read in 24 hours, in 12, or as the language has them", () => {
  expect(showTime("20:05:09", "24h", false)).toBe("20:05");
  expect(showTime("20:05:09", "24h", true)).toBe("20:05:09");
  expect(showTime("00:05", "12h", false)).toBe("12:05 AM");
  expect(showTime("20:05", "12h", false)).toBe("8:05 PM");
  expect(showTime("20:05", "localized", false, "de-DE")).toBe("20:05");
});

test("a day holds as many times as its step leaves room for", () => {
  expect(timesOf(900)).toHaveLength(96);
  expect(timesOf(900).slice(0, 2)).toEqual(["00:00:00", "00:15:00"]);
  expect(timesOf(3600).at(-1)).toBe("23:00:00");
});
