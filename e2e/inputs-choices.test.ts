import { expect, test } from "vitest";
import { rect, SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const LONG = "An option with a long name that goes on and on until nothing of it fits any more into a narrow page";
const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.checkbox("Agree", { key: "agree" });
st.checkbox("Off and ticked", { value: true, disabled: true, key: "off" });
st.toggle("Switch", { key: "switch" });
st.radio("Genre", ["Comedy", "Drama", "Western"], { captions: ["Laugh", "", "Ride"], key: "genre" });
st.selectbox("City", ["Athens", "Bogotá", "Cairo", "Delhi"], { key: "city" });
st.selectbox("Nothing yet", ["Athens", "Bogotá"], { index: null, placeholder: "Pick one", key: "none" });
st.selectbox("Many", Array.from({ length: 5000 }, (_, at) => \`Option \${at}\`), { index: 2500, key: "many" });
st.selectbox("Your own", ["a", "b"], { acceptNewOptions: true, key: "own" });
st.multiselect("Colors", ["red", "green", "blue"], ["red"], { key: "colors" });
st.multiselect("One at most", ["red", "green"], { maxSelections: 1, key: "one" });
st.multiselect("Long one", [LONG, "b"], [LONG], { key: "longone" });
st.multiselect("One row", ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta"], { default: ["Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta"], wrap: false, key: "row" });
st.selectbox("No options", [], { key: "no" });
st.multiselect("No options for several", [], { key: "nos" });
st.multiselect("Only own", [], { acceptNewOptions: true, key: "only" });
st.checkbox(LONG, { wrap: false, key: "cut" });
st.toggle(LONG, { key: "whole" });
${SHOW_STATE}`);
const { state, becomes } = app;
const box = (name: string) => app.page.getByRole("combobox", { name, exact: true });
const option = (name: string) => app.page.getByRole("option", { name, exact: true });

test("ui-checkbox-001 ui-checkbox-002 ui-checkbox-003 ui-toggle-001 boxes and switches take clicks on the box and the label, unless disabled", async () => {
  await app.page.getByText("Agree", { exact: true }).click();
  await becomes("agree", true);
  await app.page.getByRole("checkbox", { name: "Agree" }).click();
  await becomes("agree", false);
  await app.page.getByText("Off and ticked").click({ force: true });
  await app.page.getByRole("switch", { name: "Switch" }).press("Space");
  await becomes("switch", true);
  expect((await state()).off).toBe(true);
  expect((await rect(app.page.getByTestId("stCheckbox").first())).height).toBe(24);
});

test("ui-radio-003 ui-radio-005 arrow keys move a radio's choice, captions keep rows level", async () => {
  await app.page.getByRole("radio", { name: "Comedy" }).focus();
  await app.page.keyboard.press("ArrowDown");
  await becomes("genre", "Drama");
  const heights = await app.page
    .getByTestId("stRadio")
    .locator("label")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(new Set(heights).size).toBe(1);
});

test("ui-selectbox-001 a click opens the list with the current option highlighted, a click on another closes it and reruns", async () => {
  await box("City").click();
  expect(await option("Athens").getAttribute("aria-selected")).toBe("true");
  const list = await rect(app.page.getByRole("listbox"));
  const field = await rect(box("City"));
  expect(list.y).toBeGreaterThan(field.y + field.height - 1);
  await option("Cairo").click();
  await becomes("city", "Cairo");
  expect(await app.page.getByRole("option").count()).toBe(0);
});

test("ui-selectbox-003 ui-selectbox-006 typing filters, keys choose, and nothing found is said", async () => {
  await box("City").click();
  await app.page.keyboard.type("bogota");
  await expect.poll(() => app.page.getByRole("option").allTextContents()).toEqual(["Bogotá"]);
  await app.page.keyboard.press("Enter");
  await becomes("city", "Bogotá");
  await app.page.keyboard.press("ArrowDown");
  await app.page.keyboard.press("ArrowDown");
  await app.page.keyboard.press("Enter");
  await becomes("city", "Cairo");
  await app.page.keyboard.type("zzz");
  await app.page.getByText("No results").waitFor();
  await app.page.keyboard.press("Escape");
  expect(await box("City").inputValue()).toBe("Cairo");
});

test("ui-selectbox-004 an empty start shows its placeholder and can be taken back by Escape or the cross", async () => {
  expect(await box("Nothing yet").getAttribute("placeholder")).toBe("Pick one");
  for (const clear of [
    () => app.page.keyboard.press("Escape"),
    () => app.page.getByTestId("stSelectbox").nth(1).getByRole("button", { name: "Clear" }).click(),
  ]) {
    await box("Nothing yet").click();
    await option("Athens").click();
    await becomes("none", "Athens");
    await clear();
    await becomes("none", null);
  }
});

test("ui-selectbox-007 five thousand options open at once, at the chosen one, in a list of 300 pixels", async () => {
  await box("Many").click();
  await option("Option 2500").waitFor();
  expect(await app.page.getByRole("option").count()).toBeLessThan(40);
  expect((await rect(app.page.getByTestId("stSelectboxVirtualDropdown"))).height).toBeLessThanOrEqual(302);
  await app.page.keyboard.press("End");
  await option("Option 4999").waitFor();
  await app.page.keyboard.press("Enter");
  await becomes("many", "Option 4999");
});

test("ui-selectbox-009 an unknown text is offered and becomes the value", async () => {
  await box("Your own").click();
  await app.page.keyboard.type("fresh");
  await app.page.getByRole("option", { name: "Add “fresh”" }).waitFor();
  await app.page.keyboard.press("Enter");
  await becomes("own", "fresh");
  expect(await box("Your own").inputValue()).toBe("fresh");
});

test("a field without options is off and says so, unless own ones may be added", async () => {
  for (const name of ["No options", "No options for several"]) {
    expect(await box(name).isDisabled()).toBe(true);
    expect(await box(name).getAttribute("placeholder")).toBe("No options to choose from");
  }
  await box("Only own").fill("mine");
  await app.page.keyboard.press("Enter");
  await becomes("only", ["mine"]);
});

test("ui-multiselect-001 ui-multiselect-003 ui-multiselect-004 chips come, leave by cross and Backspace, and the list stays open", async () => {
  await box("Colors").click();
  await option("blue").click();
  await becomes("colors", ["red", "blue"]);
  await expect.poll(() => app.page.getByRole("option").allTextContents()).toEqual(["green"]);
  await option("green").click();
  await becomes("colors", ["red", "blue", "green"]);
  await app.page.keyboard.press("Backspace");
  await becomes("colors", ["red", "blue"]);
  await app.page.getByRole("button", { name: "Remove red" }).click();
  await becomes("colors", ["blue"]);
  await app.page.getByTestId("stMultiSelect").first().getByRole("button", { name: "Clear all" }).click();
  await becomes("colors", []);
});

test("ui-multiselect-005 at the limit the list says so instead of showing options", async () => {
  await box("One at most").click();
  await option("red").click();
  await app.page.getByText("You can choose only one. Remove it first.").waitFor();
  expect(await app.page.getByRole("option").count()).toBe(0);
});

test("on a narrow page one long choice stays on one row, and what is not to wrap is cut or scrolls", async () => {
  await app.open({ viewport: { width: 400, height: 800 } });
  const field = (name: string) =>
    app.page
      .getByTestId("stMultiSelect")
      .filter({ has: box(name) })
      .locator("[data-clearable]");
  expect((await rect(field("Long one"))).height).toBe(40);
  expect((await rect(field("One row"))).height).toBe(40);
  await field("One row").getByRole("button", { name: "Clear all" }).click();
  await becomes("row", []);
  const label = (at: number) => app.page.getByTestId("stCheckbox").nth(at).getByTestId("stWidgetLabel");
  const [cut, whole] = [label(-2), label(-1)];
  expect((await rect(cut)).height).toBe(24);
  expect((await rect(whole)).height).toBeGreaterThan(40);
  await cut.hover();
  expect(await cut.getAttribute("title")).toContain("into a narrow page");
});
