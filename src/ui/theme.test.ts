import { expect, test } from "vitest";
import { contrast, over, parseColor, type Rgb } from "./color.ts";
import { DARK } from "./palette.ts";
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

test("light text alone asks for a dark ground, dark text for a light one", () => {
  expect(baseOf({ textColor: "#fafafa" })).toBe("dark");
  expect(baseOf({ textColor: "#202020" })).toBe("light");
  expect(baseOf({ textColor: "#202020", base: "dark" })).toBe("dark");
});

test("a dark sidebar beside a light page has light text, unless it has text of its own", () => {
  const dark = makeTheme({ textColor: "#202020", sidebar: { backgroundColor: "#101020" } }, "light", true);
  expect(dark).toMatchObject({ base: "dark", text: "#fafafa", background: "#101020" });
  expect(makeTheme({ sidebar: { backgroundColor: "#101020", textColor: "#ff99cc" } }, "light", true).text).toBe("#ff99cc");
  expect(makeTheme({ textColor: "#202020", sidebar: { backgroundColor: "#eeeeff" } }, "light", true)).toMatchObject({ base: "light", text: "#202020" });
});

test("sizes and weights of headings are one for all or one each; those of the page do not reach the sidebar", () => {
  const options = { headingFontSizes: ["3rem", 20], headingFontWeights: 500, sidebar: { headingFontSizes: "18px" } };
  const { variables } = makeTheme(options, "light");
  expect(variables).toMatchObject({ "--h1-size": "3rem", "--h2-size": "20px", "--h1-weight": "500", "--h6-weight": "500" });
  expect(variables["--h3-size"]).toBeUndefined();
  const sidebar = makeTheme(options, "light", true).variables;
  expect(sidebar).toMatchObject({ "--nested-h1-size": "18px", "--nested-h6-size": "18px", "--nested-h1-weight": "500" });
  expect(makeTheme({ headingFontSizes: "3rem" }, "light", true).variables["--nested-h1-size"]).toBeUndefined();
});

test("fonts are named as in a list of CSS, with those of the page behind them and no other host", () => {
  const font = (name: string) => makeTheme({ font: name }, "light").font;
  expect(font("Inter, serif")).toMatch(/^Inter, "Source Serif 4 Variable".*"Source Sans 3 Variable"/);
  expect(font("3270 Nerd")).toMatch(/^"3270 Nerd", /);
  expect(font("Poppins:https://fonts.example/css2?family=Poppins")).toMatch(/^Poppins, "Source Sans 3/);
  expect(makeTheme({ font: "serif" }, "light").monoFont).toContain("Source Code Pro");
});

test("corners are words or lengths; what is no length keeps the default", () => {
  const radius = (baseRadius: unknown, buttonRadius?: unknown) => makeTheme({ baseRadius, buttonRadius }, "light").variables;
  expect(radius("none")["--radius"]).toBe("0px");
  expect(radius("12px", "full")).toMatchObject({ "--radius": "12px", "--radius-button": "2rem" });
  expect(radius("5")["--radius"]).toBe("5px");
  expect(radius("round; color: red")["--radius"]).toBe("0.5rem");
});

test("tables follow their own colours, else the border of the theme", () => {
  expect(makeTheme({ borderColor: "#abcdef" }, "light").tableLine).toBe("#abcdef");
  const own = makeTheme({ borderColor: "#abcdef", dataframeBorderColor: "#123456", dataframeHeaderBackgroundColor: "#fedcba" }, "light");
  expect(own).toMatchObject({ tableLine: "#123456", tableHead: "#fedcba" });
  expect(own.variables).toMatchObject({ "--table-line": "#123456", "--table-head": "#fedcba" });
});

test("colours of charts that no browser knows are left out, and a list without any keeps the default", () => {
  expect(makeTheme({ chartCategoricalColors: ["#111111", "nonsense"] }, "light").categories).toEqual(["#111111"]);
  expect(makeTheme({ chartSequentialColors: ["nonsense"] }, "dark").sequential).toEqual(makeTheme({}, "dark").sequential);
});

test("code on a ground of its own can be read: dark code in a light page has the colours of dark", () => {
  const { variables } = makeTheme({ codeBackgroundColor: "#222222" }, "light");
  expect(variables).toMatchObject({ "--code-bg": "#222222", "--code-plain": DARK.text, "--code-green": DARK.colors.green });
  expect(makeTheme({}, "light").variables["--code-plain"]).toBeUndefined();
});
