import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a skeleton keeps a place that is filled later", async () => {
  const page = await visit(() => {
    const slot = st.skeleton(120, { width: 300 });
    st.text("below");
    st.skeleton();
    if (st.checkbox("Fill")) slot.text("here");
  });
  expect(page.all("skeleton").map(({ props }) => props)).toEqual([{ height: 120, width: 300 }, {}]);
  await page.set(page.all("checkbox")[0], true);
  expect(page.mirror.root("main").children.map(({ kind, props }) => props.body ?? kind)).toEqual(["here", "below", "skeleton", "checkbox"]);
});

test("with a body it stands while that works, returns what that returns, and goes when it fails", async () => {
  let during = 0;
  let look = () => 0;
  const page = await visit(async () => {
    const sum = st.skeleton(80, () => {
      during = look();
      st.text("inside");
      return 2;
    });
    const later = await st.skeleton({ height: "stretch" }, async () => {
      await Promise.resolve();
      return 3;
    });
    st.text(String(sum + later));
    st.skeleton(() => {
      throw new Error("lost");
    });
  });
  expect(page.all("text").map(({ props }) => props.body)).toEqual(["inside", "5"]);
  expect(page.all("skeleton")).toEqual([]);
  expect(page.all("exception")[0]?.props.message).toBe("lost");
  look = () => page.all("skeleton").length;
  await page.rerun();
  expect(during).toBe(1);
});

test("a size that is none is refused", async () => {
  const page = await visit(() => st.skeleton("content" as never));
  expect(page.all("exception")[0]?.props.message).toBe('st.skeleton: height must be "stretch" or a number of pixels above 0, not "content"');
});
