import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { themeToml } from "./theme-toml.ts";

test("a theme is written as config.toml reads it", () => {
  const options = {
    base: "light",
    primaryColor: "#7c3aed",
    font: 'a "quoted" name',
    baseFontSize: 15,
    showWidgetBorder: true,
    headingFontSizes: ["3rem", "2rem"],
    fontFaces: [{ family: "Inter", url: "app/static/inter.woff2" }],
    sidebar: { backgroundColor: "#101020" },
    dark: { textColor: "#eeeeee", sidebar: { borderColor: "#333333" } },
  };
  expect(parse(themeToml({ ...options, textColor: undefined }))).toEqual({ theme: options });
});

test("a theme without options is an empty table", () => {
  expect(themeToml({})).toBe("[theme]\n");
});
