import { writeFileSync } from "node:fs";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
});
const running: RunningApp[] = [];
afterEach(async () => {
  for (const app of running.splice(0)) await app.stop();
});

interface Opened {
  page: Page;
  app: RunningApp;
  path: string;
}

async function open(source: string, options: string[] = [], context: BrowserContextOptions = {}): Promise<Opened> {
  const path = script(source);
  const app = await serveApp(path, ...options);
  running.push(app);
  const page = await browser.newPage(context);
  await page.goto(app.url);
  return { page, app, path };
}

test("sess-006 a page whose server is gone says so, its widgets are disabled, and later a dialog explains", async () => {
  const { page, app } = await open('import st from "rivulet";\nst.textInput("Name");\nst.button("Go");\n');
  await page.getByRole("button", { name: "Go", exact: true }).waitFor();
  await app.stop();
  await page.getByTestId("stConnectionStatus").waitFor();
  expect(await page.getByTestId("stConnectionStatus").innerText()).toMatch(/connecting/i);
  expect(await page.getByLabel("Name").isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: "Go", exact: true }).isDisabled()).toBe(true);
  await page.getByRole("dialog").getByText("No connection").waitFor({ timeout: 60_000 });
}, 90_000);

test("wat-006 a syntax error that is saved opens a dialog, and mending it closes the dialog", async () => {
  const good = 'import st from "rivulet";\nst.text("first");\n';
  const { page, path } = await open(good, ["--server.runOnSave", "true"]);
  await page.getByText("first").waitFor();
  writeFileSync(path, `${good}const = 1;\n`);
  await page.getByRole("dialog").waitFor();
  await page.getByText("first").waitFor();
  writeFileSync(path, good.replace("first", "mended"));
  await page.getByText("mended").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("btn-016 a link button opens its address in a new tab and asks for no run", async () => {
  const { page, app } = await open(`import st from "rivulet";
const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.linkButton("Elsewhere", st.context.url + "healthz");
st.button("Again");
st.text(\`run \${s.runs}\`);
`);
  await page.getByText("run 1").waitFor();
  const [tab] = await Promise.all([page.context().waitForEvent("page"), page.getByRole("link", { name: "Elsewhere" }).click()]);
  await tab.waitForLoadState();
  expect(tab.url()).toBe(`${app.url}healthz`);
  await page.getByRole("button", { name: "Again" }).click();
  await page.getByText("run 2").waitFor();
});

test("dt-006 a time that is picked is that time in the script, in any zone", async () => {
  const { page } = await open('import st from "rivulet";\nconst time = st.timeInput("Alarm", "08:45");\nst.text(`at ${time}`);\n', [], {
    timezoneId: "Asia/Tokyo",
  });
  await page.getByText("at 08:45:00").waitFor();
  const field = page.getByTestId("stTimeInput").getByRole("combobox").or(page.getByTestId("stTimeInput").locator("input")).first();
  await field.fill("12:30");
  await field.press("Enter");
  await page.getByText("at 12:30:00").waitFor();
});

test("a form whose body throws shows the error, and no word on a missing button", async () => {
  const { page } = await open(`import st from "rivulet";
const fails = st.checkbox("Fail");
st.form("f", () => {
  st.textInput("Name");
  if (fails) throw new Error("broken body");
  st.formSubmitButton("Send");
});
`);
  await page.getByRole("button", { name: "Send" }).waitFor();
  await page.getByText("Fail", { exact: true }).click();
  await page.getByText("broken body").first().waitFor();
  await page.getByRole("button", { name: "Send" }).waitFor({ state: "detached" });
  expect(await page.getByText("no submit button").count()).toBe(0);
});

test("a run that does not let go of its thread is named on its page by file and line, until Stop", async () => {
  const { page } = await open('import st from "rivulet";\nif (st.button("Loop"))\n  for (;;);\nst.text("here");\n');
  await page.getByRole("button", { name: "Loop" }).click();
  const notice = page.getByTestId("stNotice");
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/app\.ts:3 has held its thread for \d+ s/);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/held.png` });
  await page.getByTestId("stStatusWidget").getByRole("button", { name: "Stop" }).click();
  await notice.waitFor({ state: "detached" });
});

test("an error that nobody caught comes with its line in the script", async () => {
  const { page } = await open('import st from "rivulet";\nasync function save() {\n  throw new Error("not saved");\n}\nif (st.button("Save")) void save();\n');
  await page.getByRole("button", { name: "Save" }).click();
  const notice = page.getByTestId("stNotice");
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/not saved[\s\S]*app\.ts:3:\d+ in save[\s\S]*throw new Error/);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/stray.png` });
});

test("a toast raised right before st.rerun() is seen", async () => {
  const { page } = await open('import st from "rivulet";\nif (st.button("Save")) {\n  st.toast("Saved");\n  st.rerun();\n}\n');
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByTestId("stToast").getByText("Saved").waitFor();
});
