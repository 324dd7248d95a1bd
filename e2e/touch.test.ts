import { expect, test } from "vitest";
import { stage, until } from "./stage.ts";

const { open } = stage();

test("ui-mobile-002 by touch a table scrolls, a tap selects a cell, and columns keep their width", async () => {
  const { page, troubles } = await open(
    `
    const rows = Array.from({ length: 200 }, (_, at) => ({ name: \`row \${at}\`, value: at }));
    const event = st.dataframe(rows, { onSelect: "rerun", selectionMode: "single-cell", height: 300 });
    st.text(\`cells \${JSON.stringify(event.selection.cells)}\`);
  `,
    { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } },
  );
  const grid = page.getByTestId("stDataFrame");
  const canvas = grid.locator("canvas").first();
  await grid.locator("canvas table tbody tr").first().waitFor({ state: "attached" });
  const box = (await canvas.boundingBox()) as { x: number; y: number; width: number; height: number };
  await page.touchscreen.tap(box.x + box.width / 2, box.y + 35 * 2.5);
  await until(async () => /\[\[?1/.test(await page.getByText(/^cells/).innerText()), true);
  const scroller = grid.locator(".dvn-scroller");
  const header = () => page.screenshot({ clip: { x: box.x, y: box.y, width: box.width, height: 34 } });
  const places = Array.from({ length: Math.floor(box.width / 8) }, (_, at) => box.x + 4 + at * 8);
  const session = await page.context().newCDPSession(page);
  const swipe = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [from] });
    for (let step = 1; step <= 5; step += 1) {
      const touchPoints = [{ x: from.x + ((to.x - from.x) * step) / 5, y: from.y + ((to.y - from.y) * step) / 5 }];
      await session.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints });
    }
    await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await swipe({ x: box.x + 100, y: box.y + 250 }, { x: box.x + 100, y: box.y + 60 });
  await until(async () => (await scroller.evaluate((one) => one.scrollTop)) > 50, true);
  await page.touchscreen.tap(box.x + box.width / 2, box.y + 35 * 2.5);
  const before = await header();
  for (const x of places) await swipe({ x, y: box.y + 17 }, { x: x + 30, y: box.y + 17 });
  expect((await header()).equals(before)).toBe(true);
  expect(troubles).toEqual([]);
});

test("a tap on the question mark shows the help, a tap elsewhere takes it away", async () => {
  const { page } = await open('st.textInput("Name", { help: "As in your passport" });', {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 800 },
  });
  await page.getByRole("button", { name: "Help for Name" }).tap();
  await page.getByRole("tooltip").getByText("As in your passport").waitFor();
  await page.touchscreen.tap(200, 600);
  await page.getByRole("tooltip").waitFor({ state: "detached" });
});
