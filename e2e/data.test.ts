import { readFile } from "node:fs/promises";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launch } from "./chromium.ts";
import { type RunningApp, script, serveApp } from "./serve.ts";

let browser: Browser;
let app: RunningApp | undefined;
let context: BrowserContext | undefined;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  await app?.stop();
});

/** Serves a script and opens it; the script sees `st`. */
async function open(body: string, options: Parameters<Browser["newContext"]>[0] = {}, ...flags: string[]): Promise<void> {
  app = await serveApp(script(`import st from "rivulet";\n${body}`), ...flags);
  context = await browser.newContext({ viewport: { width: 1000, height: 900 }, ...options });
  page = await context.newPage();
  troubles = [];
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("request", (request) => {
    if (!["localhost", ""].includes(new URL(request.url()).hostname)) troubles.push(`asked ${request.url()}`);
  });
  await page.goto(app.url);
}

const grid = () => page.getByTestId("stDataFrame").first();
/** Rows as the grid tells screen readers: what it draws, in order. */
const seen = async () => {
  const rows = grid().locator("canvas table tbody tr");
  await rows.first().waitFor({ state: "attached" });
  return rows.evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")));
};
const titles = async () => {
  await seen();
  return grid().locator("canvas table thead th").allTextContents();
};
const clickTitle = async (column: number) => {
  await grid().locator("canvas").first().waitFor();
  await page.waitForTimeout(150);
  const box = (await grid().locator("canvas").first().boundingBox()) as { x: number; y: number; width: number };
  const count = (await titles()).length;
  await page.mouse.click(box.x + (box.width * (column + 0.3)) / count, box.y + 17);
  await page.waitForTimeout(150);
};
const height = async (testid: string) => (await page.getByTestId(testid).first().boundingBox())?.height;

test("ui-dataframe-002 ui-dataframe-018 the grid is as high as its rows, and shows row numbers unless they are hidden", async () => {
  await open(`
    st.dataframe([{ a: 1, b: "x" }, { a: 2, b: null }, { a: 3, b: "z" }]);
    st.dataframe([{ a: 1 }], { hideIndex: true });
  `);
  expect(await titles()).toEqual(["Row number", "a", "b"]);
  expect(await seen()).toEqual([
    ["0", "1", "x"],
    ["1", "2", ""],
    ["2", "3", "z"],
  ]);
  expect(await height("stDataFrameResizable")).toBe(4 * 35 + 3);
  const second = page.getByTestId("stDataFrame").nth(1).locator("canvas table thead th");
  await second.first().waitFor({ state: "attached" });
  expect(await second.allTextContents()).toEqual(["a"]);
  expect(troubles).toEqual([]);
});

test("ui-dataframe-005 ui-dataframe-006 a click on a title sorts up, then down, then not, and numbers by their size", async () => {
  await open(`st.dataframe([{ n: 10 }, { n: 9 }, { n: null }, { n: 100 }], { hideIndex: true, width: 400 });`);
  await expect.poll(async () => (await seen()).flat()).toEqual(["10", "9", "", "100"]);
  await clickTitle(0);
  await expect.poll(async () => (await seen()).flat()).toEqual(["9", "10", "100", ""]);
  expect(await titles()).toEqual(["↑ n"]);
  await clickTitle(0);
  await expect.poll(async () => (await seen()).flat()).toEqual(["100", "10", "9", ""]);
  expect(await titles()).toEqual(["↓ n"]);
  await clickTitle(0);
  await expect.poll(async () => (await seen()).flat()).toEqual(["10", "9", "", "100"]);
});

test("ui-dataframe-003 ui-dataframe-019 width and height are kept, also in a narrow window, and only listed columns are shown", async () => {
  await open(`st.dataframe([{ a: 1, b: 2, c: 3 }], { width: 600, height: 200, columnOrder: ["c", "a"], hideIndex: true });`);
  expect(await titles()).toEqual(["c", "a"]);
  const frame = page.getByTestId("stDataFrameResizable");
  expect(await frame.boundingBox()).toMatchObject({ width: 600, height: 200 });
  await page.setViewportSize({ width: 420, height: 800 });
  await page.waitForTimeout(200);
  expect((await frame.boundingBox())?.width).toBeLessThanOrEqual(420 - 32);
});

