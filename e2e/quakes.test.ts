import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, serveApp } from "./serve.ts";
import { visitor } from "./visitor.ts";

const EXAMPLE = fileURLToPath(new URL("../examples/quakes/app.ts", import.meta.url));
const DATA = new URL("../data/earthquakes.json", import.meta.resolve("vega-datasets"));

const { features } = JSON.parse(readFileSync(DATA, "utf8")) as { features: { properties: { time: number } }[] };
/** How many earthquakes each hour of the day has, by a way of its own. */
const perHour = Array.from({ length: 24 }, (_, hour) => features.filter(({ properties }) => Math.floor(properties.time / 3_600_000) % 24 === hour).length);

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

const map = (page: Page) => page.getByTestId("stDeckGlJsonChart").locator("canvas.maplibregl-canvas");

/** A picture of the map, once two in a row are the same. */
async function mapPicture(page: Page): Promise<string> {
  await map(page).waitFor();
  let last = "";
  for (;;) {
    await page.waitForTimeout(300);
    const picture = (await map(page).screenshot()).toString("base64");
    if (picture === last) return picture;
    last = picture;
  }
}

describe("the earthquakes", () => {
  let app: RunningApp;
  beforeAll(async () => {
    app = await serveApp(EXAMPLE);
  });
  afterAll(() => app?.stop());

  test("the slider moves histogram and map to the events of its hour, and the table shows and hides", async () => {
    const { page, troubles, close } = await visitor(browser, app.url);
    await page.getByRole("heading", { name: "A week of earthquakes" }).waitFor();
    await page.getByText("Done! (using st.cacheData)", { exact: true }).waitFor();
    const histogram = page.getByRole("img", { name: /^Bar chart of .* over hour of the day \(UTC\)/ });
    await histogram.waitFor();

    await page.getByText(`${perHour[17]} of ${features.length} earthquakes.`).waitFor();
    const at17 = await mapPicture(page);
    const barsAt17 = (await histogram.screenshot()).toString("base64");
    const slider = page.getByRole("slider", { name: "hour" });
    await slider.focus();
    for (const hour of [18, 19, 20]) {
      await page.keyboard.press("ArrowRight");
      await page.getByRole("heading", { name: `Map of all earthquakes at ${hour}:00` }).waitFor();
      await page.getByText(`${perHour[hour]} of ${features.length} earthquakes.`).waitFor();
    }
    expect(perHour[20]).not.toBe(perHour[17]);
    expect(await mapPicture(page)).not.toBe(at17);
    expect((await histogram.screenshot()).toString("base64")).not.toBe(barsAt17);

    const table = page.getByTestId("stDataFrame");
    expect(await table.count()).toBe(0);
    await page.getByText("Show raw data", { exact: true }).click();
    const titles = table.locator("canvas table thead th");
    await titles.first().waitFor({ state: "attached" });
    expect(await titles.allTextContents()).toEqual(["time", "magnitude", "place", "latitude", "longitude", "depth (km)"]);
    expect(await table.locator("canvas table tbody tr").first().innerText()).toContain("4km W of Castaic, CA");
    await page.getByText("Show raw data", { exact: true }).click();
    await expect.poll(() => table.count()).toBe(0);
    await page.getByRole("heading", { name: "Map of all earthquakes at 20:00" }).waitFor();
    expect(troubles).toEqual([]);
    await close();
  });

  test.each(["light", "dark"] as const)("nothing is in the way of anyone in the %s theme, the table open", async (colorScheme) => {
    const { page, troubles, violations, close } = await visitor(browser, app.url, { colorScheme });
    await page.getByText("Show raw data", { exact: true }).click();
    await page.getByTestId("stDataFrame").locator("canvas table tbody tr").first().waitFor({ state: "attached" });
    await mapPicture(page);
    expect(await violations()).toEqual([]);
    expect(troubles).toEqual([]);
    await close();
  });
});

test("the text changes when the data is there, and the data is read once for all runs and sessions", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-quakes-"));
  const dataset = join(folder, "node_modules/vega-datasets");
  for (const part of ["build", "data"]) mkdirSync(join(dataset, part), { recursive: true });
  writeFileSync(join(dataset, "package.json"), JSON.stringify({ name: "vega-datasets", type: "module", exports: "./build/index.js" }));
  writeFileSync(join(dataset, "build/index.js"), "");
  copyFileSync(EXAMPLE, join(folder, "app.ts"));
  // A pipe gives its text to one reader: a second reading would wait for ever.
  const pipe = join(dataset, "data/earthquakes.json");
  execFileSync("mkfifo", [pipe]);

  const app = await serveApp(join(folder, "app.ts"));
  try {
    const first = await visitor(browser, app.url);
    await first.page.getByText("Loading data...", { exact: true }).waitFor();
    await writeFile(pipe, readFileSync(DATA));
    await first.page.getByText("Done! (using st.cacheData)", { exact: true }).waitFor();
    expect(await first.page.getByText("Loading data...", { exact: true }).count()).toBe(0);

    await first.page.getByRole("slider", { name: "hour" }).focus();
    await first.page.keyboard.press("ArrowLeft");
    await first.page.getByText(`${perHour[16]} of ${features.length} earthquakes.`).waitFor();

    const second = await visitor(browser, app.url);
    await second.page.getByText(`${perHour[17]} of ${features.length} earthquakes.`).waitFor();
    expect([...first.troubles, ...second.troubles]).toEqual([]);
    await first.close();
    await second.close();
  } finally {
    await app.stop();
  }
});
