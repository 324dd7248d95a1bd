import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const s = st.sessionState.init({ runs: 0, sent: 0 });
s.runs += 1;
st.form("all", () => {
  st.textInput("Name", { required: true, key: "name" });
  st.textArea("Story", { required: true, key: "story" });
  st.numberInput("Age", { value: null, required: true, key: "age" });
  st.selectbox("Size", ["S", "M"], { index: null, required: true, key: "size" });
  st.dateInput("Stay", [], { required: true, key: "stay" });
  st.timeInput("Alarm", null, { required: true, key: "alarm" });
  st.datetimeInput("Moment", null, { required: true, key: "moment" });
  st.textInput("Off", { required: true, disabled: true });
  st.textInput("Mail", { type: "email", key: "mail" });
  st.formSubmitButton("Send", { onClick: () => { s.sent += 1; } });
});
st.form("again", { clearOnSubmit: true }, () => {
  st.textInput("Word", { required: true, key: "word" });
  st.formSubmitButton("Send word", { onClick: () => { s.sent += 1; } });
});
st.form("tabs", () => {
  const [first, second] = st.tabs(["Seen", "Unseen"]);
  first.textInput("Here");
  second.textInput("There", { required: true });
  st.formSubmitButton("Send tabs", { onClick: () => { s.sent += 1; } });
});
st.form("folded", () => {
  st.expander("Details", () => st.textInput("Folded", { required: true }));
  st.formSubmitButton("Send folded", { onClick: () => { s.sent += 1; } });
});
st.numberInput("Kept", { value: 5, required: true, key: "kept" });
${SHOW_STATE}`);
const { becomes, state } = app;
const box = (name: string) => app.page.getByRole("combobox", { name, exact: true });
const named = (name: string) => app.page.getByRole("textbox", { name, exact: true });
const isFocused = (field: Locator) => expect.poll(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
const send = () => app.page.getByRole("button", { name: "Send", exact: true }).click();

test("a form with empty required fields is held back, each field says why, and the first of them takes the focus", async () => {
  const { runs } = await state();
  await send();
  const alerts = app.page.getByTestId("stForm").first().getByRole("alert");
  await expect
    .poll(() => alerts.allInnerTexts())
    .toEqual(["Enter a value.", "Enter a value.", "Enter a value.", "Choose an option.", "Choose a first and a last day.", "Enter a value.", "Enter a value."]);
  await isFocused(named("Name"));
  expect(await state()).toMatchObject({ runs, sent: 0 });
  await named("Name").fill("Ann");
  await expect.poll(() => alerts.count()).toBe(6);
  await named("Story").fill("  ");
  await named("Name").press("Enter");
  await isFocused(named("Story"));
  await named("Story").fill("Long ago");
  const age = app.page.getByRole("spinbutton", { name: "Age" });
  await age.fill("7");
  await box("Size").click();
  await app.page.getByRole("option", { name: "M" }).click();
  await box("Stay").fill("2026/01/05");
  await box("Stay").press("Enter");
  await send();
  await isFocused(box("Stay"));
  await box("Stay").fill("2026/01/05 – 2026/01/07");
  await box("Stay").press("Enter");
  await box("Alarm").fill("7:30");
  await box("Alarm").press("Enter");
  await box("Moment").fill("2026/01/05, 08:00");
  await box("Moment").press("Enter");
  await named("Mail").fill("nobody");
  await send();
  await isFocused(named("Mail"));
  expect((await state()).sent).toBe(0);
  await named("Mail").fill("ann@example.com");
  await send();
  await becomes("sent", 1);
  expect(await state()).toMatchObject({ runs: (runs as number) + 1, name: "Ann", age: 7, size: "M", stay: ["2026-01-05", "2026-01-07"], alarm: "07:30:00" });
});

test("a form that clears itself does not complain about what it emptied, and a required number that was emptied says so", async () => {
  await app.page.getByRole("button", { name: "Send word" }).click();
  await app.page.getByTestId("stForm").nth(1).getByRole("alert").getByText("Enter a value.").waitFor();
  await named("Word").fill("hello");
  await named("Word").press("Enter");
  await becomes("sent", 1);
  await expect.poll(() => named("Word").inputValue()).toBe("");
  await named("Word").blur();
  const { runs } = await state();
  const kept = app.page.getByRole("spinbutton", { name: "Kept" });
  await kept.fill("");
  await kept.blur();
  await app.page.getByTestId("stNumberInput").last().getByRole("alert").getByText("Enter a value.").waitFor();
  expect(await app.page.getByRole("alert").count()).toBe(1);
  await kept.fill("6");
  await kept.press("Enter");
  await becomes("kept", 6);
  expect((await state()).runs).toBe((runs as number) + 1);
});

test("a form goes to the tab of the field that holds it back", async () => {
  expect(await named("There").isVisible()).toBe(false);
  await app.page.getByRole("button", { name: "Send tabs" }).click();
  await isFocused(named("There"));
  await app.page.keyboard.type("now");
  await app.page.keyboard.press("Enter");
  await becomes("sent", 1);
});

test("a form opens the expander of the field that holds it back", async () => {
  expect(await named("Folded").isVisible()).toBe(false);
  await app.page.getByRole("button", { name: "Send folded" }).click();
  await isFocused(named("Folded"));
  await app.page.keyboard.type("now");
  await app.page.keyboard.press("Enter");
  await becomes("sent", 1);
});
