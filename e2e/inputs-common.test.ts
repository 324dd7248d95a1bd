import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { rect, SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`
const off = { disabled: true };
const where = st.queryParams.get("part");
if (where === "off") {
  st.checkbox("c-off", { ...off, key: "checkbox" });
  st.toggle("t-off", { ...off, key: "toggle" });
  st.radio("r-off", ["a", "b"], { ...off, key: "radio" });
  st.selectbox("s-off", ["a", "b"], { ...off, key: "selectbox" });
  st.multiselect("m-off", ["a", "b"], ["a"], { ...off, key: "multiselect" });
  st.slider("sl-off", 0, 10, 5, { ...off, key: "slider" });
  st.selectSlider("ss-off", ["a", "b"], { ...off, key: "selectSlider" });
  st.numberInput("n-off", 0, 10, 5, { ...off, key: "numberInput" });
  st.textInput("te-off", "x", { ...off, key: "textInput" });
  st.textArea("ta-off", "x", { ...off, key: "textArea" });
  st.dateInput("d-off", "2026-01-05", { ...off, key: "dateInput" });
  st.timeInput("ti-off", "08:45", { ...off, key: "timeInput" });
  st.datetimeInput("dt-off", "2026-01-05T08:45", { ...off, key: "datetimeInput" });
  st.pills("p-off", ["a", "b"], { ...off, key: "pills" });
  st.segmentedControl("sc-off", ["a", "b"], { ...off, key: "segmentedControl" });
  st.feedback("stars", { ...off, key: "feedback" });
  st.colorPicker("co-off", "#ff0000", { ...off, key: "colorPicker" });
  st.pagination(5, { ...off, key: "pagination" });
  st.menuButton("me-off", ["a", "b"], { ...off, key: "menuButton" });
  st.button("b-off", { ...off, key: "button" });
}
if (where === "keys") {
  st.button("One");
  st.checkbox("Two");
  st.toggle("Three");
  st.radio("Four", ["a", "b"]);
  st.selectbox("Five", ["a", "b"]);
  st.multiselect("Six", ["a", "b"]);
  st.slider("Seven", 0, 10, 5);
  st.numberInput("Eight", 0, 10, 5);
  st.textInput("Nine", { help: "Some help" });
  st.textArea("Ten");
  st.dateInput("Eleven", "2026-01-05");
  st.timeInput("Twelve", "08:45");
  st.datetimeInput("Thirteen", "2026-01-05T08:45");
  st.pills("Fourteen", ["a", "b"]);
  st.segmentedControl("Fifteen", ["a", "b"]);
  st.feedback("stars");
  st.colorPicker("Sixteen");
  st.menuButton("Seventeen", ["a"]);
  st.pagination(3);
  st.linkButton("Eighteen", "https://example.com");
}
if (where === "labels") {
  st.textInput("# Heading **bold**", { key: "heading" });
  st.textInput("- list \`code\`\\n- :red[second]", { key: "list" });
  st.textInput("> quote :smile: :material/home: [link](https://example.com)", { key: "quote" });
  st.textInput("| a | b |\\n|---|---|\\n| 1 | 2 |", { key: "table" });
  st.button("**Bold** \`code\` :red[red] :smile: [link](https://example.com)", { key: "labelled" });
  st.slider("Long help", { help: "word ".repeat(900) });
}
if (where === "rest") {
  st.multiselect("Many", Array.from({ length: 30 }, (_, at) => "Option number " + at), Array.from({ length: 20 }, (_, at) => "Option number " + at), { key: "many" });
  st.multiselect("Long", ["x".repeat(200), "y"], ["x".repeat(200)], { key: "long" });
  st.radio("Row", ["one", "two", "three", "four", "five", "six", "seven"], { horizontal: true, key: "row" });
  st.textArea("Grows", { height: "content", key: "grows" });
  st.slider("Ends", 0, 10, 5, { format: "%d km", key: "ends" });
  st.expander("Closed", () => void st.slider("Inside", 0, 100, 70, { key: "inside" }));
  st.selectbox("Few", ["a", "b", "c"], { key: "few" });
  st.selectbox("Lots", Array.from({ length: 100_000 }, (_, at) => "Row " + at), { key: "lots" });
}
if (where === "quiet") {
  const s = st.sessionState.init({ runs: 0 });
  s.runs += 1;
  st.slider("Held", 0, 10, 5, { key: "held", onChange: "ignore" });
  st.textInput("Bound", { key: "bound", bind: "query-params", onChange: "ignore" });
  st.pills("Held too", ["a", "b"], { key: "pill", onChange: "ignore" });
  st.button("Run");
}
${SHOW_STATE}`);
const { state, becomes } = app;
const part = (name: string) => app.open({}, `part=${name}`);
const style = (what: Locator, name: string) => what.evaluate((element, property) => getComputedStyle(element).getPropertyValue(property), name);

