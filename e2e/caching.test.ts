import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { shifts, shows, stage, until, watchShifts } from "./stage.ts";

const { open } = stage();

/** A cached function that is done when a file is there. */
function slowFunction() {
  const gate = join(mkdtempSync(join(tmpdir(), "rivulet-gate-")), "open");
  const source = `
    import { existsSync } from "node:fs";
    const slow = st.cacheData(function slow(n: number) {
      while (!existsSync(${JSON.stringify(gate)}));
      return n;
    });
  `;
  return { source, finish: () => writeFileSync(gate, "") };
}

test("cache-012 a synchronous function shows its spinner while it holds the thread, and takes it away", async () => {
  const { source, finish } = slowFunction();
  const { page } = await open(`${source}
    st.text("before");
    st.text("the result is " + slow(7));
  `);
  const spinner = page.getByTestId("stSpinner");
  await spinner.getByText("Running slow(...).").waitFor();
  await shows(page, "before");
  finish();
  await shows(page, "the result is 7");
  expect(await spinner.count()).toBe(0);
});

test("ui-spinner-003 the spinner of a cached function names it and lies over the page, which does not move", async () => {
  const { source, finish } = slowFunction();
  const { page } = await open(`${source}
    const n = st.numberInput("Number", 1, 9, 1);
    const result = n > 1 ? slow(n) : 1;
    st.button("below");
    st.text("the result is " + result);
  `);
  await shows(page, "the result is 1");
  // Its view comes when it is first needed.
  await page.getByTestId("stNumberInputStepUp").waitFor();
  const places = () =>
    page
      .locator("main")
      .locator('[data-testid="stNumberInput"], [data-testid="stButton"], [data-testid="stText"]')
      .evaluateAll((boxes) => boxes.map((box) => box.getBoundingClientRect().y));
  const before = await places();
  await watchShifts(page);
  await page.getByTestId("stNumberInputStepUp").click();
  const spinner = page.getByTestId("stSpinner");
  await spinner.getByText("Running slow(...).").waitFor();
  expect(await spinner.locator("code").innerText()).toBe("slow(...)");
  expect(await places()).toEqual(before);
  finish();
  await shows(page, "the result is 2");
  await until(() => spinner.count(), 0);
  expect(await places()).toEqual(before);
  expect(await shifts(page)).toEqual([]);
});
