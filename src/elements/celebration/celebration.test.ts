import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-balloons_snow-001 balloons and snow lie over the page, leave no gap, and start anew in another run", async () => {
  const page = await visit(() => {
    st.balloons();
    st.container(() => st.snow());
  });
  expect(page.mirror.root("event").children.map(({ kind }) => kind)).toEqual(["balloons", "snow"]);
  const before = page.all("snow")[0]?.props.run;
  await page.rerun();
  expect(page.all("snow")[0]?.props.run).not.toBe(before);
});

test("at a place for one element they stand there", async () => {
  const page = await visit(() => st.empty().balloons());
  expect(page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["balloons"]);
});
