import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-divider-001 a divider stands where it is drawn", async () => {
  const page = await visit(() => {
    st.text("a");
    st.divider();
    st.sidebar.divider({ width: 100 });
  });
  expect(page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["text", "divider"]);
  expect(page.mirror.root("sidebar").children[0]?.props.width).toBe(100);
});
