import { expect, test } from "vitest";
import { snap } from "./snap.ts";

test("ui-slider-002 values snap to the grid that starts at the minimum", () => {
  expect(snap(13, { min: 1, max: 100, step: 5 })).toBe(11);
  expect(snap(0.30000000004, { min: 0, max: 1, step: 0.1 })).toBe(0.3);
  expect(snap(-3, { min: 0, max: 10, step: 1 })).toBe(0);
});

test("the maximum can be reached though no step leads there", () => {
  expect(snap(99.9, { min: 0, max: 10, step: 3 })).toBe(10);
});
