import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";

let browser: Browser;
let app: RunningApp;
beforeAll(async () => {
  browser = await launch();
  app = await serveApp(
    script(`
import st from "rivulet";
const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
const { name, size, sent } = st.form("order", () => ({
  name: st.textInput("Name"),
  size: st.numberInput("Size", 1, 10, 1, { step: 1 }),
  sent: st.formSubmitButton("Order"),
}));
st.button("Outside");
st.text(\`run \${s.runs}: \${name || "nobody"} wants \${size}, sent \${sent}\`);
st.form("open", { border: false }, () => void st.textInput("Lonely"));
`),
  );
});
afterAll(async () => {
  await app?.stop();
  await browser?.close();
});

async function open() {
  const page = await browser.newPage();
  await page.goto(app.url);
  await page.getByText("run 1: nobody wants 1, sent false").waitFor();
  return page;
}

test("form-002 form-003 changes in a form ask for no run until it is sent, and then for exactly one", async () => {
  const page = await open();
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Size", { exact: true }).fill("4");
  await page.getByLabel("Size", { exact: true }).blur();
  await page.waitForTimeout(400);
  expect(await page.getByText(/^run \d/).innerText()).toBe("run 1: nobody wants 1, sent false");
  await page.getByRole("button", { name: "Order" }).click();
  await page.getByText("run 2: Ada wants 4, sent true").waitFor();
  await page.close();
});

test("form-004 a button outside runs with the old values, and what was typed stays in the form", async () => {
  const page = await open();
  await page.getByLabel("Name").fill("Ada");
  await page.getByRole("button", { name: "Outside" }).click();
  await page.getByText("run 2: nobody wants 1, sent false").waitFor();
  expect(await page.getByLabel("Name").inputValue()).toBe("Ada");
  await page.close();
});

test("Enter in a field sends the form", async () => {
  const page = await open();
  await page.getByLabel("Name").fill("Ada");
  await page.getByLabel("Name").press("Enter");
  await page.getByText("run 2: Ada wants 1, sent true").waitFor();
  await page.close();
});

test("form-010 a form without a submit button says so inside", async () => {
  const page = await open();
  await page.getByText("This form has no submit button").waitFor();
  expect(await page.getByTestId("stForm").first().getByText("This form has no submit button").count()).toBe(0);
  await page.close();
});