test("ui-disabled-001 disabled widgets of every kind take no click, key or drag, look faded and say not-allowed", async () => {
  await part("off");
  const before = await state();
  const boxes = app.page.locator('[class*="st-key-"]');
  expect(await boxes.count()).toBe(20);
  for (const box of await boxes.all()) {
    const controls = box.locator("input, textarea, button, [role=slider]");
    const control = controls.last();
    await control.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await rect(control);
    await app.page.mouse.move(x + width / 2, y + height / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(x + width / 2 + 40, y + height / 2);
    await app.page.mouse.up();
    await app.page.keyboard.type("1");
    const cursor = await control.evaluate(
      (element, at) => getComputedStyle(document.elementFromPoint(at[0] as number, at[1] as number) ?? element).cursor,
      [x + width / 2, y + height / 2],
    );
    expect([await box.getAttribute("class"), cursor]).toEqual([await box.getAttribute("class"), "not-allowed"]);
  }
  expect(await state()).toEqual(before);
  for (const faded of ["te-off", "p-off", "sl-off", "b-off", "c-off"]) {
    expect(await style(app.page.getByText(faded, { exact: true }), "color"), faded).toBe("rgba(49, 51, 63, 0.4)");
  }
});

test("ui-keyboard-001 Tab comes to every control from top to bottom with a visible mark, and a click on a button leaves none", async () => {
  await part("keys");
  await app.page.getByRole("button", { name: "One" }).focus();
  const seen: { name: string; top: number; marked: boolean }[] = [];
  for (let press = 0; press < 60; press += 1) {
    const now = await app.page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const marks = (of: Element | null) => {
        const look = of && getComputedStyle(of);
        return look ? (look.outlineStyle !== "none" && look.outlineWidth !== "0px") || look.boxShadow !== "none" : false;
      };
      const box = element.closest('[data-testid^="st"].rv-box');
      return {
        name: box?.getAttribute("data-testid") ?? "",
        top: element.getBoundingClientRect().top + window.scrollY + (document.querySelector('[data-testid="stMain"]')?.scrollTop ?? 0),
        marked: marks(element) || marks(element.parentElement),
      };
    });
    if (now.name === "") break;
    seen.push(now);
    await app.page.keyboard.press("Tab");
  }
  const kinds = [...new Set(seen.map(({ name }) => name))];
  expect(kinds).toEqual(
    expect.arrayContaining(
      "stButton stCheckbox stRadio stSelectbox stMultiSelect stSlider stNumberInput stTextInput stTextArea stDateInput stTimeInput stDateTimeInput stButtonGroup stFeedback stColorPicker stMenuButton stPagination stLinkButton".split(
        " ",
      ),
    ),
  );
  expect(seen.filter(({ marked }) => !marked)).toEqual([]);
  const tops = seen.map(({ top }) => top);
  for (let at = 1; at < tops.length; at += 1) expect((tops[at] as number) + 40).toBeGreaterThan(tops[at - 1] as number);
  const button = app.page.getByRole("button", { name: "One" });
  await button.click();
  expect(await style(button, "outline-style")).toBe("none");
});

test("ui-label_visibility-002 ui-button-008 labels are one line of text: blocks are unwrapped, what stands in a line stays", async () => {
  await part("labels");
  const label = (key: string) => app.page.locator(`.st-key-${key}`).getByTestId("stWidgetLabel");
  for (const key of ["heading", "list", "quote", "table"]) {
    expect(await label(key).locator("h1, ul, ol, li, blockquote, table").count(), key).toBe(0);
  }
  expect(await label("heading").locator("strong").innerText()).toBe("bold");
  expect(await label("list").locator("code").innerText()).toBe("code");
  expect(await label("list").innerText()).toContain("second");
  expect(await label("quote").getByRole("link").getAttribute("href")).toBe("https://example.com");
  expect(await label("quote").innerText()).toContain("😄");
  expect(await label("quote").getByTestId("stIconMaterial").count()).toBe(1);
  expect(await label("table").innerText()).toContain("1");
  const button = app.page.locator(".st-key-labelled").getByRole("button");
  expect([await button.locator("strong").innerText(), await button.locator("code").innerText(), await button.getByRole("link").count()]).toEqual([
    "Bold",
    "code",
    0,
  ]);
  expect(await button.innerText()).toContain("link");
  expect(await style(button.getByText("red"), "color")).not.toBe(await style(button, "color"));
});

