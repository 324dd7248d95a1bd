import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";
import { type Visitor, visitor } from "./visitor.ts";

let browser: Browser;
let app: RunningApp;
beforeAll(async () => {
  browser = await launch();
  app = await serveApp(
    script(`
import st from "rivulet";
const s = st.sessionState.init({ runs: 0, points: [] as { lat: number; lon: number; team: string }[] });
s.runs += 1;
const random = () => Array.from({ length: 200 }, (_, i) => ({ lat: 50 + Math.random() / 50, lon: 7 + Math.random() / 50, team: i % 2 ? "A" : "B" }));
if (s.points.length === 0) s.points = random();
const form = st.form("map");
const place = form.container();
const looks = (team: string, start: string) => ({
  colour: form.colorPicker("Colour of " + team, start),
  opacity: form.slider("Opacity of " + team, 20, 100, 50),
  size: form.slider("Size of " + team, 50, 200, 100),
});
const teams = { A: looks("A", "#0000FF"), B: looks("B", "#FF0000") };
form.formSubmitButton("Update map");
const inside = place.textInput("Written from outside");
if (st.button("Generate new points")) s.points = random();
const hex = (opacity: number) => Math.round((opacity / 100) * 255).toString(16).padStart(2, "0");
const dots = s.points.map((p) => {
  const { colour, opacity, size } = teams[p.team as "A"];
  return { ...p, size, colour: colour + hex(opacity) };
});
st.map(dots, { color: "colour", size: "size" });
st.text(\`run \${s.runs} colour \${teams.A.colour} first \${s.points[0]?.lat} inside \${inside || "nothing"}\`);
`),
  );
});
afterAll(async () => {
  await app?.stop();
  await browser?.close();
});

async function said({ page }: Visitor, run: number) {
  const text = await page.getByText(new RegExp(`^run ${run} `)).innerText();
  const [, colour, first, inside] = /colour (\S+) first (\S+) inside (.*)$/.exec(text) ?? [];
  return { colour, first, inside };
}

test("form-023 new points keep the old colours until the form is sent, and then the points stay", async () => {
  const visit = await visitor(browser, app.url);
  const before = await said(visit, 1);
  expect(before.colour?.toLowerCase()).toBe("#0000ff");
  const { page } = visit;
  await page
    .getByTestId("stColorPicker")
    .getByRole("button", { name: /^Colour of A/ })
    .click();
  await page.getByRole("textbox", { name: "HEX" }).fill("#00ff00");
  await page.mouse.click(1250, 20);
  await page.getByTestId("stColorPickerPopover").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Generate new points" }).click();
  const generated = await said(visit, 2);
  expect(generated.colour?.toLowerCase()).toBe("#0000ff");
  expect(generated.first).not.toBe(before.first);
  await page.getByRole("button", { name: "Update map" }).click();
  const updated = await said(visit, 3);
  expect(updated).toMatchObject({ colour: "#00ff00", first: generated.first });
  await visit.close();
});

test("ui-form-010 a widget put from outside into a container of the form waits until it is sent", async () => {
  const visit = await visitor(browser, app.url);
  await said(visit, 1);
  const { page } = visit;
  await page.getByLabel("Written from outside").fill("Ada");
  await page.getByLabel("Written from outside").blur();
  // Another run happens, and it still sees nothing of it.
  await page.getByRole("button", { name: "Generate new points" }).click();
  expect((await said(visit, 2)).inside).toBe("nothing");
  await page.getByRole("button", { name: "Update map" }).click();
  expect((await said(visit, 3)).inside).toBe("Ada");
  await visit.close();
});
