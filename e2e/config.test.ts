import { writeFileSync } from "node:fs";

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { launch } from "./chromium.ts";
import { script, serveApp } from "./serve.ts";
import { visitor } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const APP = `import st from "rivulet";
st.title("Here");
if (st.button("Go")) st.text("went");
if (st.button("Hide details")) st.setOption("client.showErrorDetails", "none");
if (st.button("Fail")) throw new Error("in detail");
`;

test("cfg-021 nothing is asked of another host, and an app alone in its folder runs", async () => {
  const app = await serveApp(script(APP), "--browser.gatherUsageStats", "false");
  const visit = await visitor(browser, app.url);
  const hosts = new Set<string>();
  visit.page.on("request", (request) => hosts.add(new URL(request.url()).host));
  visit.page.on("websocket", (socket) => hosts.add(new URL(socket.url()).host));
  await visit.page.reload();
  await visit.page.getByRole("button", { name: "Go" }).click();
  await visit.page.getByText("went", { exact: true }).waitFor();
  await visit.page.waitForLoadState("networkidle");
  expect([...hosts]).toEqual([new URL(app.url).host]);
  await visit.close();
  await app.stop();
});

test("cfg-014 what a script sets of the page is in force at once", async () => {
  const app = await serveApp(script(APP));
  const visit = await visitor(browser, app.url);
  const { page } = visit;
  await page.getByRole("button", { name: "Fail" }).click();
  await page.getByTestId("stExceptionMessage").getByText("in detail").waitFor();
  await page.getByRole("button", { name: "Hide details" }).click();
  await expect.poll(() => page.getByTestId("stException").count()).toBe(0);
  await page.getByRole("button", { name: "Fail" }).click();
  await page.getByTestId("stException").waitFor();
  expect(await page.getByTestId("stException").innerText()).not.toContain("in detail");
  await visit.close();
  await app.stop();
});

test("wat-006 a script that cannot be compiled is told over the page, and mending it takes that away", async () => {
  const path = script(APP);
  const app = await serveApp(path, "--server.runOnSave", "true");
  const visit = await visitor(browser, app.url);
  const { page } = visit;
  await page.getByRole("heading", { name: "Here" }).waitFor();
  writeFileSync(path, "const = 1;");
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/app\.ts/);
  writeFileSync(path, APP.replace("Here", "Mended"));
  await page.getByRole("heading", { name: "Mended" }).waitFor();
  await expect.poll(() => dialog.count()).toBe(0);
  await visit.close();
  await app.stop();
});
