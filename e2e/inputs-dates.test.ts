import { expect, test } from "vitest";
import { SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.dateInput("Day", "2026-07-06", "2026-06-20", "2026-08-10", { key: "day" });
st.dateInput("Vacation", ["2026-01-01", "2026-01-07"], { key: "vacation" });
st.dateInput("No day", null, { key: "noday" });
st.dateInput("Narrow", ["2026-03-01"], { minValue: "2026-01-15", maxValue: "2026-12-31" });
st.timeInput("Alarm", "08:45", { key: "alarm" });
st.timeInput("No time", null, { key: "notime" });
${SHOW_STATE}`);
const { becomes } = app;
const box = (name: string) => app.page.getByRole("combobox", { name, exact: true });
const option = (name: string) => app.page.getByRole("option", { name, exact: true });

test("ui-date_input-001 ui-date_input-005 ui-date_input-008 a calendar picks a day by pointer and keys, inside its bounds", async () => {
  await box("Day").click();
  await app.page.getByRole("button", { name: "Thursday, July 9, 2026" }).click();
  await becomes("day", "2026-07-09");
  expect(await app.page.getByRole("dialog").count()).toBe(0);
  await box("Day").press("ArrowDown");
  await app.page.getByRole("button", { name: "Thursday, July 9, 2026" }).and(app.page.locator(":focus")).waitFor();
  await app.page.keyboard.press("ArrowRight");
  await app.page.keyboard.press("PageDown");
  await app.page.getByRole("button", { name: "Monday, August 10, 2026" }).and(app.page.locator(":focus")).waitFor();
  expect(await app.page.getByRole("button", { name: "Next month" }).isDisabled()).toBe(true);
  expect(await app.page.getByRole("button", { name: "Tuesday, August 11, 2026" }).getAttribute("aria-disabled")).toBe("true");
  await app.page.keyboard.press("Enter");
  await becomes("day", "2026-08-10");
});

test("the arrow down goes into a calendar that a click has opened", async () => {
  await box("Day").click();
  await app.page.getByRole("dialog").waitFor();
  await app.page.keyboard.press("ArrowDown");
  await app.page.locator('[role="dialog"] table :focus').waitFor();
});

test("what is no time stays to be mended, and goes with Escape", async () => {
  const alarm = box("Alarm");
  await alarm.fill("99:99");
  await alarm.press("Enter");
  await app.page.getByText("Enter a time of day.").waitFor();
  expect(await alarm.inputValue()).toBe("99:99");
  await alarm.press("Escape");
  await app.page.getByText("Enter a time of day.").waitFor({ state: "detached" });
  expect(await alarm.inputValue()).toBe("08:45");
});

test("ui-date_input-002 a range is one day after the first click and two after the second", async () => {
  await box("Vacation").click();
  await app.page.getByRole("button", { name: "Monday, January 12, 2026" }).click();
  await becomes("vacation", ["2026-01-12", null]);
  await app.page.getByRole("button", { name: "Thursday, January 15, 2026" }).click();
  await becomes("vacation", ["2026-01-12", "2026-01-15"]);
  expect(await app.page.getByRole("dialog").count()).toBe(0);
});

test("a range of the past is chosen at once, and only those stand there that the bounds leave whole", async () => {
  await app.open({ timezoneId: "UTC" });
  await app.page.clock.setFixedTime("2026-03-31T12:00:00Z");
  await box("Vacation").click();
  const presets = app.page.getByRole("combobox", { name: "Choose a range …" });
  expect(await presets.locator("option").allInnerTexts()).toHaveLength(7);
  await presets.selectOption({ label: "Past 3 months" });
  await becomes("vacation", ["2025-12-31", "2026-03-31"]);
  expect(await app.page.getByRole("dialog").count()).toBe(0);
  await box("Vacation").press("ArrowDown");
  expect(await presets.inputValue()).toBe("2");
  await app.page.keyboard.press("Escape");
  await box("Narrow").click();
  expect(await presets.locator("option").allInnerTexts()).toEqual(["Choose a range …", "Past week", "Past month"]);
  await app.page.keyboard.press("Escape");
  await box("Day").click();
  await app.page.getByRole("dialog").waitFor();
  expect(await presets.count()).toBe(0);
});

test("ui-date_input-003 ui-date_input-006 ui-date_input-007 typed days count, emptied ones return, those that began empty can be taken back", async () => {
  await box("Day").fill("2026/07/20");
  await box("Day").press("Enter");
  await becomes("day", "2026-07-20");
  await box("Day").fill("never");
  await box("Day").press("Enter");
  await app.page.getByRole("alert").getByText("Enter a day as YYYY/MM/DD.").waitFor();
  await box("Day").fill("");
  await box("Day").press("Enter");
  await becomes("day", "2026-07-06");
  await expect.poll(() => box("Day").inputValue()).toBe("2026/07/06");
  await box("No day").fill("2026/05/06");
  await box("No day").press("Enter");
  await becomes("noday", "2026-05-06");
  await box("No day").press("Escape");
  await becomes("noday", null);
});

test("ui-time_input-001 ui-time_input-003 a time is chosen from quarters of an hour, or typed, or taken back", async () => {
  await box("Alarm").click();
  await option("09:00").click();
  await becomes("alarm", "09:00:00");
  await box("Alarm").fill("8:13 pm");
  await box("Alarm").press("Enter");
  await becomes("alarm", "20:13:00");
  await box("No time").fill("7");
  await box("No time").press("Enter");
  await becomes("notime", "07:00:00");
  await app.page.getByTestId("stTimeInput").nth(1).getByRole("button", { name: "Clear" }).click();
  await becomes("notime", null);
  expect(await box("No time").inputValue()).toBe("");
});
