import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { shows, stage } from "./stage.ts";

const { open } = stage();

test("sess-006 a page whose server is gone says so, its widgets are disabled, and later a dialog explains", async () => {
  const { page, app } = await open('st.textInput("Name");\nst.button("Go");\n');
  await page.getByRole("button", { name: "Go", exact: true }).waitFor();
  await app.stop();
  await page.getByTestId("stConnectionStatus").waitFor();
  expect(await page.getByTestId("stConnectionStatus").innerText()).toMatch(/connecting/i);
  expect(await page.getByLabel("Name").isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: "Go", exact: true }).isDisabled()).toBe(true);
  await page.getByRole("dialog").getByText("No connection").waitFor({ timeout: 60_000 });
}, 90_000);

test("wat-006 a syntax error that is saved opens a dialog, and mending it closes the dialog", async () => {
  const { page, file } = await open('st.text("first");\n', { options: ["--server.runOnSave", "true"] });
  await page.getByText("first").waitFor();
  const good = readFileSync(file, "utf8");
  writeFileSync(file, `${good}const = 1;\n`);
  await page.getByRole("dialog").waitFor();
  await page.getByText("first").waitFor();
  writeFileSync(file, good.replace("first", "mended"));
  await page.getByText("mended").waitFor();
  await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("btn-016 a link button opens its address in a new tab and asks for no run", async () => {
  const { page, app } = await open(`const s = st.sessionState.init({ runs: 0 });
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
  const { page } = await open('const time = st.timeInput("Alarm", "08:45");\nst.text(`at ${time}`);\n', {
    timezoneId: "Asia/Tokyo",
  });
  await page.getByText("at 08:45:00").waitFor();
  const field = page.getByTestId("stTimeInput").getByRole("combobox").or(page.getByTestId("stTimeInput").locator("input")).first();
  await field.fill("12:30");
  await field.press("Enter");
  await page.getByText("at 12:30:00").waitFor();
});

test("a form whose body throws shows the error, and no word on a missing button", async () => {
  const { page } = await open(`const fails = st.checkbox("Fail");
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
  const { page } = await open('if (st.button("Loop"))\n  for (;;);\nst.text("here");\n');
  await page.getByRole("button", { name: "Loop" }).click();
  const notice = page.getByTestId("stNotice");
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/app\.ts:3 has held its thread for \d+ s/);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/held.png` });
  await page.getByTestId("stStatusWidget").getByRole("button", { name: "Stop" }).click();
  await notice.waitFor({ state: "detached" });
});

test("an error that nobody caught comes with its line in the script", async () => {
  const { page } = await open('async function save() {\n  throw new Error("not saved");\n}\nif (st.button("Save")) void save();\n');
  await page.getByRole("button", { name: "Save" }).click();
  const notice = page.getByTestId("stNotice");
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/not saved[\s\S]*app\.ts:3:\d+ in save[\s\S]*throw new Error/);
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/stray.png` });
});

test("an error of a timer that falls due after its run is shown, and the page goes on", async () => {
  const { page } = await open(
    'if (st.button("Later"))\n  setTimeout(() => { throw new Error("too late"); }, 50);\nst.text(`checked ${st.checkbox("Go on")}`);\n',
  );
  await page.getByRole("button", { name: "Later" }).click();
  const notice = page.getByTestId("stNotice");
  await notice.waitFor();
  expect(await notice.innerText()).toMatch(/too late[\s\S]*app\.ts:3/);
  await page.getByText("Go on").click();
  await page.getByText("checked true").waitFor();
});

test("a toast raised right before st.rerun() is seen", async () => {
  const { page } = await open('if (st.button("Save")) {\n  st.toast("Saved");\n  st.rerun();\n}\n');
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByTestId("stToast").getByText("Saved").waitFor();
});

test("ui-app_chrome-004 with run on save a saved script runs by itself, and widgets keep their values", async () => {
  const { page, file } = await open('st.title("First");\nst.text("Hello " + st.textInput("Name"));\nst.slider("Size", 0, 10, 3);\n', {
    options: ["--server.runOnSave", "true"],
  });
  await page.getByLabel("Name").fill("Ada");
  await page.keyboard.press("Enter");
  await shows(page, "Hello Ada");
  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowRight");
  await page.getByLabel("Name").focus();
  writeFileSync(file, readFileSync(file, "utf8").replace("First", "Second"));
  await page.getByRole("heading", { name: "Second" }).waitFor();
  await shows(page, "Hello Ada");
  expect(await page.getByRole("slider").getAttribute("aria-valuenow")).toBe("4");
  expect(await page.getByTestId("stScriptChanged").count()).toBe(0);
  expect(await page.getByLabel("Name").evaluate((field) => field === document.activeElement)).toBe(true);
});

test("ui-stale_rerun-003 a widget changed again while the script runs interrupts it, and the newest values arrive", async () => {
  const { page } = await open(`
    const size = st.slider("Size", 0, 10, 0);
    const tick = st.checkbox("Tick");
    const name = st.textInput("Name");
    if (name) await new Promise((done) => setTimeout(done, name === "wait" ? 60_000 : 0));
    st.text("size " + size + " tick " + tick + " name " + name);
  `);
  await shows(page, "size 0 tick false name ");
  await page.getByLabel("Name").fill("wait");
  await page.keyboard.press("Enter");
  await page.getByTestId("stStatusWidget").waitFor();
  await page.getByText("Tick", { exact: true }).click();
  await page.getByRole("slider").focus();
  for (let i = 0; i < 6; i += 1) await page.keyboard.press("ArrowRight");
  await page.getByLabel("Name").fill("done");
  await page.keyboard.press("Enter");
  await shows(page, "size 6 tick true name done");
  await page.getByTestId("stStatusWidget").waitFor({ state: "detached" });
});

test("ui-exception-003 a script that cannot be read says why in a dialog as the page opens, and the dialog can be closed", async () => {
  const { page } = await open('st.text("one");\nconst = 1;\n');
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/The script cannot be read[\s\S]*SyntaxError[\s\S]*app\.ts:3:\d+/);
  await dialog.getByRole("button", { name: "Close" }).click();
  await dialog.waitFor({ state: "detached" });
});

test("ui-exception-002 with details of errors turned off, a page says only that something went wrong", async () => {
  const { page } = await open('st.text("before");\nthrow new Error("the secret is 42");\n', { options: ["--client.showErrorDetails", "none"] });
  const box = page.getByTestId("stException");
  await box.waitFor();
  await shows(page, "before");
  expect(await box.innerText()).not.toMatch(/secret|app\.ts/);
  expect(await page.content()).not.toContain("the secret is 42");
});
