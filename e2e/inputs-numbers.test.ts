import { expect, test } from "vitest";
import { rect, SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.slider("Level", 0, 100, 40, { key: "level" });
st.slider("Share", 0, 1, 0.3, { step: 0.1, key: "share" });
st.slider("Range", 0, 100, [25, 75], { key: "range" });
st.selectSlider("Size", ["S", "M", "L"], { key: "size" });
st.numberInput("Amount", 0, 30, 5, { key: "amount" });
st.numberInput("Fraction", { key: "fraction" });
st.form("order", () => {
  st.numberInput("Pieces", 1, 50, 3, { key: "pieces" });
  st.formSubmitButton("Order", { key: "sent" });
});
${SHOW_STATE}`);
const { state, becomes } = app;

test("ui-slider-001 ui-slider-002 ui-slider-009 a slider follows keys and clicks and tells its value", async () => {
  const thumb = app.page.getByRole("slider", { name: "Level" });
  await thumb.press("ArrowRight");
  expect([await thumb.getAttribute("aria-valuenow"), await thumb.getAttribute("aria-valuetext")]).toEqual(["41", "41"]);
  await becomes("level", 41);
  const track = await rect(app.page.getByTestId("stSlider").first().getByRole("slider").locator(".."));
  await app.page.mouse.click(track.x + track.width * 0.8, track.y + 2);
  await becomes("level", 80);
});

test("ui-slider-004 ui-slider-007 ranges never turn around, and steps of 0.1 bring no noise", async () => {
  const share = app.page.getByRole("slider", { name: "Share" });
  for (let press = 0; press < 4; press += 1) await share.press("ArrowRight");
  expect(await share.getAttribute("aria-valuetext")).toBe("0.7");
  await becomes("share", 0.7);
  const from = app.page.getByRole("slider", { name: "Range, from" });
  await from.press("End");
  await becomes("range", [75, 75]);
});

test("ui-select_slider-001 a slider over words shows and returns the next word", async () => {
  const size = app.page.getByRole("slider", { name: "Size" });
  await size.press("ArrowRight");
  expect(await size.getAttribute("aria-valuetext")).toBe("M");
  await becomes("size", "M");
});

test("ui-number_input-001 ui-number_input-003 ui-number_input-008 wid-015 steppers commit at once, count every click and end at the bounds", async () => {
  const more = app.page.getByRole("button", { name: "Increase Amount" });
  await more.evaluate((button: HTMLButtonElement) => {
    for (let click = 0; click < 25; click += 1) button.click();
  });
  await becomes("amount", 30);
  expect(await more.isDisabled()).toBe(true);
  await app.page.getByRole("spinbutton", { name: "Amount" }).press("ArrowDown");
  await becomes("amount", 29);
});

test("ui-number_input-004 ui-number_input-005 ui-number_input-007 what is outside the bounds is not sent, an emptied field returns", async () => {
  const amount = app.page.getByRole("spinbutton", { name: "Amount" });
  const { runs } = await state();
  await amount.fill("99");
  await amount.press("Enter");
  expect(await amount.evaluate((input: HTMLInputElement) => input.validity.rangeOverflow)).toBe(true);
  expect((await state()).runs).toBe(runs);
  await amount.fill("");
  await amount.press("Enter");
  expect(await amount.inputValue()).toBe("5");
  expect(await app.page.getByRole("spinbutton", { name: "Fraction" }).inputValue()).toBe("0.00");
});

test("a number out of bounds holds its form back, says why below the field, and Escape brings back what stood there", async () => {
  const pieces = app.page.getByRole("spinbutton", { name: "Pieces" });
  const error = app.page.getByTestId("stForm").getByRole("alert");
  const { runs } = await state();
  await pieces.press("End");
  await pieces.press("Backspace");
  await pieces.pressSequentially("70");
  await app.page.getByRole("button", { name: "Order" }).click();
  await error.waitFor();
  expect(await error.innerText()).toContain("50");
  expect((await state()).runs).toBe(runs);
  await pieces.press("Escape");
  expect(await pieces.inputValue()).toBe("3");
  expect(await error.count()).toBe(0);
  await pieces.fill("70");
  await pieces.fill("7");
  await app.page.getByRole("button", { name: "Order" }).click();
  await becomes("pieces", 7);
});

test("a field with a number out of bounds can be left, and says why it is not taken", async () => {
  const amount = app.page.getByRole("spinbutton", { name: "Amount" });
  const fraction = app.page.getByRole("spinbutton", { name: "Fraction" });
  await amount.fill("99");
  await fraction.click();
  await app.page.keyboard.type("2");
  await expect.poll(() => fraction.inputValue()).toMatch(/2/);
  expect(await app.page.getByTestId("stNumberInput").first().getByRole("alert").innerText()).toContain("30");
  await amount.fill("9");
  await amount.press("Enter");
  await becomes("amount", 9);
});

test("decimals typed into a whole number are cut", async () => {
  const amount = app.page.getByRole("spinbutton", { name: "Amount" });
  await amount.fill("3.7");
  await amount.press("Enter");
  await becomes("amount", 3);
  expect(await amount.inputValue()).toBe("3");
});
