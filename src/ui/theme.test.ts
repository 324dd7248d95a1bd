import { expect, test } from "vitest";
import { contrast, over, parseColor, type Rgb } from "./color.ts";
import { baseOf, makeTheme } from "./theme.ts";

const color = (text: string | undefined) => parseColor(text ?? "") as Rgb;

test.each(["light", "dark"] as const)("every colour of text can be read on its ground in the %s theme", (base) => {
  for (const sidebar of [false, true]) {
    const { variables } = makeTheme({}, base, sidebar);
    const ground = color(variables["--bg"]);
    for (const name of ["--text", "--text-2", "--link", "--primary-text", "--red", "--orange", "--yellow", "--green", "--blue", "--violet", "--gray"]) {
      expect(contrast(color(variables[name]), ground), name).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color(variables[name]), color(variables["--bg-2"])), name).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ["info", "success", "warning", "error"]) {
      const fill = over(color(variables[`--${name}-bg`]), ground);
      expect(contrast(color(variables[`--${name}-text`]), fill), name).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(color(variables["--on-primary"]), color(variables["--primary-fill"]))).toBeGreaterThanOrEqual(4.5);
  }
});

test("ui-theming-007 text on a light primary colour stays readable", () => {
  const { variables } = makeTheme({ primaryColor: "#ffe066" }, "light");
  expect(variables["--on-primary"]).toBe("#000000");
  expect(contrast(color(variables["--on-primary"]), color(variables["--primary-fill"]))).toBeGreaterThanOrEqual(4.5);
});

test("the sidebar swaps the two backgrounds unless it has its own", () => {
  expect(makeTheme({}, "light", true).background).toBe("#f0f2f6");
  expect(makeTheme({ backgroundColor: "#112233", secondaryBackgroundColor: "#445566" }, "dark", true).background).toBe("#445566");
  expect(makeTheme({ sidebar: { backgroundColor: "#010203" } }, "light", true).background).toBe("#010203");
});

test("tables for light and dark count only in their own look", () => {
  const options = { primaryColor: "#0000ff", dark: { primaryColor: "#00ff00" } };
  expect(makeTheme(options, "light").primary).toBe("#0000ff");
  expect(makeTheme(options, "dark").primary).toBe("#00ff00");
});

test("light or dark follows the background of a custom theme", () => {
  expect(baseOf({ backgroundColor: "#101010", base: "light" })).toBe("dark");
  expect(baseOf({ base: "dark" })).toBe("dark");
  expect(baseOf({})).toBeNull();
});
