import { expect, test } from "vitest";
import { SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.colorPicker("Line", "#ff0000", { key: "line" });
st.timeInput("Alarm", "08:45", { key: "alarm" });
st.datetimeInput("Departure", "2026-11-19T16:45", "2026-11-05T09:00", "2026-12-24T18:00", { key: "departure" });
st.datetimeInput("Arrival", null, { key: "arrival", format: "DD.MM.YYYY" });
st.datetimeInput("Needed", "2026-11-19T16:45", { key: "needed", required: true });
${SHOW_STATE}`);
const { state, becomes } = app;
const box = (name: string) => app.page.getByRole("combobox", { name, exact: true });
const openColor = () => app.page.getByTestId("stColorPicker").getByRole("button", { name: /^Line/ }).click();
const swatch = () => app.page.getByTestId("stColorPickerBlock").evaluate((e) => getComputedStyle(e).backgroundColor);

test("ui-color_picker-002 a typed color counts once the picker is closed by a click outside, in lower case", async () => {
  const { runs } = await state();
  await openColor();
  const hex = app.page.getByRole("textbox", { name: "HEX" });
  await hex.fill("#00FF80");
  await expect.poll(swatch).toBe("rgb(0, 255, 128)");
  expect((await state()).runs).toBe(runs);
  await app.page.mouse.click(850, 20);
  await becomes("line", "#00ff80");
  expect(await app.page.getByTestId("stColorPickerPopover").count()).toBe(0);
  expect((await state()).runs).toBe((runs as number) + 1);
});

test("ui-color_picker-003 the arrows switch between HEX, RGB and HSL, and each takes a color", async () => {
  await openColor();
  await app.page.getByRole("button", { name: "Write the color as RGB" }).click();
  expect(await app.page.getByRole("spinbutton", { name: "R" }).inputValue()).toBe("255");
  await app.page.getByRole("spinbutton", { name: "B" }).fill("255");
  await expect.poll(swatch).toBe("rgb(255, 0, 255)");
  await app.page.getByRole("button", { name: "Write the color as HSL" }).click();
  expect(await app.page.getByRole("spinbutton", { name: "H" }).inputValue()).toBe("300");
  await app.page.getByRole("spinbutton", { name: "H" }).fill("240");
  await expect.poll(swatch).toBe("rgb(0, 0, 255)");
  await app.page.getByRole("button", { name: "Write the color as HEX" }).click();
  expect(await app.page.getByRole("textbox", { name: "HEX" }).inputValue()).toBe("#0000ff");
  await app.page.keyboard.press("Escape");
  await becomes("line", "#0000ff");
});

test("the field of a color and its hue are moved by keys", async () => {
  await openColor();
  await app.page.getByRole("slider", { name: "Hue" }).press("ArrowRight");
  await app.page.getByRole("textbox", { name: "HEX" }).press("Enter");
  await expect.poll(async () => (await state()).line).not.toBe("#ff0000");
  expect(
    await app.page
      .getByTestId("stColorPicker")
      .getByRole("button", { name: /^Line/ })
      .evaluate((e) => e === document.activeElement),
  ).toBe(true);
});

test("dt-006 a time that is picked comes as it was picked, wherever the viewer is", async () => {
  for (const timezoneId of ["Pacific/Auckland", "America/Los_Angeles", "UTC"]) {
    await app.open({ timezoneId });
    expect((await state()).alarm).toBe("08:45:00");
    await box("Alarm").click();
    await app.page.getByRole("option", { name: "12:30", exact: true }).click();
    await becomes("alarm", "12:30:00");
    expect(await box("Alarm").inputValue()).toBe("12:30");
  }
});

test("ui-datetime_input-001 a day and a time make one value, and both stand in the field", async () => {
  await app.open({ timezoneId: "America/Los_Angeles" });
  await box("Arrival").click();
  await app.page.getByRole("combobox", { name: "Year" }).selectOption("2026");
  await app.page.getByRole("combobox", { name: "Month" }).selectOption({ label: "November" });
  await app.page.getByRole("button", { name: "Friday, November 20, 2026" }).click();
  await app.page.getByRole("option", { name: "07:15", exact: true }).click();
  await becomes("arrival", "2026-11-20T07:15:00");
  expect(await box("Arrival").inputValue()).toBe("20.11.2026, 07:15");
  expect(await app.page.getByRole("dialog").count()).toBe(0);
  await app.page.getByTestId("stDateTimeInput").nth(1).getByRole("button", { name: "Clear" }).click();
  await becomes("arrival", null);
});

test("a day alone keeps the time there was, and begins at midnight where there was none", async () => {
  await box("Departure").click();
  await app.page.getByRole("button", { name: "Friday, November 20, 2026" }).click();
  await becomes("departure", "2026-11-20T16:45:00");
  await app.page.keyboard.press("Escape");
  await box("Arrival").press("ArrowDown");
  await app.page.keyboard.press("Enter");
  await app.page.keyboard.press("Escape");
  await expect.poll(async () => String((await state()).arrival)).toMatch(/T00:00:00$/);
});

test("a moment is typed, and said to be wrong where it is outside its bounds or none at all", async () => {
  await box("Departure").fill("2026/12/01 8:05 pm");
  await box("Departure").press("Enter");
  await becomes("departure", "2026-12-01T20:05:00");
  await box("Departure").fill("2026/12/24, 19:00");
  await box("Departure").press("Enter");
  await app.page.getByRole("alert").getByText("Enter a day and a time from 2026/11/05, 09:00 to 2026/12/24, 18:00.").waitFor();
  await box("Departure").fill("soon");
  await box("Departure").press("Enter");
  await app.page.getByRole("alert").getByText("Enter a day and a time as YYYY/MM/DD, HH:MM.").waitFor();
  expect((await state()).departure).toBe("2026-12-01T20:05:00");
  await box("Departure").fill("");
  await box("Departure").press("Enter");
  await becomes("departure", "2026-11-19T16:45:00");
});

test("a moment that is required is not emptied, and times outside the bounds cannot be picked", async () => {
  await box("Needed").fill("2026/11/20, 10:00");
  await box("Needed").press("Enter");
  await becomes("needed", "2026-11-20T10:00:00");
  await box("Needed").fill("");
  await box("Needed").press("Enter");
  await expect.poll(() => box("Needed").inputValue()).toBe("2026/11/20, 10:00");
  await box("Departure").fill("2026/11/05, 12:00");
  await box("Departure").press("Enter");
  await box("Departure").click();
  expect(await app.page.getByRole("option", { name: "08:45", exact: true }).getAttribute("aria-disabled")).toBe("true");
  await app.page.getByRole("option", { name: "09:00", exact: true }).click();
  await becomes("departure", "2026-11-05T09:00:00");
});
