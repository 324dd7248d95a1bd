import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";

const APP = `
import st, { Temporal } from "rivulet";
const s = st.sessionState.init({ runs: 0, count: 0, updated: "00:00:00" });
s.runs += 1;

st.form("two buttons", () => {
  st.textInput("Disabled first");
  st.formSubmitButton("Cannot", { disabled: true });
  st.formSubmitButton("Can");
});

st.form("increment", () => {
  st.timeInput("Update time", "08:00", { key: "update_time" });
  st.numberInput("Increment", { value: 0, step: 1, key: "increment_value" });
  st.formSubmitButton("Update", { onClick: () => {
    s.count += s.increment_value;
    s.updated = s.update_time.toString();
  } });
});
st.text(\`Current Count = \${s.count}, Last Updated = \${s.updated}\`);

st.form("bounds", () => {
  const most = st.numberInput("Most", 0, 20, 5, { step: 1 });
  st.numberInput("Value", 0, most, 0, { step: 1 });
  st.formSubmitButton("Set bounds");
});

const [left, right] = st.columns(2);
left.with(() => st.form("in a column", () => {
  const inside = st.checkbox("In the form");
  const beside = right.checkbox("In the other column");
  const aside = st.sidebar.checkbox("In the sidebar");
  st.formSubmitButton("Send column");
  right.text(\`inside \${inside}, beside \${beside}, aside \${aside}\`);
}));

const { word, level } = st.form("clears", { clearOnSubmit: true }, () => {
  const word = st.textInput("Word");
  const level = st.slider("Level", 0, 10, 3);
  st.formSubmitButton("Send and clear");
  return { word, level };
});
st.text(\`saw "\${word}" and \${level}\`);

const aside = st.sidebar.form("sidebar form");
const ticked = aside.checkbox("Tick aside");
aside.formSubmitButton("Send aside");
st.text(\`aside \${ticked}\`);

const a = st.form("one", () => { const v = st.textInput("Of one"); st.formSubmitButton("Send one"); return v; });
const b = st.form("other", () => { const v = st.textInput("Of other"); st.formSubmitButton("Send other"); return v; });
st.text(\`one "\${a}" other "\${b}"\`);
st.text(\`run \${s.runs}\`);
`;

let browser: Browser;
let app: RunningApp;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  app = await serveApp(script(APP));
});
afterAll(async () => {
  await app?.stop();
  await browser?.close();
});
beforeEach(async () => {
  page = await browser.newPage();
  await page.goto(app.url);
  await says("run 1");
});
afterEach(() => page.close());

const says = (text: string) => page.getByText(text, { exact: true }).waitFor();
const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
const tick = (label: string) => page.getByText(label, { exact: true }).click();
/** What a page has to say comes in order: once a full run is over, an earlier one would have been seen. */
async function runs(): Promise<number> {
  return Number((await page.getByText(/^run \d+$/).innerText()).slice(4));
}

test("form-012 Enter does nothing, and nothing promises that it would, when the first submit button is disabled", async () => {
  const field = page.getByLabel("Disabled first");
  await field.fill("word");
  expect(await page.getByText("Press Enter to submit form").count()).toBe(0);
  await field.press("Enter");
  await press("Can");
  await says("run 2");
});

test("form-019 the callback of the submit button finds all new values of the form in the session state", async () => {
  await page.getByLabel("Increment", { exact: true }).fill("3");
  await press("Update");
  await says("Current Count = 3, Last Updated = 08:00:00");
});

test("form-020 a bound that depends on another field of the form moves only when the form is sent", async () => {
  await page.getByLabel("Most", { exact: true }).fill("8");
  const value = page.getByLabel("Value", { exact: true });
  await value.fill("7");
  await value.blur();
  expect(await value.getAttribute("max")).toBe("5");
  expect(await runs()).toBe(1);
  await value.fill("5");
  await press("Set bounds");
  await says("run 2");
  await value.fill("8");
  await press("Set bounds");
  await says("run 3");
  expect(await value.inputValue()).toBe("8");
});

test("form-021 what is drawn elsewhere while the form is open is no part of it and acts at once", async () => {
  await tick("In the other column");
  await says("inside false, beside true, aside false");
  await tick("In the sidebar");
  await says("inside false, beside true, aside true");
  await tick("In the form");
  expect(await runs()).toBe(3);
  await press("Send column");
  await says("inside true, beside true, aside true");
});

test("form-024 a form that clears itself sends what was typed once, and its starts the next time", async () => {
  const word = page.getByLabel("Word");
  await word.fill("abc");
  const slider = page.getByRole("slider", { name: "Level" });
  await slider.focus();
  for (let at = 3; at < 8; at += 1) await page.keyboard.press("ArrowRight");
  await press("Send and clear");
  await says('saw "abc" and 8');
  expect(await word.inputValue()).toBe("");
  expect(await slider.getAttribute("aria-valuenow")).toBe("3");
  await press("Send and clear");
  await says('saw "" and 3');
});

test("form-028 a form in the sidebar that is built by its methods gives its values when it is sent", async () => {
  await tick("Tick aside");
  expect(await runs()).toBe(1);
  await press("Send aside");
  await says("aside true");
});

test("form-029 sending one form sends nothing of another, whose edits stay", async () => {
  await page.getByLabel("Of one").fill("x");
  await page.getByLabel("Of other").fill("y");
  await press("Send one");
  await says('one "x" other ""');
  expect(await page.getByLabel("Of other").inputValue()).toBe("y");
  await press("Send other");
  await says('one "x" other "y"');
});