test("ui-dataframe-009 ui-dataframe-011 the toolbar shows on hover and saves the table as it is sorted, as CSV", async () => {
  await open(`st.dataframe([{ n: 2, t: 'a "b"' }, { n: 1, t: "x, y" }]);`, { acceptDownloads: true });
  const toolbar = grid().getByTestId("stElementToolbar");
  await toolbar.waitFor({ state: "attached" });
  const opacity = () => toolbar.evaluate((node) => getComputedStyle(node).opacity);
  expect(await opacity()).toBe("0");
  await clickTitle(1);
  await page.waitForTimeout(400);
  expect(await opacity()).toBe("1");
  const arriving = page.waitForEvent("download");
  await grid().getByRole("button", { name: "Download as CSV" }).click();
  const file = await arriving;
  expect(file.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d_export\.csv$/);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toBe('\ufeff,n,t\r\n1,1,"x, y"\r\n0,2,"a ""b"""\r\n');
});

test("ui-dataframe-012 Ctrl+F in the grid opens its search, which counts what it finds", async () => {
  await open(`st.dataframe(["apple", "pear", "pineapple"].map((fruit) => ({ fruit })), { height: 300 });`);
  await clickTitle(0);
  await page.keyboard.press("Control+f");
  const field = grid().locator("input[type=text], input:not([type])").first();
  await field.fill("apple");
  await expect.poll(() => grid().innerText()).toMatch(/2 results/);
  await page.keyboard.press("Escape");
});

test("ui-dataframe-013 fullscreen covers the window and Escape gives the grid its place back", async () => {
  await open(`st.title("Above"); st.dataframe([{ a: 1 }]);`);
  const frame = page.getByTestId("stDataFrameResizable");
  await frame.waitFor();
  const before = await frame.boundingBox();
  await grid().hover();
  await grid().getByRole("button", { name: "Fullscreen", exact: true }).click();
  await page.waitForTimeout(200);
  const full = (await frame.boundingBox()) as { width: number; height: number };
  expect(full.width).toBeGreaterThan(940);
  expect(full.height).toBeGreaterThan(800);
  const covers = await page.evaluate(() => document.elementFromPoint(500, 5)?.closest('[data-testid="stDataFrame"]') !== null);
  expect(covers).toBe(true);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(200);
  expect(await frame.boundingBox()).toEqual(before);
});

