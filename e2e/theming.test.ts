import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp, serveIn } from "./serve.ts";
import { visitor } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
});

interface Themed {
  page: Page;
  app: RunningApp;
  /** Saves another configuration beside the script. */
  configure(toml: string): void;
  /** Saves a file beside the script. */
  save(name: string, text: string): void;
}

const SERVER = "[server]\nenableStaticServing = true\n";

async function open(source: string, toml: string, options: BrowserContextOptions = {}): Promise<Themed> {
  const path = script(source);
  const folder = dirname(path);
  mkdirSync(join(folder, ".streamlit"));
  mkdirSync(join(folder, "static"));
  copyFileSync(
    createRequire(import.meta.url).resolve("@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2"),
    join(folder, "static/mine.woff2"),
  );
  const save = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const configure = (text: string) => save(".streamlit/config.toml", SERVER + text);
  configure(toml);
  const app = await serveIn(folder, path);
  endings.unshift(() => app.stop());
  const guest = await visitor(browser, app.url, { colorScheme: "light", ...options });
  endings.unshift(() => guest.close());
  await guest.page.getByRole("heading").first().waitFor();
  return { page: guest.page, app, configure, save };
}

const style = (place: Locator, name: string) => place.evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), name);

/** Whether some pixel of a canvas has a colour. */
const paints = (canvas: Locator, color: number[]) =>
  canvas.evaluate((element, color) => {
    const { width, height } = element as HTMLCanvasElement;
    const pixels = (element as HTMLCanvasElement).getContext("2d")?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
    for (let at = 0; at < pixels.length; at += 4) if (color.every((part, index) => pixels[at + index] === part)) return true;
    return false;
  }, color);

const APP = `
import st from "rivulet";
st.title("Title");
st.header("Header");
st.markdown("Text with [a link](https://example.org/) and \`code\`.");
st.button("Go", { type: "primary" });
st.textInput("Name", "Ada");
st.slider("Size", 0, 10, 5);
st.code("const x = 1;");
st.metric("Speed", "12 km/h", { border: true });
st.dataframe([{ a: 1, b: 2 }]);
st.lineChart([{ x: 1, y: 2, z: 3 }, { x: 2, y: 4, z: 1 }], { x: "x", y: ["y", "z"] });
st.sidebar.header("Side");
st.sidebar.textInput("Filter");
`;

test("ui-theming-003 configured colours reach buttons, sliders, fields, focus and sidebar, and are the theme chosen by default", async () => {
  const { page } = await open(
    APP,
    '[theme]\nprimaryColor = "#6d28d9"\nbackgroundColor = "#fff7ed"\nsecondaryBackgroundColor = "#fde8cd"\ntextColor = "#1c1917"\n',
    { colorScheme: "dark" },
  );
  const button = page.getByRole("button", { name: "Go" });
  await button.waitFor();
  expect(await style(page.locator("body"), "background-color")).toBe("rgb(255, 247, 237)");
  expect(await style(page.locator("body"), "color")).toBe("rgb(28, 25, 23)");
  expect(await style(button, "background-color")).toBe("rgb(109, 40, 217)");
  expect(await style(page.getByTestId("stMain").getByRole("slider"), "background-color")).toBe("rgb(109, 40, 217)");
  const field = page.getByTestId("stMain").getByTestId("stTextInputRootElement");
  expect(await style(field, "background-color")).toBe("rgb(253, 232, 205)");
  await page.getByLabel("Name").focus();
  await expect.poll(() => style(field, "border-top-color")).toBe("rgb(109, 40, 217)");
  expect(await style(page.getByTestId("stSidebar"), "background-color")).toBe("rgb(253, 232, 205)");
  expect(await style(page.getByTestId("stSidebar").getByTestId("stTextInputRootElement"), "background-color")).toBe("rgb(255, 247, 237)");
  const [red, , blue] = ((await style(page.getByRole("link", { name: "a link" }), "color")).match(/\d+/g) ?? []).map(Number);
  expect(blue).toBeGreaterThan((red ?? 0) + 80);
  await page.getByTestId("stMainMenuButton").click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  const theme = page.getByTestId("stSettingsDialog").getByRole("combobox");
  expect(await theme.inputValue()).toBe("custom");
  expect(await theme.locator("option").allInnerTexts()).toContain("Custom theme");
});

