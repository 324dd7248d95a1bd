import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { stage } from "./stage.ts";

const { open: serve } = stage();
let page: Page;

/** Shows a table of three rows and, below it, what is chosen in it. */
async function open(options: string): Promise<void> {
  ({ page } = await serve(
    `
      const rows = [{ n: 10, t: "ten" }, { n: 9, t: "nine" }, { n: 11, t: "eleven" }];
      const { selection } = st.dataframe(rows, { onSelect: "rerun", width: 600, ${options} });
      st.text(\`rows \${selection.rows} columns \${selection.columns} cells \${selection.cells.map((cell) => cell.join(":"))}.\`);`,
    { viewport: { width: 1000, height: 700 } },
  ));
  await canvas().waitFor();
  await page.locator("canvas table tbody tr").first().waitFor({ state: "attached" });
}

const canvas = () => page.getByTestId("stDataFrame").locator("canvas").first();
const chosen = (text: string) => page.getByTestId("stText").getByText(text, { exact: true }).waitFor();
async function point(x: number, row: number): Promise<[number, number]> {
  const box = (await canvas().boundingBox()) as { x: number; y: number };
  return [box.x + x, box.y + 35 * (row + 1) + 17];
}
/** Clicks into a row; row -1 is the titles, x 16 the boxes to tick. */
const click = async (x: number, row: number) => page.mouse.click(...(await point(x, row)));

test("sel-002 sel-010 ui-dataframe-029 chosen rows are places in the data also when the view is sorted, and Escape takes the choice back", async () => {
  await open(`selectionMode: "multi-row"`);
  // Up by n: 9, 10, 11.
  await click(200, -1);
  await page.locator("canvas table thead th", { hasText: "↑ n" }).waitFor({ state: "attached" });
  await click(16, 0);
  await chosen("rows 1 columns  cells .");
  await click(16, 2);
  await chosen("rows 1,2 columns  cells .");
  await page.keyboard.press("Escape");
  await chosen("rows  columns  cells .");
});

test("sel-003 where one row can be chosen, another click chooses the other one, and the toolbar clears it", async () => {
  await open(`selectionMode: "single-row"`);
  await click(16, 0);
  await chosen("rows 0 columns  cells .");
  await click(16, 2);
  await chosen("rows 2 columns  cells .");
  await page.getByRole("button", { name: "Clear selection" }).click();
  await chosen("rows  columns  cells .");
  expect(await page.getByRole("button", { name: "Clear selection" }).count()).toBe(0);
});

test("ui-dataframe-027 the box in the header chooses all rows, and a drag over boxes those it passes", async () => {
  await open(`selectionMode: "multi-row"`);
  await click(16, -1);
  await chosen("rows 0,1,2 columns  cells .");
  await click(16, -1);
  await chosen("rows  columns  cells .");
  await page.mouse.move(...(await point(16, 1)));
  await page.mouse.down();
  await page.mouse.move(...(await point(16, 2)), { steps: 4 });
  await page.mouse.up();
  await chosen("rows 1,2 columns  cells .");
});

test("ui-dataframe-028 titles with Ctrl choose several columns by name and no longer sort, and the index cannot be chosen", async () => {
  await open(`selectionMode: "multi-column"`);
  await click(200, -1);
  await chosen("rows  columns n cells .");
  await page.keyboard.down("Control");
  await click(450, -1);
  await page.keyboard.up("Control");
  await chosen("rows  columns n,t cells .");
  expect((await page.locator("canvas table thead th").allTextContents()).join()).not.toContain("↑");
  await click(25, -1);
  await page.keyboard.press("Escape");
  await chosen("rows  columns  cells .");
  await click(25, -1);
  await click(200, 1);
  await chosen("rows  columns  cells .");
});

test("a drag over cells chooses them where that is asked for", async () => {
  await open(`selectionMode: "multi-cell"`);
  await page.mouse.move(...(await point(200, 0)));
  await page.mouse.down();
  await page.mouse.move(...(await point(450, 1)), { steps: 4 });
  await page.mouse.up();
  await chosen("rows  columns  cells 0:n,0:t,1:n,1:t.");
});

/** Shows four points in a plane of 400 by 300 and, below it, what is chosen. */
async function openChart(params: string): Promise<{ x: number; y: number; width: number; height: number }> {
  ({ page } = await serve(
    `
      const at = (field: string) => ({ field, type: "quantitative", scale: { domain: [0, 10] }, axis: null });
      const data = [{ a: 2, b: 2, id: "p" }, { a: 8, b: 2, id: "q" }, { a: 2, b: 8, id: "r" }, { a: 8, b: 8, id: "s" }];
      const { selection } = st.vegaLiteChart(data, {
        mark: { type: "circle", size: 900 }, height: 300, params: [${params}], encoding: { x: at("a"), y: at("b"), tooltip: { field: "id" } },
      }, { onSelect: "rerun", key: "chart" });
      st.text(JSON.stringify(selection));
      st.button("Again");`,
    { viewport: { width: 1000, height: 700 } },
  ));
  const canvas = page.getByTestId("stVegaLiteChart").locator("canvas");
  await canvas.waitFor();
  return (await canvas.boundingBox()) as { x: number; y: number; width: number; height: number };
}

