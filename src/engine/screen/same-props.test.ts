import { expect, test } from "vitest";

import { areSameProps } from "./same-props.ts";

test("props of equal simple values and equal facts of a widget encode alike", () => {
  expect(areSameProps({ label: "a", width: 3, widget: { id: "x", form: undefined } }, { label: "a", width: 3, widget: { id: "x", form: undefined } })).toBe(
    true,
  );
});

test.each([
  ["another value", { label: "a" }, { label: "b" }],
  ["one name more", { label: "a" }, { label: "a", help: "h" }],
  ["one name less", { label: "a", help: "h" }, { label: "a" }],
  ["another fact of the widget", { widget: { id: "x" } }, { widget: { id: "x", disabled: true } }],
  ["a widget where none was", { label: "a" }, { label: "a", widget: { id: "x" } }],
])("%s is another encoding", (_, before, now) => {
  expect(areSameProps(before, now)).toBe(false);
});

test("an object is never taken for unchanged: its owner may have changed it since", () => {
  const options = ["a", "b"];
  expect(areSameProps({ options }, { options })).toBe(false);
});
