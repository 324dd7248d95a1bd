import { expect, test } from "vitest";

import { createWidgetValues } from "./widget-values.ts";

test("values of widgets on the screen stay, of all others only the latest", () => {
  const shown = new Set(["slider", "text"]);
  const values = createWidgetValues(
    () => shown,
    () => 1e9,
  );
  values.set("slider", 5, 1, 10);
  for (let n = 0; n < 50_000; n += 1) values.set(`unknown-${n}`, "x", n, 10);
  values.set("text", "hello", 50_001, 10);
  expect(values.count).toBeLessThanOrEqual(3002);
  expect(values.reported("slider")).toEqual({ value: 5, seq: 1 });
  expect(values.all()).toMatchObject({ slider: 5, text: "hello", "unknown-49999": "x" });
  expect(values.reported("unknown-0")).toBeUndefined();
});

test("big values of widgets that are not there are dropped once all together are too big", () => {
  const values = createWidgetValues(
    () => new Set(["area"]),
    () => 1000,
  );
  values.set("area", "a", 1, 300);
  for (const id of ["a", "b", "c"]) values.set(id, id, 2, 300);
  expect(Object.keys(values.all())).toEqual(["area", "b", "c"]);
  // The same widget again counts once.
  for (let n = 0; n < 10; n += 1) values.set("c", n, 3, 300);
  expect(Object.keys(values.all())).toEqual(["area", "b", "c"]);
  values.set("area", "aa", 4, 900);
  expect(Object.keys(values.all())).toEqual(["area"]);
});