test("ui-vega_chart-003 a click chooses a mark, Shift adds others, and the script gets their records under the name of the selection", async () => {
  const box = await openChart(`{ name: "picked", select: "point" }`);
  const click = (a: number, b: number) => page.mouse.click(box.x + (box.width * a) / 10, box.y + box.height - (box.height * b) / 10);
  await chosen('{"picked":[]}');
  await click(2, 8);
  await chosen('{"picked":[{"a":2,"b":8,"id":"r"}]}');
  await page.keyboard.down("Shift");
  await click(8, 2);
  await page.keyboard.up("Shift");
  await chosen('{"picked":[{"a":2,"b":8,"id":"r"},{"a":8,"b":2,"id":"q"}]}');
  await page.getByRole("button", { name: "Again" }).click();
  await page.emulateMedia({ colorScheme: "dark" });
  await chosen('{"picked":[{"a":2,"b":8,"id":"r"},{"a":8,"b":2,"id":"q"}]}');
  await click(5, 5);
  await chosen('{"picked":[]}');
});

test("ui-vega_chart-004 a rectangle that is dragged reports its ranges, and a double click takes it back", async () => {
  const box = await openChart(`{ name: "brush", select: "interval" }`);
  const move = (a: number, b: number) => page.mouse.move(box.x + (box.width * a) / 10, box.y + box.height - (box.height * b) / 10, { steps: 4 });
  await move(1, 1);
  await page.mouse.down();
  await move(5, 9);
  await page.mouse.up();
  await page.waitForFunction(() => document.querySelector('[data-testid="stText"]')?.textContent?.includes('"a"'));
  const { brush } = JSON.parse((await page.getByTestId("stText").textContent()) ?? "") as { brush: { a: [number, number]; b: [number, number] } };
  expect(brush.a.map(Math.round)).toEqual([1, 5]);
  expect(brush.b.map(Math.round)).toEqual([1, 9]);
  await move(3, 5);
  await page.mouse.dblclick(box.x + box.width * 0.3, box.y + box.height * 0.5);
  await chosen('{"brush":{}}');
});

test("sel-015 ui-pydeck_chart-003 a click on an object reports its place and itself under its layer, others join it or take its place", async () => {
  ({ page } = await serve(
    `
      const cities = [{ name: "west", lon: -20, lat: 0 }, { name: "east", lon: 20, lat: 0 }];
      const layer = { "@@type": "ScatterplotLayer", id: "cities", data: cities, getPosition: "@@=[lon, lat]", getRadius: 400000, getFillColor: [200, 0, 0] };
      const mode = st.checkbox("Several") ? "multi-object" : "single-object";
      const { selection } = st.pydeckChart({ initialViewState: { longitude: 0, latitude: 0, zoom: 2 }, layers: [layer] }, { onSelect: "rerun", selectionMode: mode, height: 400 });
      st.text(JSON.stringify(selection.indices) + (selection.objects.cities ?? []).map((city) => city.name));`,
    { viewport: { width: 1000, height: 800 } },
  ));
  const map = page.getByTestId("stDeckGlJsonChart").locator("canvas").last();
  await map.waitFor();
  await chosen("{}");
  // At zoom 2 a degree is 5.7 pixels wide.
  const click = async (longitude: number) => {
    const box = (await map.boundingBox()) as { x: number; y: number; width: number; height: number };
    await page.mouse.click(box.x + box.width / 2 + longitude * 5.69, box.y + box.height / 2);
  };
  const west = page.getByTestId("stText").getByText('{"cities":[0]}west', { exact: true });
  // The layer can be clicked once the map has been drawn.
  await expect
    .poll(
      async () => {
        if (!(await west.isVisible())) await click(-20);
        await page.waitForTimeout(500);
        return west.isVisible();
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  await click(20);
  await chosen('{"cities":[1]}east');
  await page.getByText("Several").click();
  await chosen("{}");
  await click(20);
  await chosen('{"cities":[1]}east');
  await click(-20);
  await chosen('{"cities":[1,0]}east,west');
  await page.getByTestId("stDeckGlJsonChart").hover();
  await page.getByRole("button", { name: "Clear selection" }).click();
  await chosen("{}");
});
