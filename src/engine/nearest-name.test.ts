import { expect, test } from "vitest";
import { editDistance, meantName, nearestName } from "./nearest-name.ts";

test("names are compared by edits, swaps counting one", () => {
  expect(editDistance("helper", "hleper", 5)).toBe(1);
  expect(editDistance("kitten", "sitting", 5)).toBe(3);
  expect(editDistance("a", "abcdefgh", 3)).toBe(4);
});

test("the nearest name is meant, in whatever letter case, and the first of equal ones", () => {
  expect(nearestName("server.prot", new Set(["server.address", "server.port"]))).toBe("server.port");
  expect(nearestName("SLIDR", ["slider", "selectSlider"])).toBe("slider");
  expect(nearestName("cat", ["bat", "hat"])).toBe("bat");
  expect(nearestName("title", ["slider", "json"])).toBeUndefined();
  expect(meantName("number_input", ["numberInput", "textInput"])).toBe("numberInput");
});