test("ui-theming-005 text, headings and code have their fonts and sizes, also from font files of the app", async () => {
  const { page } = await open(
    APP,
    `[theme]
font = "Mine"
headingFont = "monospace"
codeFont = "serif"
baseFontSize = 18
headingFontSizes = ["40px", "2rem"]
headingFontWeights = [500]
codeFontSize = "20px"
[[theme.fontFaces]]
family = "Mine"
url = "app/static/mine.woff2"
weight = "200 900"
`,
  );
  await page.waitForFunction(() => [...document.fonts].some(({ family, status }) => family.replaceAll('"', "") === "Mine" && status === "loaded"));
  const text = page.getByTestId("stMarkdown").first();
  expect(await style(text, "font-family")).toMatch(/^"?Mine/);
  expect(await style(page.locator("html"), "font-size")).toBe("18px");
  expect(await style(text, "font-size")).toBe("18px");
  const title = page.locator("main h1");
  expect(await style(title, "font-family")).toMatch(/^"Source Code Pro/);
  expect([await style(title, "font-size"), await style(title, "font-weight")]).toEqual(["40px", "500"]);
  const header = page.locator("main h2");
  expect([await style(header, "font-size"), await style(header, "font-weight")]).toEqual(["36px", "600"]);
  const code = page.getByTestId("stCode").locator("pre");
  expect(await style(code, "font-family")).toMatch(/^"Source Serif 4/);
  expect(await style(code, "font-size")).toBe("20px");
  // A letter is as wide as the file draws it, not as the font of the page does.
  const width = (font: string) =>
    page.evaluate(
      (font) => Object.assign(document.createElement("canvas").getContext("2d") as CanvasRenderingContext2D, { font }).measureText("Hamburgefonts").width,
      font,
    );
  expect(await width("100px Mine")).toBe(await width('100px "Source Serif 4 Variable"'));
});

test("ui-theming-006 corners, borders, chart colours and tables follow the theme", async () => {
  const { page } = await open(
    APP,
    `[theme]
baseRadius = "none"
buttonRadius = "full"
borderColor = "#00aa55"
showWidgetBorder = true
showSidebarBorder = true
chartCategoricalColors = ["#aa0077", "#007700"]
linkUnderline = false
linkColor = "#aa5500"
dataframeBorderColor = "#0000cc"
metricValueFontSize = "50px"
`,
  );
  const field = page.getByTestId("stMain").getByTestId("stTextInputRootElement");
  await field.waitFor();
  expect(await style(field, "border-radius")).toBe("0px");
  expect(await style(field, "border-top-color")).toBe("rgb(0, 170, 85)");
  expect(await style(page.getByTestId("stSidebar").getByTestId("stTextInputRootElement"), "border-top-color")).toBe("rgb(0, 170, 85)");
  expect(await style(page.getByRole("button", { name: "Go" }), "border-radius")).toBe("32px");
  expect(await style(page.getByTestId("stSidebar"), "border-right-color")).toBe("rgb(0, 170, 85)");
  expect(await style(page.getByTestId("stCode").locator("pre"), "border-radius")).toBe("0px");
  const link = page.getByRole("link", { name: "a link" });
  expect([await style(link, "color"), await style(link, "text-decoration-line")]).toEqual(["rgb(170, 85, 0)", "none"]);
  expect(await style(page.getByTestId("stMetricValue"), "font-size")).toBe("50px");
  for (const color of [
    [170, 0, 119],
    [0, 119, 0],
  ]) {
    await expect.poll(() => paints(page.getByTestId("stVegaLiteChart").locator("canvas"), color), { timeout: 15_000 }).toBe(true);
  }
});

test("cfg-004 a saved theme changes open pages without a restart, and what it no longer has goes back", async () => {
  const { page, configure } = await open(APP, "");
  const body = page.locator("body");
  expect(await style(body, "background-color")).toBe("rgb(255, 255, 255)");
  await page.getByLabel("Name").fill("half typed");
  configure('[theme]\nbackgroundColor = "#001122"\ntextColor = "#ffeedd"\nmetricValueFontSize = "50px"\n');
  await expect.poll(() => style(body, "background-color"), { timeout: 10_000 }).toBe("rgb(0, 17, 34)");
  expect(await style(body, "color")).toBe("rgb(255, 238, 221)");
  expect(await style(page.getByTestId("stMetricValue"), "font-size")).toBe("50px");
  expect(await page.getByLabel("Name").inputValue()).toBe("half typed");
  configure("");
  await expect.poll(() => style(body, "background-color"), { timeout: 10_000 }).toBe("rgb(255, 255, 255)");
  expect(await style(page.getByTestId("stMetricValue"), "font-size")).toBe("36px");
});

test("a theme that starts from a file follows it, also when the file is named later and changes after that", async () => {
  const { page, configure, save } = await open(APP, "");
  const body = page.locator("body");
  save("sea.toml", '[theme]\nbase = "dark"\nbackgroundColor = "#001122"\nprimaryColor = "#cc0000"\n');
  configure('[theme]\nbase = "sea.toml"\nprimaryColor = "#00aa55"\n');
  await expect.poll(() => style(body, "background-color"), { timeout: 10_000 }).toBe("rgb(0, 17, 34)");
  expect(await style(page.locator("html"), "--primary")).toBe("#00aa55");
  save("sea.toml", '[theme]\nbase = "dark"\nbackgroundColor = "#112200"\n');
  await expect.poll(() => style(body, "background-color"), { timeout: 10_000 }).toBe("rgb(17, 34, 0)");
});

test("ui-theming-006 named colours, code, weights, paddings and headers of tables follow the theme, in the sidebar its own", async () => {
  const { page } = await open(
    `${APP}
st.markdown(":red[red] :green-background[green] :blue-badge[badge]");
st.table([{ a: 1 }]);
st.sidebar.markdown(":red[aside] and \`code\`");
`,
    `[theme]
redColor = "#aa1122"
greenBackgroundColor = "#ccffdd"
blueTextColor = "#001188"
codeTextColor = "#7700cc"
codeBackgroundColor = "#ffeeff"
codeFontWeight = 600
baseFontWeight = 300
metricValueFontWeight = 700
paddingTop = "20px"
paddingBottom = "30px"
dataframeHeaderBackgroundColor = "#eeffcc"
[theme.sidebar]
redTextColor = "#cc3300"
codeTextColor = "#008877"
font = "monospace"
`,
  );
  const main = page.getByTestId("stMain");
  await main.getByText("red", { exact: true }).waitFor();
  expect(await style(main.getByText("red", { exact: true }), "color")).toBe("rgb(170, 17, 34)");
  expect(await style(main.getByText("green", { exact: true }), "background-color")).toBe("rgb(204, 255, 221)");
  expect(await style(main.getByText("badge", { exact: true }), "color")).toBe("rgb(0, 17, 136)");
  const code = main.getByTestId("stMarkdown").locator("code").first();
  expect([await style(code, "color"), await style(code, "background-color")]).toEqual(["rgb(119, 0, 204)", "rgb(255, 238, 255)"]);
  expect(await style(page.getByTestId("stCode").locator("pre"), "font-weight")).toBe("600");
  expect(await style(page.locator("body"), "font-weight")).toBe("300");
  expect(await style(page.getByTestId("stMetricValue"), "font-weight")).toBe("700");
  const content = page.getByTestId("stMainBlockContainer");
  expect([await style(content, "padding-top"), await style(content, "padding-bottom")]).toEqual(["20px", "30px"]);
  expect(await style(page.getByTestId("stTable").locator("thead th").last(), "background-color")).toBe("rgb(238, 255, 204)");
  const sidebar = page.getByTestId("stSidebar");
  expect(await style(sidebar.getByText("aside", { exact: true }), "color")).toBe("rgb(204, 51, 0)");
  expect(await style(sidebar.locator("code"), "color")).toBe("rgb(0, 136, 119)");
  expect(await style(sidebar.getByTestId("stMarkdown"), "font-family")).toMatch(/^"Source Code Pro/);
});

test("cfg-005 a dark theme with purple accents is offered as the custom theme and is the one in use", async () => {
  const { page } = await open(APP, '[theme]\nbase = "dark"\nprimaryColor = "purple"\n');
  expect(await style(page.locator("body"), "background-color")).toBe("rgb(14, 17, 23)");
  expect(await style(page.getByRole("button", { name: "Go" }), "background-color")).toBe("rgb(128, 0, 128)");
  await page.getByTestId("stMainMenuButton").click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  const theme = page.getByTestId("stSettingsDialog").getByRole("combobox");
  expect(await theme.inputValue()).toBe("custom");
  await theme.selectOption("light");
  expect(await style(page.locator("body"), "background-color")).toBe("rgb(255, 255, 255)");
});

test("cfg-017 a theme of a font alone is light with serif text, and code stays monospace", async () => {
  const { page } = await open(APP, '[theme]\nfont = "serif"\n');
  expect(await style(page.locator("body"), "background-color")).toBe("rgb(255, 255, 255)");
  expect(await style(page.getByTestId("stMarkdown").first(), "font-family")).toMatch(/^"Source Serif 4/);
  expect(await style(page.locator("main h1"), "font-family")).toMatch(/^"Source Serif 4/);
  expect(await style(page.getByTestId("stCode").locator("pre"), "font-family")).toMatch(/^"Source Code Pro/);
});

test("tables for light and dark follow the system, also in the sidebar", async () => {
  const { page } = await open(
    APP,
    '[theme.light]\nbackgroundColor = "#f0fff0"\n[theme.dark]\nbackgroundColor = "#001a00"\n[theme.dark.sidebar]\nbackgroundColor = "#003300"\n',
  );
  const body = page.locator("body");
  expect(await style(body, "background-color")).toBe("rgb(240, 255, 240)");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => style(body, "background-color")).toBe("rgb(0, 26, 0)");
  expect(await style(page.getByTestId("stSidebar"), "background-color")).toBe("rgb(0, 51, 0)");
});

const EVERYTHING = `
import st from "rivulet";
st.title("All of it");
st.markdown("Text, \`code\`, [link](https://example.org/), :red[red] :green-background[green] :blue-badge[badge]");
st.caption("Caption"); st.text("Plain"); st.code("const x = 1; // note");
st.info("Info"); st.success("Good"); st.warning("Careful"); st.error("Bad");
st.textInput("Text", { placeholder: "type", help: "help" }); st.textArea("Area", "many"); st.numberInput("Number", 0, 10, 3);
st.selectbox("One", ["a", "b"]); st.multiselect("Many", ["a", "b"], { default: ["a"] }); st.radio("Radio", ["a", "b"]);
st.slider("Slide", 0, 10, 4); st.dateInput("Day", "2026-01-31"); st.timeInput("Time", "12:30"); st.checkbox("Check"); st.toggle("Toggle", { value: true });
st.button("Button"); st.button("Primary", { type: "primary" }); st.button("Off", { disabled: true });
st.table([{ a: 1, b: "x" }]); st.dataframe([{ a: 1, b: "x" }]); st.json({ a: [1, "two", null] });
st.lineChart([{ x: 1, y: 2 }, { x: 2, y: 1 }], { x: "x", y: "y" }); st.metric("Metric", "3", "1 %"); st.progress(40);
const [tab] = st.tabs(["Tab", "Other"]); tab.write("In a tab");
st.expander("More", { expanded: true }, () => { st.write("Inside"); });
const ask = st.dialog("Question", () => { st.write("Sure?"); st.textInput("Why"); });
if (st.button("Ask")) ask();
st.sidebar.selectbox("Side", ["a"]); st.sidebar.caption("small");
`;

test("ui-theming-002 dark from the settings leaves everything readable on #0e1117", async () => {
  const path = script(EVERYTHING);
  const app = await serveApp(path);
  endings.unshift(() => app.stop());
  const guest = await visitor(browser, app.url, { colorScheme: "light", reducedMotion: "reduce" });
  endings.unshift(() => guest.close());
  const { page } = guest;
  await page.getByTestId("stMainMenuButton").click();
  await page.getByRole("menuitem", { name: "Settings" }).click();
  await page.getByTestId("stSettingsDialog").getByRole("combobox").selectOption("dark");
  expect(await style(page.locator("body"), "background-color")).toBe("rgb(14, 17, 23)");
  expect(await guest.violations()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByTestId("stVegaLiteChart").locator("canvas").waitFor();
  await page.getByTestId("stDataFrame").locator("canvas").first().waitFor();
  expect(await guest.violations()).toEqual([]);
  await page.getByTestId("stMainMenuButton").click();
  await page.getByRole("menu").waitFor();
  expect(await guest.violations()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Ask" }).click();
  await page.getByRole("dialog").waitFor();
  expect(await guest.violations()).toEqual([]);
});

test("the style of the guide reaches the element with the key", async () => {
  const guide = readFileSync(new URL("../docs/guides/theming.md", import.meta.url), "utf8");
  const example = /^```ts\n(.*?)^```$/ms.exec(guide)?.[1] ?? "";
  const app = await serveApp(script(example));
  endings.unshift(() => app.stop());
  const guest = await visitor(browser, app.url);
  endings.unshift(() => guest.close());
  const button = guest.page.getByRole("button", { name: "Delete everything" });
  await button.waitFor();
  await expect.poll(() => style(button, "border-top-color"), { timeout: 10_000 }).toBe("rgb(220, 20, 60)");
  expect(await guest.page.locator(".st-key-card").getByText("A container has its class too.").count()).toBe(1);
});
