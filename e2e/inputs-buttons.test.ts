import type { Locator } from "playwright-core";
import { expect, test } from "vitest";
import { rect, SHOW_STATE, useInputApp } from "./input-app.ts";

const app = useInputApp(`const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.checkbox("Agree", { key: "agree" });
if (st.button("Go", { shortcut: "Ctrl+K", icon: ":material/rocket_launch:", help: "Off we go" })) st.write("Gone");
const pressed = st.sessionState.init({ pressed: 0 });
st.button("Primary", { type: "primary" });
st.button("Secondary");
st.button("Tertiary", { type: "tertiary" });
st.button("Rocket", { icon: ":material/rocket_launch:" });
st.button("Party", { icon: "🎉" });
st.button("Behind", { icon: ":material/arrow_forward:", iconPosition: "right" });
st.button("Letter", { shortcut: "K", onClick: () => { pressed.pressed += 1; } });
st.textInput("Notes");
${SHOW_STATE}`);

test("ui-button-009 ui-button-010 a button takes Enter, Space and its shortcut", async () => {
  const go = app.page.getByRole("button", { name: /^Go/ });
  for (const press of ["Enter", "Space"]) {
    await app.page.getByText("Agree", { exact: true }).click();
    await expect.poll(() => app.page.getByText("Gone").count()).toBe(0);
    await go.press(press);
    await app.page.getByText("Gone").waitFor();
  }
  await app.page.getByText("Agree", { exact: true }).click();
  await expect.poll(() => app.page.getByText("Gone").count()).toBe(0);
  await app.page.keyboard.press("Control+k");
  await app.page.getByText("Gone").waitFor();
});

test("ui-button-002 ui-button-003 buttons are filled, bordered or bare, and a secondary one takes the color when hovered and pressed", async () => {
  const look = (what: Locator) =>
    what.evaluate((element) => {
      const { backgroundColor, borderTopColor, color } = getComputedStyle(element);
      return { backgroundColor, borderTopColor, color };
    });
  const settled = (what: Locator) => what.evaluate((element) => Promise.all(element.getAnimations().map((one) => one.finished.catch(() => undefined))));
  const [primary, secondary, tertiary] = await Promise.all(["Primary", "Secondary", "Tertiary"].map((name) => look(app.page.getByRole("button", { name }))));
  expect(primary?.color).toBe("rgb(255, 255, 255)");
  const [red = 0, green = 0] = (primary?.backgroundColor.match(/\d+/g) ?? []).map(Number);
  expect(red).toBeGreaterThan(green + 100);
  expect(secondary).toMatchObject({ backgroundColor: "rgb(255, 255, 255)", borderTopColor: "rgba(49, 51, 63, 0.2)" });
  expect(tertiary).toMatchObject({ backgroundColor: "rgba(0, 0, 0, 0)", borderTopColor: "rgba(0, 0, 0, 0)" });
  const button = app.page.getByRole("button", { name: "Secondary" });
  await button.hover();
  await settled(button);
  const hovered = await look(button);
  expect(hovered.color).not.toBe(secondary?.color);
  expect(hovered.borderTopColor).not.toBe(secondary?.borderTopColor);
  await app.page.mouse.down();
  await settled(button);
  expect(await look(button)).toMatchObject({ backgroundColor: primary?.backgroundColor, color: "rgb(255, 255, 255)" });
  await app.page.mouse.up();
});

test("ui-button-005 an icon stands left of the label, centred with it, and takes the label's color on hover", async () => {
  for (const [name, testid] of [
    ["Rocket", "stIconMaterial"],
    ["Party", "stIconEmoji"],
  ] as const) {
    const button = app.page.getByRole("button", { name });
    const [icon, label, whole] = await Promise.all([rect(button.getByTestId(testid)), rect(button.getByText(name, { exact: true })), rect(button)]);
    expect(icon.x + icon.width).toBeLessThanOrEqual(label.x);
    expect(Math.abs(icon.y + icon.height / 2 - (whole.y + whole.height / 2))).toBeLessThan(2);
  }
  const rocket = app.page.getByRole("button", { name: "Rocket" });
  const color = () => rocket.getByTestId("stIconMaterial").evaluate((element) => getComputedStyle(element).color);
  const before = await color();
  await rocket.hover();
  await expect.poll(color).not.toBe(before);
  const [right, text] = await Promise.all([
    rect(app.page.getByRole("button", { name: "Behind" }).getByTestId("stIconMaterial")),
    rect(app.page.getByText("Behind")),
  ]);
  expect(right.x).toBeGreaterThan(text.x + text.width - 1);
});

test("a shortcut of one letter rests while somebody types, one with Ctrl does not", async () => {
  const pressed = async () => (await app.state()).pressed;
  await app.page.getByRole("textbox", { name: "Notes" }).click();
  await app.page.keyboard.type("k");
  await app.page.keyboard.press("Control+k");
  await app.page.getByText("Gone").waitFor();
  expect(await pressed()).toBe(0);
  await app.page.getByRole("textbox", { name: "Notes" }).blur();
  await app.page.keyboard.press("k");
  await expect.poll(pressed).toBe(1);
});
