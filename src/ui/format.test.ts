import { expect, test } from "vitest";
import { decimalsOf, formatNumber } from "./format.ts";
import { formatTime } from "./format-date.ts";

test("printf patterns give what they give elsewhere", () => {
  expect(formatNumber(3.14159, "%.2f")).toBe("3.14");
  expect(formatNumber(42, "%d items")).toBe("42 items");
  expect(formatNumber(0.5, "%.1f%%")).toBe("0.5%");
  expect(formatNumber(7, "%03d")).toBe("007");
  expect(formatNumber(-1234567, "%,d")).toBe("-1,234,567");
  expect(formatNumber(12345.678, "%.2e")).toBe("1.23e+04");
  expect(formatNumber(5, "%+d")).toBe("+5");
  expect(formatNumber(255, "%x")).toBe("ff");
});

test("ui-slider-007 a step decides the decimals, so that no binary rounding shows", () => {
  expect(formatNumber(0.1 + 0.2, undefined, { decimals: decimalsOf(0.1) })).toBe("0.3");
  expect(decimalsOf(1e-7)).toBe(7);
  expect(decimalsOf(5)).toBe(0);
});

test("named formats know money, shares and sizes", () => {
  expect(formatNumber(0.256, "percent", { locale: "en-US" })).toBe("25.6%");
  expect(formatNumber(1234.5, "dollar")).toBe("$1,234.50");
  expect(formatNumber(1234567, "compact", { locale: "en-US" })).toBe("1.2M");
  expect(formatNumber(1_500_000, "bytes", { locale: "en-US" })).toBe("1.5 MB");
});

test("moments are written with Moment's letters, in the reading they came with", () => {
  const moment = Date.UTC(2024, 1, 9, 15, 4, 5);
  expect(formatTime(moment, "YYYY-MM-DD HH:mm:ss")).toBe("2024-02-09 15:04:05");
  expect(formatTime(moment, "ddd, MMM Do YYYY, h:mm a", "en-US")).toBe("Fri, Feb 9th 2024, 3:04 pm");
  expect(formatTime(moment, "[day] DDD [of] YY")).toBe("day 40 of 24");
});
