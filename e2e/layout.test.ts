import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Locator } from "playwright-core";
import { address, shifts, shows, stage, until, watchOpening, watchShifts } from "./stage.ts";

const { open, openScript } = stage();

const box = async (locator: Locator) => {
  const found = await locator.boundingBox();
  if (!found) throw new Error("it is not on the page");
  return found;
};

test("tabs, an expander and a popover that the script hears of draw only what is open, and keep it over reruns", async () => {
  const { page, violations, troubles } = await open(`
    st.title("Lazy");
    const s = st.sessionState.init({ drawn: [] as string[] });
    s.drawn = [];
    const [day, year] = st.tabs(["Day", "Year"], { key: "span", onChange: "rerun", bind: "query-params" });
    if (day.open) { s.drawn.push("day"); day.text("By day"); }
    if (year.open) { s.drawn.push("year"); year.text("By year"); }
    st.expander("Rows", { onChange: "rerun" }, () => { s.drawn.push("rows"); st.text("All rows"); st.checkbox("Only new"); });
    st.popover("Filter", { onChange: "rerun" }, () => { s.drawn.push("filter"); st.text("Choose"); });
    st.text("drawn " + s.drawn.join(" "));
  `);
  await shows(page, "drawn day");
  await page.getByRole("tab", { name: "Year" }).click();
  await shows(page, "drawn year");
  await shows(page, "By year");
  await until(() => address(page), "/?span=Year");
  await page.getByText("Rows", { exact: true }).click();
  await shows(page, "drawn year rows");
  await page.getByText("Only new").click();
  await until(() => page.getByLabel("Only new").isChecked(), true);
  await shows(page, "All rows");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByTestId("stPopoverBody").getByText("Choose").waitFor();
  await shows(page, "drawn year rows filter");
  await page.keyboard.press("Escape");
  await shows(page, "drawn year rows");
  expect(await violations()).toEqual([]);
  await page.reload();
  await shows(page, "drawn year");
  expect(await page.getByRole("tab", { name: "Year" }).getAttribute("aria-selected")).toBe("true");
  expect(troubles).toEqual([]);
});

