import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";

const APP = `import st from "rivulet";
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
st.slider("Level", 0, 100, 40, { key: "level" });
st.slider("Share", 0, 1, 0.3, { step: 0.1, key: "share" });
st.slider("Range", 0, 100, [25, 75], { key: "range" });
st.selectSlider("Size", ["S", "M", "L"], { key: "size" });
st.numberInput("Amount", 0, 30, 5, { key: "amount" });
st.numberInput("Fraction", { key: "fraction" });
st.textInput("Name", { maxChars: 5, key: "name" });
st.textInput("Secret", { type: "password", key: "secret" });
st.textInput("Null text", null, { key: "nulltext" });
st.textInput("Mail", { type: "email", key: "mail" });
st.textArea("Story", { key: "story" });
st.textArea("Tall", { height: 200 });
st.dateInput("Day", "2026-07-06", "2026-06-20", "2026-08-10", { key: "day" });
st.dateInput("Vacation", ["2026-01-01", "2026-01-07"], { key: "vacation" });
st.dateInput("No day", null, { key: "noday" });
st.timeInput("Alarm", "08:45", { key: "alarm" });
st.timeInput("No time", null, { key: "notime" });
if (st.button("Go", { shortcut: "Ctrl+K", icon: ":material/rocket_launch:", help: "Off we go" })) st.write("Gone");
st.button("Set name", { onClick: () => { st.sessionState.name = "Eve"; } });
st.code(JSON.stringify(st.sessionState.toDict()), { language: null });
`;

let browser: Browser;
let app: RunningApp;
let context: BrowserContext;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await launch();
  app = await serveApp(script(APP));
});
afterAll(async () => {
  await app?.stop();
  await browser?.close();
});
beforeEach(() => open());
afterEach(async () => {
  await context.close();
  if (troubles.length > 0) throw new Error(troubles.join("\n"));
});

async function open(options: Parameters<Browser["newContext"]>[0] = {}): Promise<void> {
  await context?.close();
  context = await browser.newContext({ viewport: { width: 900, height: 800 }, locale: "en-US", ...options });
  page = await context.newPage();
  page.setDefaultTimeout(5000);
  troubles = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  await page.goto(app.url);
  await page.getByRole("combobox", { name: "No time" }).waitFor();
}

/** Session state as the script wrote it last. */
const state = async () => JSON.parse(await page.getByTestId("stCode").last().locator("code").innerText()) as Record<string, unknown>;
/** Waits until an entry stands at a value. */
const becomes = (key: string, value: unknown) => expect.poll(async () => (await state())[key], { timeout: 4000 }).toEqual(value);
const box = (name: string) => page.getByRole("combobox", { name, exact: true });
const option = (name: string) => page.getByRole("option", { name, exact: true });
const rect = async (what: Locator) => (await what.boundingBox()) as { x: number; y: number; width: number; height: number };

test("ui-checkbox-001 ui-checkbox-002 ui-checkbox-003 ui-toggle-001 boxes and switches take clicks on the box and the label, unless disabled", async () => {
  await page.getByText("Agree", { exact: true }).click();
  await becomes("agree", true);
  await page.getByRole("checkbox", { name: "Agree" }).click();
  await becomes("agree", false);
  await page.getByText("Off and ticked").click({ force: true });
  await page.getByRole("switch", { name: "Switch" }).press("Space");
  await becomes("switch", true);
  expect((await state()).off).toBe(true);
  expect((await rect(page.getByTestId("stCheckbox").first())).height).toBe(24);
});

test("ui-radio-003 ui-radio-005 arrow keys move a radio's choice, captions keep rows level", async () => {
  await page.getByRole("radio", { name: "Comedy" }).focus();
  await page.keyboard.press("ArrowDown");
  await becomes("genre", "Drama");
  const heights = await page
    .getByTestId("stRadio")
    .locator("label")
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(new Set(heights).size).toBe(1);
});

test("ui-selectbox-001 a click opens the list with the current option highlighted, a click on another closes it and reruns", async () => {
  await box("City").click();
  expect(await option("Athens").getAttribute("aria-selected")).toBe("true");
  const list = await rect(page.getByRole("listbox"));
  const field = await rect(box("City"));
  expect(list.y).toBeGreaterThan(field.y + field.height - 1);
  await option("Cairo").click();
  await becomes("city", "Cairo");
  expect(await page.getByRole("option").count()).toBe(0);
});

test("ui-selectbox-003 ui-selectbox-006 typing filters, keys choose, and nothing found is said", async () => {
  await box("City").click();
  await page.keyboard.type("bogota");
  await expect.poll(() => page.getByRole("option").allTextContents()).toEqual(["Bogotá"]);
  await page.keyboard.press("Enter");
  await becomes("city", "Bogotá");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await becomes("city", "Cairo");
  await page.keyboard.type("zzz");
  await page.getByText("No results").waitFor();
  await page.keyboard.press("Escape");
  expect(await box("City").inputValue()).toBe("Cairo");
});

