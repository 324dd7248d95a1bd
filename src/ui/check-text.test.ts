import { expect, test } from "vitest";
import { checkText } from "./check-text.ts";

test("a text is held against its pattern, and an empty one only against being required", () => {
  const validate = { pattern: "^\\d+$", message: "Digits only." };
  expect(checkText("12", { validate })).toBeUndefined();
  expect(checkText("12a", { validate })).toBe("Digits only.");
  expect(checkText("x", { validate: { pattern: "y" } })).toBe("This does not have the form that is asked for.");
  expect(checkText("", { validate })).toBeUndefined();
  expect(checkText("  ", { required: true })).toBe("Enter a value.");
});