test("a grid takes as many columns as fit, wide cells shrink with it, and without wrapping it scrolls sideways", async () => {
  const { page } = await open(`
    const grid = st.grid("auto", { minColumnWidth: 150, key: "cards", border: true });
    for (let at = 0; at < 6; at += 1) grid.text("Card " + at);
    grid.cell({ columnSpan: 3 }, () => st.text("Wide"));
    const kept = st.grid(6, { minColumnWidth: 200, wrap: false, key: "kept" });
    for (let at = 0; at < 6; at += 1) kept.text("Kept " + at);
  `);
  const columns = () =>
    page
      .locator(".st-key-cards")
      .evaluate((grid) => new Set([...grid.querySelectorAll('[data-testid="stGridItem"]')].map((item) => item.getBoundingClientRect().left)).size);
  await shows(page, "Card 5");
  await until(columns, 4);
  const wide = page.locator('[data-testid="stGridItem"]', { hasText: "Wide" });
  const card = page.locator('[data-testid="stGridItem"]', { hasText: "Card 0" });
  expect((await box(wide)).width).toBeCloseTo((await box(card)).width * 3 + 32, 0);
  const kept = page.locator(".st-key-kept");
  expect(await kept.evaluate((grid) => grid.scrollWidth > grid.clientWidth + 100)).toBe(true);
  await page.setViewportSize({ width: 400, height: 800 });
  await until(columns, 2);
  expect((await box(wide)).width).toBeCloseTo((await box(card)).width * 2 + 16, 0);
  await page.setViewportSize({ width: 310, height: 800 });
  await until(columns, 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test("the bottom of the page stays in view, in a long page too, which begins at its top", async () => {
  const { page } = await open(`
    st.title("Long");
    for (let at = 0; at < 80; at += 1) st.text("Line " + at);
    st.bottom.button("At the foot");
  `);
  const button = page.getByTestId("stBottom").getByRole("button", { name: "At the foot" });
  await button.waitFor();
  await shows(page, "Line 79");
  const { y, height } = await box(button);
  expect(y + height).toBeLessThanOrEqual(1000);
  expect(await page.getByTestId("stMain").evaluate((main) => main.scrollTop)).toBe(0);
});

test("ui-keyboard-001 what Tab reaches in a long page is never hidden under the header or the bar at the foot", async () => {
  const { page } = await open(`
    for (let at = 0; at < 30; at += 1) st.button("Button " + at);
    st.chatInput("Say something");
  `);
  await page.getByRole("button", { name: "Button 29" }).waitFor();
  await page.getByRole("button", { name: "Button 0", exact: true }).focus();
  const bar = page.getByTestId("stBottom");
  await page.getByTestId("stChatInput").waitFor();
  // The page scrolls with the next frame.
  const clear = (at: number) =>
    until(async () => {
      const { y, height } = await box(page.getByRole("button", { name: `Button ${at}`, exact: true }));
      return y < 60 ? "under the header" : y + height > (await box(bar)).y ? "under the bar" : "clear";
    }, "clear");
  for (let at = 1; at < 30; at += 1) {
    await page.keyboard.press("Tab");
    await clear(at);
  }
  for (let at = 28; at >= 0; at -= 1) {
    await page.keyboard.press("Shift+Tab");
    await clear(at);
  }
});

test("ui-sizing-001 elements fill, hug or keep a width, and never get wider than what is around them", async () => {
  const { page } = await open(`
    for (const [name, width] of Object.entries({ fill: "stretch", hug: "content", fixed: 300, over: 2000 })) {
      st.container({ key: name }).button("A button", { width, key: "b" + name });
    }
    const row = st.container({ horizontal: true, key: "row" });
    row.button("One", { width: "stretch" });
    row.button("Two", { width: 120 });
  `);
  const width = async (key: string) => (await box(page.locator(".st-key-b" + key + " button"))).width;
  const around = async (key: string) => (await box(page.locator(".st-key-" + key))).width;
  await page.getByText("Two").waitFor();
  for (const size of [1280, 400]) {
    await page.setViewportSize({ width: size, height: 800 });
    await until(async () => Math.round(await width("fill")), Math.round(await around("fill")));
    expect(await width("hug")).toBeLessThan(150);
    expect(Math.round(await width("fixed"))).toBe(300);
    expect(Math.round(await width("over"))).toBe(Math.round(await around("over")));
    const [one, two] = await Promise.all(["One", "Two"].map((name) => box(page.getByRole("button", { name }))));
    expect(Math.round(two?.width ?? 0)).toBe(120);
    expect(Math.round((one?.width ?? 0) + 16 + (two?.width ?? 0))).toBe(Math.round(await around("row")));
  }
});

test("ui-container-006 fields of a row share what its buttons leave, and wrap where there is no room", async () => {
  const { page } = await open(`
    const row = st.container({ horizontal: true, verticalAlignment: "bottom", key: "row" });
    row.textInput("Find");
    row.selectbox("In", ["all", "mine"]);
    row.button("Go");
  `);
  const field = (name: string) => page.getByTestId(name);
  const go = page.getByRole("button", { name: "Go" });
  await go.waitFor();
  const [find, among, button, row] = await Promise.all([field("stTextInput"), field("stSelectbox"), go, page.locator(".st-key-row")].map(box));
  expect(Math.round(find?.width ?? 0)).toBe(Math.round(among?.width ?? 0));
  expect(Math.round((find?.width ?? 0) + (among?.width ?? 0) + (button?.width ?? 0) + 32)).toBe(Math.round(row?.width ?? 0));
  await page.setViewportSize({ width: 300, height: 800 });
  await until(async () => (await box(go)).y > (await box(field("stTextInput"))).y + 40, true);
});

test("ui-popover-005 the panel is at least as wide as a wide button, else 320 pixels, and at most 70 % of the window high", async () => {
  const { page } = await open(`
    st.popover("Wide", { width: "stretch" }, () => st.text("in"));
    st.popover("Small", () => { for (let at = 0; at < 60; at += 1) st.text("row " + at); });
  `);
  const panel = page.locator('[data-testid="stPopoverBody"]:popover-open');
  const wide = page.getByRole("button", { name: "Wide" });
  await wide.click();
  await panel.waitFor();
  expect((await box(panel)).width).toBeGreaterThanOrEqual((await box(wide)).width);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Small" }).click();
  await panel.getByText("row 59").waitFor({ state: "attached" });
  const { width, height } = await box(panel);
  expect(Math.round(width)).toBeGreaterThanOrEqual(320);
  expect(height).toBeLessThanOrEqual(701);
  expect(await panel.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
});

test("ui-form-006 ui-form-007 a form stands in a rounded box or in none, and says when its button is missing", async () => {
  const { page } = await open(`
    st.form("boxed", () => { st.textInput("A"); st.formSubmitButton("Send"); });
    st.form("plain", { border: false }, () => { st.textInput("B"); st.formSubmitButton("Go"); });
    st.form("none", () => st.textInput("C"));
  `);
  const forms = page.getByTestId("stForm");
  await page.getByText(/no submit button/).waitFor();
  const look = (at: number) =>
    forms.nth(at).evaluate((form) => {
      const { borderTopWidth, borderRadius, paddingTop } = getComputedStyle(form);
      return [borderTopWidth, Number.parseFloat(borderRadius) > 0, Number.parseFloat(paddingTop) + Number.parseFloat(borderTopWidth)];
    });
  expect(await look(0)).toEqual(["1px", true, 16]);
  expect((await look(1)).filter((_, at) => at !== 1)).toEqual(["0px", 0]);
  expect(
    await forms
      .nth(2)
      .getByText(/no submit button/)
      .count(),
  ).toBe(1);
});

test("ui-fragment-001 ui-fragment-003 ui-fragment-004 a fragment changes alone, loses no click, and shows its errors inside itself", async () => {
  const { page } = await open(`
    const s = st.sessionState.init({ runs: 0, a: 0, b: 0, c: 0 });
    s.runs += 1;
    st.text("script " + s.runs);
    for (const name of ["a", "b", "c"] as const) {
      st.fragment(async () => {
        if (st.button("Add " + name)) s[name] += 1;
        await new Promise((done) => setTimeout(done, 200));
        st.text(name + " " + s[name]);
      })();
    }
    st.container({ key: "risky" }).with(() => st.fragment(() => {
      if (st.checkbox("Break")) throw new Error("broken on purpose");
      st.text("whole");
    })());
  `);
  await shows(page, "whole");
  for (const name of ["a", "b", "c"]) await page.getByRole("button", { name: "Add " + name }).click();
  for (const name of ["a", "b", "c"]) await shows(page, name + " 1");
  await shows(page, "script 1");
  await page.getByRole("checkbox", { name: "Break" }).click();
  await page.locator(".st-key-risky").getByTestId("stException").waitFor();
  expect(await page.getByTestId("stException").count()).toBe(1);
  await page.getByRole("checkbox", { name: "Break" }).click();
  await shows(page, "whole");
  await until(() => page.getByTestId("stException").count(), 0);
  await shows(page, "script 1");
});

test("ui-dialog-008 an error in a dialog, and a dialog in a dialog, are shown inside it", async () => {
  const { page } = await open(`
    const inner = st.dialog("Inner", () => st.text("in"));
    const outer = st.dialog("Outer", () => inner());
    const broken = st.dialog("Broken", () => { throw new Error("lost on the way"); });
    if (st.button("Nest")) outer();
    if (st.button("Break")) broken();
  `);
  await page.getByRole("button", { name: "Nest" }).click();
  await page
    .getByRole("dialog", { name: "Outer" })
    .getByTestId("stExceptionMessage")
    .getByText(/may not be nested/)
    .waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Break" }).click();
  await page.getByRole("dialog", { name: "Broken" }).getByTestId("stExceptionMessage").getByText("lost on the way").waitFor();
});

test("ui-status-001 ui-status-003 a status box turns a ring into a check mark, stays as open as it was, and changes its line in place", async () => {
  const { page } = await open(`
    const box = st.status("Loading", { expanded: true });
    box.text("inside");
    await new Promise((done) => setTimeout(done, 1500));
    box.update({ label: "Half way" });
    await new Promise((done) => setTimeout(done, 1500));
    box.update({ label: "Done", state: "complete" });
    st.text("after");
  `);
  const status = page.getByTestId("stExpander");
  await status.getByText("Loading").waitFor();
  await status.getByTestId("stExpanderIconSpinner").waitFor();
  await status.getByText("inside").waitFor();
  await status.getByText("Half way").waitFor();
  await status.getByText("Done").waitFor();
  await shows(page, "after");
  expect(await status.getByTestId("stExpanderIconSpinner").count()).toBe(0);
  await status.getByRole("img", { name: "Complete" }).waitFor();
  expect(await status.getByText("inside").isVisible()).toBe(true);
});

test("diagrams are drawn under the strict policy, without asking any other host", async () => {
  const { page, troubles } = await openScript("examples/mermaid-chart.ts");
  await until(() => page.getByTestId("stMermaidChart").locator("svg").count(), 3);
  await page.getByText("In stock?").waitFor();
  expect(troubles).toEqual([]);
});

test("a diagram is as wide as what it shows, also for those who want little motion", async () => {
  const { page } = await openScript("examples/mermaid-chart.ts", { reducedMotion: "reduce" });
  const first = page.getByTestId("stMermaidChart").first().locator("svg");
  await first.waitFor();
  const [, , width = 0] = ((await first.getAttribute("viewBox")) ?? "").split(" ").map(Number);
  expect(width).toBeGreaterThan(200);
  expect(width).toBeLessThan(1000);
});

test("a diagram that is no diagram says why, and one in the sidebar has the sidebar's colours", async () => {
  const { page } = await open(`st.mermaidChart("flowchart LR\\n a --> "); st.sidebar.mermaidChart("flowchart LR\\n a[Side] --> b"); st.text("after");`);
  const failed = page.getByTestId("stMain").getByTestId("stMermaidChart");
  await failed.getByRole("alert").waitFor();
  expect(await failed.innerText()).toMatch(/line 2|Parse error|Expecting/i);
  await page.getByTestId("stSidebar").getByTestId("stMermaidChart").locator("svg").waitFor();
});

test("ui-stale_rerun-005 a rerun moves and fades nothing, and keeps focus, half-typed text, scrolling, and what is open", async () => {
  const { page, file } = await open(
    `
    st.title("Still");
    const tabs = st.tabs(["One", "Two"]);
    tabs[1].text("In the second tab");
    st.expander("More", () => st.textInput("Inner"));
    st.container({ height: 150, key: "box" }, () => { for (let at = 0; at < 40; at += 1) st.text("row " + at); });
    st.popover("Panel", () => { st.text("In the panel"); st.textInput("Field"); });
    await new Promise((done) => setTimeout(done, 50));
    for (let at = 0; at < 60; at += 1) st.text("line " + at);
    st.text("version 1");
  `,
    { options: ["--server.runOnSave", "true"] },
  );
  await shows(page, "version 1");
  await page.getByRole("tab", { name: "Two" }).click();
  await page.getByText("More", { exact: true }).click();
  await page.getByLabel("Inner").fill("outside");
  await page.locator(".st-key-box").evaluate((box) => box.scrollTo({ top: 300 }));
  await page.getByTestId("stMain").evaluate((main) => main.scrollTo({ top: 120 }));
  await page.getByRole("button", { name: "Panel" }).click();
  await page.getByLabel("Field").pressSequentially("half typ");
  await until(() => page.getByTestId("stApp").getAttribute("data-test-script-state"), "notRunning");
  const scrolled = () => page.evaluate(() => [".st-key-box", '[data-testid="stMain"]'].map((place) => document.querySelector(place)?.scrollTop));
  const before = await scrolled();
  await page.evaluate(() => {
    const faded: string[] = [];
    Object.assign(window, { faded });
    new MutationObserver((changes) => faded.push(...changes.map(({ target }) => (target as Element).outerHTML.slice(0, 200)))).observe(document.body, {
      subtree: true,
      attributeFilter: ["data-stale"],
    });
  });
  await watchShifts(page);
  writeFileSync(file, readFileSync(file, "utf8").replace("version 1", "version 2"));
  await shows(page, "version 2");
  await until(() => page.getByTestId("stApp").getAttribute("data-test-script-state"), "notRunning");
  expect(await shifts(page)).toEqual([]);
  expect(await page.evaluate(() => (window as Window & { faded?: string[] }).faded)).toEqual([]);
  expect(await scrolled()).toEqual(before);
  const field = page.getByLabel("Field");
  expect([await field.inputValue(), await field.evaluate((own) => own === document.activeElement)]).toEqual(["half typ", true]);
  await page.keyboard.type("ed");
  expect(await field.inputValue()).toBe("half typed");
  expect(await page.getByLabel("Inner").inputValue()).toBe("outside");
  expect(await page.getByText("In the second tab").isVisible()).toBe(true);
});

test("a page opened again moves nothing: the sidebar has its place from the start, and so has a chart that is on its way", async () => {
  const { page } = await open(`
    st.sidebar.text("Beside");
    st.title("Opened");
    st.lineChart([{ a: 1 }, { a: 2 }]);
    st.metric("Speed", "12");
    st.text("below");
  `);
  const whole = async () => {
    await shows(page, "below");
    await page.getByTestId("stVegaLiteChart").locator("canvas").waitFor();
    await page.getByTestId("stMetricValue").waitFor();
    await until(() => page.getByTestId("stApp").getAttribute("data-test-script-state"), "notRunning");
  };
  await whole();
  await watchOpening(page);
  await page.reload();
  await whole();
  expect(await shifts(page)).toEqual([]);
});
