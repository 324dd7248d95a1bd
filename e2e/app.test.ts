import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { stage } from "./stage.ts";

const { open } = stage();

const SQUARES = `
const s = st.sessionState.init({ runs: 0 });
s.runs += 1;
st.title("Squares");
const x = st.slider("x", 0, 100, 0);
const name = st.textInput("Name");
st.write(\`\${x} squared is \${x * x}\`);
st.text(\`run \${s.runs} \${name}\`);
`;

test("run-001 run-017 the slider reruns the script, and the key R reruns it once with all values kept", async () => {
  const { page } = await open(SQUARES);
  await page.getByText("0 squared is 0").waitFor();
  await page.getByRole("slider").focus();
  for (let i = 0; i < 7; i += 1) await page.keyboard.press("ArrowRight");
  await page.getByText("7 squared is 49").waitFor();
  const before = Number((await page.getByText(/^run \d+/).innerText()).split(" ")[1]);
  await page.locator("h1").click();
  await page.keyboard.press("r");
  await page.getByText(`run ${before + 1}`).waitFor();
  await page.getByText("7 squared is 49").waitFor();
  await page.waitForTimeout(300);
  expect(await page.getByText(/^run \d+/).innerText()).toBe(`run ${before + 1}`);
});

test("run-018 letters typed into a text input neither rerun nor open the cache dialog", async () => {
  const { page } = await open(SQUARES);
  await page.getByText("run 1").waitFor();
  await page.getByLabel("Name").pressSequentially("rcrc", { delay: 20 });
  await page.waitForTimeout(200);
  expect(await page.getByRole("dialog").count()).toBe(0);
  expect(await page.getByText(/^run \d+/).innerText()).toBe("run 1");
  await page.keyboard.press("Enter");
  await page.getByText("run 2 rcrc").waitFor();
});

test("wat-001 a saved script offers Rerun, and the screen stays until it is taken", async () => {
  const { page, file } = await open(SQUARES);
  await page.getByText("run 1").waitFor();
  writeFileSync(file, readFileSync(file, "utf8").replace("Squares", "Cubes"));
  const rerun = page.getByRole("button", { name: "Rerun", exact: true });
  await rerun.waitFor();
  expect(await page.locator("h1").innerText()).toBe("Squares");
  await rerun.click();
  await page.getByRole("heading", { name: "Cubes" }).waitFor();
});

test("exc-004 a syntax error opens a dialog over the last good screen, and goes when the script is mended", async () => {
  const { page, file } = await open(SQUARES);
  await page.getByText("run 1").waitFor();
  const good = readFileSync(file, "utf8");
  writeFileSync(file, `${good}\nst.text("unclosed;`);
  await page.getByRole("button", { name: "Rerun", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await dialog.innerText()).toContain("app.ts:11");
  expect(await page.getByText("Squares").count()).toBe(1);
  writeFileSync(file, good);
  await dialog.waitFor({ state: "detached" });
});

test("run-030 Stop in the page ends a script that loops for ever, and the page goes on", async () => {
  const { page } = await open(`
if (st.button("Loop")) for (;;) Math.sqrt(2);
if (st.button("Hang")) new Function("for (;;);")();
st.text("here");
`);
  await page.getByText("here").waitFor();
  for (const name of ["Loop", "Hang"]) {
    await page.getByRole("button", { name }).click();
    await page.getByRole("button", { name: "Stop" }).click();
    await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached", timeout: 15_000 });
    await page.keyboard.press("Escape");
    await page.locator("body").click({ position: { x: 5, y: 300 } });
    await page.keyboard.press("r");
    await page.getByText("here").waitFor();
  }
});

test("run-021 the sidebar holds its widgets and they return the documented values", async () => {
  const { page } = await open(`
const contact = st.sidebar.selectbox("How would you like to be contacted?", ["Email", "Home phone", "Mobile phone"]);
const [low, high] = st.sidebar.slider("Select a range of values", 0, 100, [25, 75]);
st.text(\`\${contact} \${low} \${high}\`);
`);
  await page.getByText("Email 25 75").waitFor();
  expect(await page.getByTestId("stSidebar").getByRole("slider").count()).toBe(2);
  expect(await page.getByTestId("stMain").getByRole("slider").count()).toBe(0);
});

test("run-031 a script that is executed by itself does nothing but say how to run it", async () => {
  const { spawnSync } = await import("node:child_process");
  const { fileURLToPath } = await import("node:url");
  const root = fileURLToPath(new URL("../", import.meta.url));
  const result = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", 'import st from "rivulet"; st.title("x"); console.log("slider", st.slider("n", 0, 10, 3));'],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: "0" },
    },
  );
  expect(result.stdout).toContain("slider 3");
  expect(result.stderr).toContain("rivulet run");
  expect(result.status).toBe(0);
});