test("ui-dataframe-015 a range that was dragged is copied as raw values between tabs", async () => {
  await open(`st.dataframe([{ a: 1.23456789, b: "x" }, { a: 2, b: "y" }], { hideIndex: true, width: 400 });`, {
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await seen();
  const box = (await grid().locator("canvas").first().boundingBox()) as { x: number; y: number; width: number };
  await page.mouse.move(box.x + 40, box.y + 52);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 60, box.y + 88, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.press("Control+c");
  await page.waitForTimeout(200);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("1.23456789\tx\n2\ty");
});

test("ui-dataframe-016 a double click shows the whole value and lets nobody change it", async () => {
  await open(`st.dataframe([{ text: "long ".repeat(60) }], { hideIndex: true, width: 300 });`);
  await seen();
  const box = (await grid().locator("canvas").first().boundingBox()) as { x: number; y: number };
  await page.mouse.dblclick(box.x + 60, box.y + 52);
  const overlay = page.locator("#portal textarea");
  await overlay.waitFor();
  expect(await overlay.inputValue()).toBe("long ".repeat(60));
  expect(await overlay.isEditable()).toBe(false);
});

test("ui-dataframe-022 a table without rows says so, and offers neither search nor download", async () => {
  await open(`st.dataframe([]);`);
  await grid().getByText("empty", { exact: true }).waitFor();
  expect(await grid().getByTestId("stElementToolbarButton").count()).toBe(1);
});

test("ui-dataframe-024 a million rows scroll: only what is seen is drawn, and sorting is off", async () => {
  await open(`st.dataframe({ i: Int32Array.from({ length: 1_000_000 }, (_, i) => i) });`);
  expect((await seen()).length).toBeLessThan(40);
  const frames = await grid()
    .locator(".dvn-scroller")
    .evaluate(async (scroller) => {
      const waits: number[] = [];
      let last = performance.now();
      for (let step = 0; step < 40; step += 1) {
        scroller.scrollTop += 1500;
        await new Promise((next) => requestAnimationFrame(next));
        const now = performance.now();
        waits.push(now - last);
        last = now;
      }
      scroller.scrollTop = scroller.scrollHeight;
      return waits.toSorted((a, b) => a - b);
    });
  expect(frames[20]).toBeLessThan(34);
  await page.waitForTimeout(300);
  expect((await seen()).at(-1)?.at(-1)).toBe("999999");
  await clickTitle(1);
  expect(await titles()).toEqual(["Row number", "i"]);
});

test("ui-table-001 ui-table-003 ui-table-004 a table shows all rows, aligns by type, and scrolls in its own box", async () => {
  await open(`
    st.table(Array.from({ length: 30 }, (_, i) => ({ n: i, word: "word " + i })));
    st.table([Object.fromEntries(Array.from({ length: 40 }, (_, i) => ["column " + i, i]))]);
  `);
  const table = page.getByTestId("stTable").first();
  await table.locator("tbody tr").first().waitFor();
  await expect.poll(() => table.locator("tbody tr").count()).toBe(30);
  const align = (at: number) =>
    table
      .locator("tbody td")
      .nth(at)
      .evaluate((cell) => getComputedStyle(cell).textAlign);
  expect([await align(0), await align(1)]).toEqual(["end", "start"]);
  const wide = page.getByTestId("stTable").nth(1).locator("> div");
  expect(await wide.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

/** Colours of a chart's canvas that cover at least a few pixels. */
const colors = async (at = 0): Promise<Record<string, number>> => {
  const canvas = page.getByTestId("stVegaLiteChart").nth(at).locator("canvas");
  await canvas.waitFor();
  await page.waitForTimeout(300);
  return canvas.evaluate((node) => {
    const { width, height } = node as HTMLCanvasElement;
    const { data } = ((node as HTMLCanvasElement).getContext("2d") as CanvasRenderingContext2D).getImageData(0, 0, width, height);
    const found: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      if ((data[i + 3] as number) < 250) continue;
      const name = `#${[0, 1, 2].map((part) => (data[i + part] as number).toString(16).padStart(2, "0")).join("")}`;
      found[name] = (found[name] ?? 0) + 1;
    }
    return Object.fromEntries(Object.entries(found).filter(([, count]) => count > 25));
  });
};

const WIDE = `const wide = Array.from({ length: 20 }, (_, i) => ({ a: i, b: i * 2, c: 40 - i }));`;

test("ui-line_chart-001 a wide table is three lines in the colours of the theme, as wide as the page", async () => {
  await open(`${WIDE} st.lineChart(wide);`);
  const found = await colors();
  for (const color of ["#0068c9", "#83c9ff", "#ff2b2b"]) expect(found[color]).toBeGreaterThan(25);
  const box = (await page.getByTestId("stVegaLiteChart").boundingBox()) as { width: number; height: number };
  const main = (await page.locator('[data-testid="stMain"] [data-testid="stVerticalBlock"]').first().boundingBox()) as { width: number };
  expect(box.width).toBe(main.width);
  expect(box.height).toBeGreaterThan(340);
  expect(box.height).toBeLessThan(365);
  expect(await page.getByRole("img").getAttribute("aria-label")).toBe("Line chart of a, b, c, 20 rows");
  expect(troubles).toEqual([]);
});

test("ui-line_chart-003 ui-scatter_chart-002 colours are those given, or one for each value of a column", async () => {
  await open(`${WIDE}
    st.lineChart(wide, { y: ["a", "b"], color: ["#112233", "#aa5500"] });
    st.scatterChart(wide.map((row, i) => ({ ...row, kind: "k" + (i % 2) })), { x: "a", y: "b", color: "kind", size: 400 });
  `);
  const lines = await colors(0);
  expect(lines["#112233"]).toBeGreaterThan(25);
  expect(lines["#aa5500"]).toBeGreaterThan(25);
  const points = await colors(1);
  expect(Object.keys(points).length).toBeGreaterThan(0);
});

test("ui-line_chart-005 a mark under the pointer tells its names and values", async () => {
  await open(`st.barChart([{ fruit: "apple", sold: 1234.5 }], { x: "fruit", y: "sold" });`);
  await colors();
  const box = (await page.getByTestId("stVegaLiteChart").locator("canvas").boundingBox()) as { x: number; y: number; width: number; height: number };
  await page.mouse.move(box.x + box.width * 0.55, box.y + box.height * 0.5);
  const tooltip = page.getByTestId("stVegaLiteChartTooltip");
  await tooltip.waitFor();
  expect(await tooltip.innerText()).toMatch(/fruit\s+apple\s+sold\s+1,234\.5/);
});

test("ui-line_chart-007 a chart takes the dark colours when the theme changes", async () => {
  await open(`${WIDE} st.lineChart(wide, { y: "a" });`);
  expect((await colors())["#0068c9"]).toBeGreaterThan(25);
  await page.emulateMedia({ colorScheme: "dark" });
  await page.waitForTimeout(500);
  const dark = await colors();
  expect(dark["#83c9ff"]).toBeGreaterThan(25);
  expect(dark["#0068c9"]).toBeUndefined();
});

test("ui-charts_common-001 a chart is saved as an image and fills the window, and comes back", async () => {
  await open(`${WIDE} st.areaChart(wide);`, { acceptDownloads: true });
  await colors();
  const chart = page.getByTestId("stVegaLiteChart");
  const before = await chart.boundingBox();
  await chart.hover();
  const arriving = page.waitForEvent("download");
  await chart.getByRole("button", { name: "Save as image" }).click();
  const bytes = await readFile(await (await arriving).path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  await chart.getByRole("button", { name: "Fullscreen", exact: true }).click();
  await page.waitForTimeout(400);
  expect((await chart.locator("canvas").boundingBox())?.height).toBeGreaterThan(700);
  await page.keyboard.press("Escape");
  await page.waitForTimeout(400);
  expect(await chart.boundingBox()).toEqual(before);
});

test("ui-charts_common-003 ph-010 rows that are added lengthen the same chart", async () => {
  await open(`
    const chart = st.lineChart(Array.from({ length: 15 }, (_, i) => ({ A: i, B: 2 * i, C: 3 * i })));
    for (let tick = 0; tick < 10; tick += 1) {
      await new Promise((done) => setTimeout(done, 100));
      chart.addRows([{ A: tick, B: tick, C: tick }]);
    }
    st.button("Regenerate");
  `);
  const canvas = page.getByTestId("stVegaLiteChart").locator("canvas");
  await canvas.evaluate((node) => node.setAttribute("data-mine", "yes"));
  await page.getByRole("button", { name: "Regenerate" }).waitFor();
  await page.waitForTimeout(300);
  expect(await page.getByRole("img").getAttribute("aria-label")).toBe("Line chart of A, B, C, 25 rows");
  expect(await canvas.getAttribute("data-mine")).toBe("yes");
  await page.getByRole("button", { name: "Regenerate" }).click();
  await page.waitForTimeout(1800);
  expect(await page.getByRole("img").getAttribute("aria-label")).toBe("Line chart of A, B, C, 25 rows");
  expect(await canvas.getAttribute("data-mine")).toBe("yes");
});

test("ui-vega_chart-001 ui-vega_chart-002 ui-vega_chart-006 a specification is drawn with its own data or the call's, in the app's looks or Vega's, and empty too", async () => {
  await open(`
    const rows = [{ x: "a", y: 3 }, { x: "b", y: 5 }];
    const spec = { mark: "bar", encoding: { x: { field: "x", type: "nominal" }, y: { field: "y", type: "quantitative" } } };
    st.vegaLiteChart(rows, spec);
    st.vegaLiteChart({ ...spec, data: { values: rows } });
    st.vegaLiteChart({ ...spec, data: { name: "mine" }, datasets: { mine: rows } });
    st.vegaLiteChart(rows, spec, { theme: null });
    st.vegaLiteChart([], spec);
    st.vegaLiteChart({});
  `);
  const [call, own, named, plain] = [await colors(0), await colors(1), await colors(2), await colors(3)];
  expect(call["#0068c9"]).toBeGreaterThan(500);
  expect(own["#0068c9"]).toBe(call["#0068c9"]);
  expect(named["#0068c9"]).toBe(call["#0068c9"]);
  expect(plain["#0068c9"]).toBeUndefined();
  expect(plain["#4c78a8"]).toBeGreaterThan(500);
  expect(await page.getByText("This element could not be shown").count()).toBe(0);
  expect(troubles).toEqual([]);
});

test("ui-map-001 ui-map-002 a map shows its points, 500 pixels high, and asks no other host", async () => {
  await open(`st.map([{ lat: 48.85, lon: 2.35, c: "#00ff00" }, { lat: 52.5, lon: 13.4, c: "#0000ff" }], { size: 30_000, color: "c" });`);
  const canvas = page.getByTestId("stDeckGlJsonChart").locator("canvas.maplibregl-canvas");
  await canvas.waitFor();
  await page.waitForTimeout(2500);
  const box = (await canvas.boundingBox()) as { x: number; y: number; width: number; height: number };
  expect(box.height).toBe(500);
  const picture = await page.screenshot({ clip: box });
  // A page of its own: the app's policy keeps scripts from fetching data addresses.
  const blank = await (context as BrowserContext).newPage();
  const counts = await blank.evaluate(async (base64) => {
    const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob()).catch(() => null);
    if (!image) return null;
    const canvas_ = new OffscreenCanvas(image.width, image.height);
    const drawing = canvas_.getContext("2d") as OffscreenCanvasRenderingContext2D;
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, image.width, image.height);
    let [green, blue] = [0, 0];
    for (let i = 0; i < data.length; i += 4) {
      if (data[i] === 0 && data[i + 1] === 255 && data[i + 2] === 0) green += 1;
      if (data[i] === 0 && data[i + 1] === 0 && data[i + 2] === 255) blue += 1;
    }
    return { green, blue };
  }, picture.toString("base64"));
  expect(counts?.green).toBeGreaterThan(50);
  expect(counts?.blue).toBeGreaterThan(50);
  expect(troubles).toEqual([]);
});

test("ui-dataframe-031 ui-dataframe-032 a column's menu sorts, formats, pins and hides it, and a list brings it back", async () => {
  await open(`st.dataframe([{ a: 1, b: 5000 }, { a: 2, b: 700 }], { hideIndex: true, width: 500 });`);
  await seen();
  const frame = (await page.getByTestId("stDataFrameResizable").boundingBox()) as { x: number; y: number; width: number };
  const openMenu = async () => {
    await page.mouse.move(frame.x + frame.width - 60, frame.y + 17);
    await page.waitForTimeout(300);
    await page.mouse.click(frame.x + frame.width - 18, frame.y + 17);
    await page.getByTestId("stDataFrameColumnMenu").waitFor();
  };
  await openMenu();
  await page.getByRole("menuitem", { name: "Sort ascending" }).click();
  await expect.poll(async () => (await seen()).map((row) => row[1])).toEqual(["700", "5000"]);
  await openMenu();
  expect(await page.getByRole("menuitem").allInnerTexts()).toEqual(["Sort ascending", "Sort descending", "Format …", "Autosize", "Pin column", "Hide column"]);
  await page.getByRole("menuitem", { name: "Format …" }).click();
  await page.getByRole("menuitem", { name: "Compact" }).click();
  await openMenu();
  await page.getByRole("menuitem", { name: "Pin column" }).click();
  await expect.poll(titles).toEqual(["↑ b", "a"]);
  await openMenu();
  await page.getByRole("menuitem", { name: "Hide column" }).click();
  await expect.poll(titles).toEqual(["↑ b"]);
  await grid().hover();
  await grid().getByRole("button", { name: "Show or hide columns" }).click();
  await page.getByRole("checkbox", { name: "a" }).check();
  await expect.poll(titles).toEqual(["↑ b", "a"]);
  expect(troubles).toEqual([]);
});

test("ui-dataframe-008 a drag at the corner resizes the grid in steps of rows", async () => {
  await open(`st.dataframe(Array.from({ length: 40 }, (_, a) => ({ a })));`);
  await seen();
  const frame = page.getByTestId("stDataFrameResizable");
  const before = (await frame.boundingBox()) as { x: number; y: number; width: number; height: number };
  await page.mouse.move(before.x + before.width - 5, before.y + before.height - 5);
  await page.mouse.down();
  await page.mouse.move(before.x + before.width - 205, before.y + before.height - 5 + 80, { steps: 5 });
  await page.mouse.up();
  await page.waitForTimeout(400);
  const after = (await frame.boundingBox()) as { width: number; height: number };
  expect(after.height).toBe(before.height + 70);
  expect(Math.abs(after.width - (before.width - 200))).toBeLessThan(3);
});

test("ph-012 a chart started with one row and given 100 times five has 501 points", async () => {
  await open(`
    const status = st.sidebar.empty();
    let last = 0;
    const chart = st.lineChart([[last]]);
    for (let i = 1; i <= 100; i += 1) {
      const rows = Array.from({ length: 5 }, () => [(last += Math.random() - 0.5)]);
      status.text(i + "% Complete");
      chart.addRows(rows);
      await new Promise((done) => setTimeout(done, 10));
    }
    st.button("Re-run");
  `);
  await page.getByRole("button", { name: "Re-run" }).waitFor();
  await page.getByText("100% Complete").waitFor();
  await expect.poll(() => page.getByRole("img").getAttribute("aria-label")).toMatch(/501 rows$/);
  expect(troubles).toEqual([]);
});

const EXPORTS = `
  st.dataframe([{ word: "secret" }], { hideIndex: true, width: 400 });
  st.barChart([{ a: 1 }, { a: 2 }]);
`;

const CLIPBOARD = { permissions: ["clipboard-read", "clipboard-write"] };

/** What the clipboard holds after the first cell was to be copied, and what the toolbars offer. */
async function exported(): Promise<{ copied: string; actions: string[] }> {
  await seen();
  await page.getByTestId("stVegaLiteChart").locator("canvas").waitFor();
  const actions = await page.getByTestId("stElementToolbarButton").evaluateAll((all) => all.map((one) => one.getAttribute("aria-label") ?? ""));
  await page.evaluate(async () => {
    await navigator.clipboard.writeText("what was there");
    document.addEventListener("copy", () => setTimeout(() => document.body.toggleAttribute("data-tried", true)));
  });
  const box = (await grid().locator("canvas").first().boundingBox()) as { x: number; y: number };
  await page.mouse.click(box.x + 40, box.y + 50);
  await page.keyboard.press("Control+c");
  await page.locator("body[data-tried]").waitFor();
  return { copied: await page.evaluate(() => navigator.clipboard.readText()), actions };
}

test("tables can be copied and saved, and charts saved", async () => {
  await open(EXPORTS, CLIPBOARD);
  const { copied, actions } = await exported();
  expect(copied).toBe("secret");
  expect(actions).toContain("Download as CSV");
  expect(actions).toContain("Save as image");
});

test("client.disableDataExport hides what saves tables and charts, and nothing of a table can be copied", async () => {
  await open(EXPORTS, CLIPBOARD, "--client.disableDataExport", "true");
  const { copied, actions } = await exported();
  expect(copied).toBe("what was there");
  expect(actions).toEqual(["Search", "Fullscreen", "Fullscreen"]);
  expect(troubles).toEqual([]);
});

test("dt-003 date-times of a table stand in another zone as they are in the script", async () => {
  await open(
    `
    import { Temporal } from "rivulet";
    st.dataframe([{
      naive: Temporal.PlainDateTime.from("2026-01-31T23:45"),
      zoned: Temporal.ZonedDateTime.from("2026-01-31T22:15[Asia/Tokyo]"),
    }], { hideIndex: true, width: 700 });
  `,
    { timezoneId: "America/Los_Angeles" },
  );
  // What is drawn: the table for screen readers holds raw values.
  await page.addInitScript(() => {
    const drawn: string[] = ((globalThis as unknown as { drawn: string[] }).drawn = []);
    const draw = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function fillText(text, ...rest) {
      drawn.push(text);
      return draw.call(this, text, ...rest);
    };
  });
  await page.reload();
  await seen();
  const drawn = () => page.evaluate(() => (globalThis as unknown as { drawn: string[] }).drawn.join("\n"));
  await expect.poll(drawn).toContain("2026-01-31 23:45");
  await expect.poll(drawn).toContain("2026-01-31 22:15");
  expect(troubles).toEqual([]);
});