test("ui-selectbox-004 an empty start shows its placeholder and can be taken back by Escape or the cross", async () => {
  expect(await box("Nothing yet").getAttribute("placeholder")).toBe("Pick one");
  for (const clear of [() => page.keyboard.press("Escape"), () => page.getByTestId("stSelectbox").nth(1).getByRole("button", { name: "Clear" }).click()]) {
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
  expect(await page.getByRole("option").count()).toBeLessThan(40);
  expect((await rect(page.getByTestId("stSelectboxVirtualDropdown"))).height).toBeLessThanOrEqual(302);
  await page.keyboard.press("End");
  await option("Option 4999").waitFor();
  await page.keyboard.press("Enter");
  await becomes("many", "Option 4999");
});

test("ui-selectbox-009 an unknown text is offered and becomes the value", async () => {
  await box("Your own").click();
  await page.keyboard.type("fresh");
  await page.getByRole("option", { name: "Add “fresh”" }).waitFor();
  await page.keyboard.press("Enter");
  await becomes("own", "fresh");
  expect(await box("Your own").inputValue()).toBe("fresh");
});

test("ui-multiselect-001 ui-multiselect-003 ui-multiselect-004 chips come, leave by cross and Backspace, and the list stays open", async () => {
  await box("Colors").click();
  await option("blue").click();
  await becomes("colors", ["red", "blue"]);
  await expect.poll(() => page.getByRole("option").allTextContents()).toEqual(["green"]);
  await option("green").click();
  await becomes("colors", ["red", "blue", "green"]);
  await page.keyboard.press("Backspace");
  await becomes("colors", ["red", "blue"]);
  await page.getByRole("button", { name: "Remove red" }).click();
  await becomes("colors", ["blue"]);
  await page.getByTestId("stMultiSelect").first().getByRole("button", { name: "Clear all" }).click();
  await becomes("colors", []);
});

test("ui-multiselect-005 at the limit the list says so instead of showing options", async () => {
  await box("One at most").click();
  await option("red").click();
  await page.getByText("You can choose only one. Remove it first.").waitFor();
  expect(await page.getByRole("option").count()).toBe(0);
});

test("ui-slider-001 ui-slider-002 ui-slider-009 a slider follows keys and clicks and tells its value", async () => {
  const thumb = page.getByRole("slider", { name: "Level" });
  await thumb.press("ArrowRight");
  expect([await thumb.getAttribute("aria-valuenow"), await thumb.getAttribute("aria-valuetext")]).toEqual(["41", "41"]);
  await becomes("level", 41);
  const track = await rect(page.getByTestId("stSlider").first().getByRole("slider").locator(".."));
  await page.mouse.click(track.x + track.width * 0.8, track.y + 2);
  await becomes("level", 80);
});

test("ui-slider-004 ui-slider-007 ranges never turn around, and steps of 0.1 bring no noise", async () => {
  const share = page.getByRole("slider", { name: "Share" });
  for (let press = 0; press < 4; press += 1) await share.press("ArrowRight");
  expect(await share.getAttribute("aria-valuetext")).toBe("0.7");
  await becomes("share", 0.7);
  const from = page.getByRole("slider", { name: "Range, from" });
  await from.press("End");
  await becomes("range", [75, 75]);
});

test("ui-select_slider-001 a slider over words shows and returns the next word", async () => {
  const size = page.getByRole("slider", { name: "Size" });
  await size.press("ArrowRight");
  expect(await size.getAttribute("aria-valuetext")).toBe("M");
  await becomes("size", "M");
});

test("ui-number_input-001 ui-number_input-003 ui-number_input-008 wid-015 steppers commit at once, count every click and end at the bounds", async () => {
  const more = page.getByRole("button", { name: "Increase Amount" });
  await more.evaluate((button: HTMLButtonElement) => {
    for (let click = 0; click < 25; click += 1) button.click();
  });
  await becomes("amount", 30);
  expect(await more.isDisabled()).toBe(true);
  await page.getByRole("spinbutton", { name: "Amount" }).press("ArrowDown");
  await becomes("amount", 29);
});

test("ui-number_input-004 ui-number_input-005 ui-number_input-007 what is outside the bounds is not sent, an emptied field returns", async () => {
  const amount = page.getByRole("spinbutton", { name: "Amount" });
  const { runs } = await state();
  await amount.fill("99");
  await amount.press("Enter");
  expect(await amount.evaluate((input: HTMLInputElement) => input.validity.rangeOverflow)).toBe(true);
  expect((await state()).runs).toBe(runs);
  await amount.fill("");
  await amount.press("Enter");
  expect(await amount.inputValue()).toBe("5");
  expect(await page.getByRole("spinbutton", { name: "Fraction" }).inputValue()).toBe("0.00");
});

test("ui-text_input-001 ui-text_input-007 text counts on Enter and on leaving, once; the script's own value replaces it", async () => {
  const name = page.getByRole("textbox", { name: "Name" });
  const { runs } = (await state()) as { runs: number };
  await name.fill("Ann");
  expect((await state()).runs).toBe(runs);
  await name.press("Enter");
  await becomes("name", "Ann");
  await name.blur();
  expect((await state()).runs).toBe(runs + 1);
  await name.fill("Bob");
  await name.blur();
  await becomes("name", "Bob");
  await page.getByRole("button", { name: "Set name" }).click();
  await expect.poll(() => name.inputValue()).toBe("Eve");
});

test("ui-text_input-003 ui-text_input-004 ui-text_input-005 length is limited and counted, passwords can be seen, null becomes text for good", async () => {
  const name = page.getByRole("textbox", { name: "Name" });
  await name.pressSequentially("abcdefg");
  expect(await name.inputValue()).toBe("abcde");
  await page.getByText("5/5").waitFor();
  const secret = page.getByLabel("Secret", { exact: true });
  await secret.fill("hush");
  expect(await secret.getAttribute("type")).toBe("password");
  await page.getByRole("button", { name: "Show the text" }).click();
  expect(await secret.getAttribute("type")).toBe("text");
  const text = page.getByRole("textbox", { name: "Null text" });
  expect((await state()).nulltext).toBe(null);
  await text.fill("x");
  await text.press("Enter");
  await becomes("nulltext", "x");
  await text.fill("");
  await text.press("Enter");
  await becomes("nulltext", "");
});

test("a text that does not fit its type is not sent, and it is said why", async () => {
  const mail = page.getByRole("textbox", { name: "Mail" });
  await mail.fill("nope");
  await mail.press("Enter");
  await page.getByRole("alert").getByText("Enter an email address").waitFor();
  expect([await mail.getAttribute("aria-invalid"), (await state()).mail]).toEqual(["true", ""]);
  await mail.fill("a@b.co");
  await mail.press("Enter");
  await becomes("mail", "a@b.co");
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("ui-text_area-002 a text area has its height and counts on Ctrl+Enter", async () => {
  expect((await rect(page.getByTestId("stTextArea").nth(1))).height).toBe(200);
  const story = page.getByRole("textbox", { name: "Story" });
  await story.fill("one\ntwo");
  await story.press("Control+Enter");
  await becomes("story", "one\ntwo");
});

test("ui-date_input-001 ui-date_input-005 ui-date_input-008 a calendar picks a day by pointer and keys, inside its bounds", async () => {
  await box("Day").click();
  await page.getByRole("button", { name: "Thursday, July 9, 2026" }).click();
  await becomes("day", "2026-07-09");
  expect(await page.getByRole("dialog").count()).toBe(0);
  await box("Day").press("ArrowDown");
  await page.getByRole("button", { name: "Thursday, July 9, 2026" }).and(page.locator(":focus")).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("PageDown");
  await page.getByRole("button", { name: "Monday, August 10, 2026" }).and(page.locator(":focus")).waitFor();
  expect(await page.getByRole("button", { name: "Next month" }).isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: "Tuesday, August 11, 2026" }).getAttribute("aria-disabled")).toBe("true");
  await page.keyboard.press("Enter");
  await becomes("day", "2026-08-10");
});

test("ui-date_input-002 a range is one day after the first click and two after the second", async () => {
  await box("Vacation").click();
  await page.getByRole("button", { name: "Monday, January 12, 2026" }).click();
  await becomes("vacation", ["2026-01-12", null]);
  await page.getByRole("button", { name: "Thursday, January 15, 2026" }).click();
  await becomes("vacation", ["2026-01-12", "2026-01-15"]);
  expect(await page.getByRole("dialog").count()).toBe(0);
});

test("ui-date_input-003 ui-date_input-006 ui-date_input-007 typed days count, emptied ones return, those that began empty can be taken back", async () => {
  await box("Day").fill("2026/07/20");
  await box("Day").press("Enter");
  await becomes("day", "2026-07-20");
  await box("Day").fill("never");
  await box("Day").press("Enter");
  await page.getByRole("alert").getByText("Enter a day as YYYY/MM/DD.").waitFor();
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
  await page.getByTestId("stTimeInput").nth(1).getByRole("button", { name: "Clear" }).click();
  await becomes("notime", null);
  expect(await box("No time").inputValue()).toBe("");
});

test("ui-button-009 ui-button-010 a button takes Enter, Space and its shortcut", async () => {
  const go = page.getByRole("button", { name: /^Go/ });
  for (const press of ["Enter", "Space"]) {
    await page.getByText("Agree", { exact: true }).click();
    await expect.poll(() => page.getByText("Gone").count()).toBe(0);
    await go.press(press);
    await page.getByText("Gone").waitFor();
  }
  await page.getByText("Agree", { exact: true }).click();
  await expect.poll(() => page.getByText("Gone").count()).toBe(0);
  await page.keyboard.press("Control+k");
  await page.getByText("Gone").waitFor();
});
