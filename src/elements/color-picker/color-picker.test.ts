import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { hexOf, partsOf, readHex } from "./color-text.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("a color is black unless given, and what was picked after that", async () => {
  const page = await visit(() => st.text(`${st.colorPicker("a")} ${st.colorPicker("b", "#0fA")}`));
  expect(texts(page)).toEqual(["#000000 #0fA"]);
  await page.set(page.all("colorPicker")[0], "#ff0000");
  expect(texts(page)).toEqual(["#ff0000 #0fA"]);
  for (const hostile of ["red", "#12", "#1234567", 5, "url(x)"]) {
    await page.set(page.all("colorPicker")[0], hostile);
    expect(texts(page)).toEqual(["#000000 #0fA"]);
  }
});

test("what is no color is refused, also from session state", async () => {
  expect(failure(await visit(() => void st.colorPicker("a", "red")))).toBe('st.colorPicker: value must be a color as "#rrggbb" or "#rgb", not "red"');
  expect(failure(await visit(() => void st.colorPicker("a", 5 as never)))).toContain("not 5");
  const assigned = await visit(() => {
    st.sessionState.c = "blue";
    st.colorPicker("a", { key: "c" });
  });
  expect(failure(assigned)).toContain('not "blue"');
});

test("colors are read and written as HEX, RGB and HSL", () => {
  expect([readHex("0FA"), readHex("#00F900"), readHex("#00f9"), readHex("green")]).toEqual(["#00ffaa", "#00f900", undefined, undefined]);
  expect(partsOf("#00f900", "rgb")).toEqual([0, 249, 0]);
  expect(partsOf("#00f900", "hsl")).toEqual([120, 100, 49]);
  expect(partsOf("#808080", "hsl")).toEqual([0, 0, 50]);
  expect(hexOf([255, 75, 75], "rgb")).toBe("#ff4b4b");
  for (const hex of ["#000000", "#ffffff", "#ff0000", "#0000ff", "#00ffff", "#ff00ff"]) expect(hexOf(partsOf(hex, "hsl"), "hsl")).toBe(hex);
});