test("ui-tooltip-002 very long help opens limited in width, at most 300 pixels high, and scrolls", async () => {
  await part("labels");
  await app.page.getByRole("button", { name: "Help for Long help" }).hover();
  const bubble = app.page.getByRole("tooltip");
  await bubble.waitFor();
  const { width, height } = await rect(bubble);
  expect(width).toBeLessThanOrEqual(680);
  expect(height).toBeLessThanOrEqual(302);
  expect(await bubble.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
});

test("ui-multiselect-007 many chips grow over several lines, and a long one is cut", async () => {
  await part("rest");
  expect((await rect(app.page.locator(".st-key-many"))).height).toBeGreaterThan(120);
  const chip = app.page.locator('.st-key-long [data-baseweb="tag"] > span').first();
  expect(await chip.evaluate((element) => element.scrollWidth > element.clientWidth && getComputedStyle(element).textOverflow)).toBe("ellipsis");
});

test("ui-radio-002 a horizontal radio stands in one row, and wraps where it is narrow", async () => {
  await part("rest");
  const tops = () => app.page.locator(".st-key-row label").evaluateAll((all) => new Set(all.map((one) => one.getBoundingClientRect().top)).size);
  expect(await tops()).toBe(1);
  await app.page.setViewportSize({ width: 320, height: 800 });
  await expect.poll(tops).toBeGreaterThan(1);
});

test("ui-text_area-004 a text area as high as its content grows with it", async () => {
  await part("rest");
  const area = app.page.getByRole("textbox", { name: "Grows" });
  const before = (await rect(area)).height;
  await area.fill("line\n".repeat(20));
  expect((await rect(area)).height).toBeGreaterThan(before + 200);
});

test("ui-slider-005 ui-slider-010 both ends are named in the slider's format, and in an expander the value stands over its thumb", async () => {
  await part("rest");
  const slider = app.page.locator(".st-key-ends");
  expect([await slider.getByTestId("stSliderTickBarMin").innerText(), await slider.getByTestId("stSliderTickBarMax").innerText()]).toEqual(["0 km", "10 km"]);
  const [track, min] = [await rect(slider.getByRole("slider").locator("..")), await rect(slider.getByTestId("stSliderTickBarMin"))];
  expect(min.y).toBeGreaterThan(track.y);
  await app.page.getByText("Closed").click();
  const thumb = app.page.getByRole("slider", { name: "Inside" });
  await thumb.waitFor();
  const center = async (what: Locator) => {
    const { x, width } = await rect(what);
    return x + width / 2;
  };
  await expect
    .poll(async () => Math.abs((await center(thumb)) - (await center(app.page.locator(".st-key-inside").getByTestId("stSliderThumbValue")))))
    .toBeLessThan(2);
});

test("ui-mobile-003 a tap on a short list opens it without the keyboard of the screen", async () => {
  await app.open({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } }, "part=rest");
  const few = app.page.getByRole("combobox", { name: "Few" });
  expect(await few.getAttribute("inputmode")).toBe("none");
  await few.tap();
  await app.page.getByRole("option", { name: "b", exact: true }).tap();
  await becomes("few", "b");
  expect(await app.page.getByRole("combobox", { name: "Lots" }).getAttribute("inputmode")).not.toBe("none");
});

test("a hundred thousand options open, are searched and chosen, with few of them drawn", async () => {
  await part("rest");
  const lots = app.page.getByRole("combobox", { name: "Lots" });
  await lots.click();
  await app.page.getByRole("option", { name: "Row 0", exact: true }).waitFor();
  expect(await app.page.getByRole("option").count()).toBeLessThan(40);
  await app.page.keyboard.type("Row 98765");
  await app.page.getByRole("option", { name: "Row 98765", exact: true }).click();
  await becomes("lots", "Row 98765");
  await lots.click();
  await app.page.getByRole("option", { name: "Row 98765", exact: true }).waitFor();
});

test("ui-widget_state-003 two tabs do not see each other's values", async () => {
  await part("rest");
  const other = await app.browser.newPage();
  await other.goto(`${app.url}?part=rest`);
  const theirs = other.getByRole("combobox", { name: "Few" });
  await theirs.waitFor();
  await app.page.getByRole("combobox", { name: "Few" }).click();
  await app.page.getByRole("option", { name: "c", exact: true }).click();
  await becomes("few", "c");
  expect(await theirs.inputValue()).toBe("a");
  expect(JSON.parse(await other.getByTestId("stCode").last().locator("code").innerText()).few).toBe("a");
  await other.close();
});

test("changes that are to wait rerun nothing, show in the address where they are bound, and come with the next run", async () => {
  await part("quiet");
  const { runs } = await state();
  await app.page.getByRole("slider", { name: "Held" }).press("ArrowRight");
  await app.page.getByRole("radio", { name: "b" }).click();
  await app.page.getByRole("textbox", { name: "Bound" }).fill("Ann");
  await app.page.getByRole("textbox", { name: "Bound" }).press("Enter");
  await app.page.waitForURL(/bound=Ann/);
  expect(await state()).toMatchObject({ runs, held: 5, bound: "", pill: null });
  expect(await app.page.getByRole("slider", { name: "Held" }).getAttribute("aria-valuenow")).toBe("6");
  await app.page.getByRole("button", { name: "Run" }).click();
  await becomes("runs", (runs as number) + 1);
  expect(await state()).toMatchObject({ held: 6, bound: "Ann", pill: "b" });
  await app.page.reload();
  await app.page.getByRole("textbox", { name: "Bound" }).waitFor();
  expect(await app.page.getByRole("textbox", { name: "Bound" }).inputValue()).toBe("Ann");
});
