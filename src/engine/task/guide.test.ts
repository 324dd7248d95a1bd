import { expect, test } from "vitest";

import { examplesOf, runGuide } from "../../hosts/test/guide.ts";

/** What each example shows once its work is done. */
const ENDS = ["Counted to 50", "c.csv copied", "There are 2262.", "years", "There are 2262."];

test("every example of the guide does its work to the end", { timeout: 40_000 }, async () => {
  expect(examplesOf("background.md").apps.length).toBe(ENDS.length);
  await runGuide("background.md", async (page, at, source) => {
    const [button] = page.all("button");
    if (button) await page.click(button);
    const shown = () => JSON.stringify([...page.mirror.nodes.values()].map((node) => node.props));
    await expect.poll(shown, { timeout: 9000 }).toContain(ENDS[at]);
    expect(page.all("exception"), source).toEqual([]);
  });
});
