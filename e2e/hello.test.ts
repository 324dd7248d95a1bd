import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, serveApp } from "./serve.ts";
import { type Visitor, visitor } from "./visitor.ts";

let browser: Browser;
let app: RunningApp;
let visit: Visitor;
let page: Page;

beforeAll(async () => {
  browser = await launch();
  app = await serveApp("hello");
});
afterAll(async () => {
  await app?.stop();
  await browser?.close();
});
beforeEach(async () => {
  visit = await visitor(browser, app.url);
  page = visit.page;
});
afterEach(async () => {
  await visit.close();
  if (visit.troubles.length > 0) throw new Error(`The page has troubles:\n${visit.troubles.join("\n")}`);
});

const sidebar = () => page.getByTestId("stSidebar");
const open = (name: string) => sidebar().getByRole("link", { name }).click();
const heading = (name: string) => page.getByRole("heading", { name, level: 1 });
const chart = (name: string | RegExp) => page.getByRole("img", { name });
const source = (file: string) => readFileSync(new URL(`../examples/hello/${file}`, import.meta.url), "utf8").trimEnd();

test("hello opens with the introduction, whose sliders move its chart", async () => {
  await heading("Welcome to Rivulet").waitFor();
  const canvas = page.getByTestId("stVegaLiteChart").locator("canvas");
  await canvas.waitFor();
  const before = (await canvas.screenshot()).toString("base64");
  await page.getByRole("slider", { name: "Waves" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await canvas.screenshot()).toString("base64")).not.toBe(before);
});

test("the cards and the menu lead to the pages, each with its own address and title", async () => {
  await page.getByTestId("stMain").getByRole("link", { name: "Mapping" }).click();
  await heading("Mapping").waitFor();
  expect(page.url()).toBe(`${app.url}mapping`);
  await expect.poll(() => page.title()).toBe("Mapping · Rivulet");
  await open("Dataframe");
  await heading("Dataframe").waitFor();
  await expect.poll(() => page.title()).toBe("Dataframe · Rivulet");
  await page.goBack();
  await heading("Mapping").waitFor();
});

test("the animation moves a bar, a text and a chart, ends them, and begins anew at a press", async () => {
  await open("Animation");
  await heading("Animation").waitFor();
  const bar = page.getByRole("progressbar");
  const share = async () => Number(await bar.getAttribute("aria-valuenow"));
  await expect.poll(share).toBeGreaterThan(5);
  const early = await share();
  await expect.poll(share).toBeGreaterThan(early);
  await page.getByText("2023: +1.17 °C", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Re-run" }).waitFor();
  expect(await bar.count()).toBe(0);
  await chart(/144 rows/).waitFor();

  await page.getByRole("button", { name: "Re-run" }).click();
  await expect.poll(share).toBeGreaterThan(1);
  expect(await page.getByText("2023: +1.17 °C", { exact: true }).count()).toBe(0);
});

test("another page ends the animation at once", async () => {
  await open("Animation");
  await page.getByRole("progressbar").waitFor();
  await open("Dataframe");
  await heading("Dataframe").waitFor({ timeout: 3000 });
  await expect.poll(() => page.getByRole("progressbar").count()).toBe(0);
});

test("the layers of the map are switched in the sidebar, and none at all is an error that says what to do", async () => {
  await open("Mapping");
  const canvas = page.getByTestId("stDeckGlJsonChart").locator("canvas.maplibregl-canvas");
  await canvas.waitFor();
  await page.waitForTimeout(2000);
  const before = await page.getByTestId("stDeckGlJsonChart").screenshot();
  await sidebar().getByText("Busiest routes", { exact: true }).click();
  await expect.poll(async () => (await page.getByTestId("stDeckGlJsonChart").screenshot()).equals(before)).toBe(false);
  await sidebar().getByText("Postal codes", { exact: true }).click();
  for (const layer of ["Airports", "Names of the largest", "Postal codes"]) await sidebar().getByText(layer, { exact: true }).click();
  await page.getByText("Switch on at least one layer in the sidebar.").waitFor();
  expect(await page.getByTestId("stDeckGlJsonChart").count()).toBe(0);
});

test("the table and the chart follow the industries that are picked, and none is an error", async () => {
  await open("Dataframe");
  const rows = () => page.getByTestId("stDataFrame").locator("canvas table tbody tr");
  // The table's own code comes with the first table.
  await rows().nth(2).waitFor({ state: "attached" });
  expect(await rows().count()).toBe(3);
  await chart(/366 rows/).waitFor();
  await page.getByRole("button", { name: /Construction/ }).click();
  await expect.poll(() => rows().count()).toBe(2);
  await chart(/244 rows/).waitFor();
  await page.getByRole("button", { name: "Clear all" }).click();
  await page.getByText("Please select at least one industry.").waitFor();
  expect(await page.getByTestId("stDataFrame").count()).toBe(0);
});

test("the choice to show code stays on all pages, and the code is the page's own script", async () => {
  await sidebar().getByText("Show code", { exact: true }).click();
  const code = page.getByTestId("stCode").last();
  await expect.poll(() => code.innerText()).toBe(source("intro.ts"));
  await open("Dataframe");
  await expect.poll(() => code.innerText()).toBe(source("dataframe.ts"));
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each(["Hello", "Animation", "Mapping", "Dataframe"])("%s has nothing that is in anyone's way, with its code, wide and narrow", async (name) => {
    await page.emulateMedia({ colorScheme });
    await sidebar().getByText("Show code", { exact: true }).click();
    await open(name);
    if (name === "Animation") await page.getByRole("button", { name: "Re-run" }).waitFor();
    await page.getByTestId("stCode").last().waitFor();
    await page.waitForLoadState("networkidle");
    await page.waitForTimeout(500);
    expect(await visit.violations()).toEqual([]);
    await page.setViewportSize({ width: 400, height: 900 });
    await page.waitForTimeout(500);
    expect(await visit.violations()).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  });
});
