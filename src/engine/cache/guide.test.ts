import { expect, test } from "vitest";

import { examplesOf, runGuide } from "../../hosts/test/guide.ts";

test("every example of the guide runs, twice", async () => {
  expect(examplesOf("caching.md").apps.length).toBeGreaterThan(9);
  await runGuide("caching.md", async (page, _, source) => {
    await page.rerun();
    for (const button of page.all("button")) await page.click(button);
    const messages = page.all("exception").map(({ props }) => props.message);
    expect(messages, source).toEqual([]);
    expect(page.mirror.root("main").children.length, source).toBeGreaterThan(0);
  });
});
