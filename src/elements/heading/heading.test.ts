import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-heading-001 title, header and subheader are headings of three levels", async () => {
  const page = await visit(() => {
    st.title("One");
    st.header("Two", "zwei");
    st.subheader("Three", { anchor: false, help: "why", textAlignment: "center" });
  });
  expect(page.mirror.root("main").children.map(({ kind, props }) => [kind, props.level, props.body, props.anchor])).toEqual([
    ["title", 1, "One", undefined],
    ["header", 2, "Two", "zwei"],
    ["subheader", 3, "Three", false],
  ]);
  expect(page.all("subheader")[0]?.props).toMatchObject({ help: "why", textAlignment: "center" });
});

test("ui-heading-009 a divider takes the colour it is given, or the next one, afresh in every run", async () => {
  const page = await visit(() => {
    st.header("a", { divider: true });
    st.header("b", { divider: "rainbow" });
    st.subheader("c", { divider: true });
    st.header("d", { divider: "grey" });
    st.header("e", { divider: false });
  });
  const colors = () => ["header", "subheader"].flatMap((kind) => page.all(kind).map(({ props }) => props.divider));
  expect(colors()).toEqual(["blue", "rainbow", "gray", undefined, "green"]);
  await page.rerun();
  expect(colors()).toEqual(["blue", "rainbow", "gray", undefined, "green"]);
});

test("unknown divider colours and bad anchors are refused", async () => {
  const page = await visit(() => {
    for (const draw of [() => st.header("x", { divider: "pink" as never }), () => st.title("x", true as never)]) {
      try {
        draw();
      } catch (error) {
        st.exception(error);
      }
    }
  });
  expect(page.all("exception").map(({ props }) => props.message)).toEqual([
    'st.header: divider must be "blue", "green", "orange", "red", "violet", "yellow", "gray" or "rainbow", not "pink"',
    "st.title: anchor must be text or false, not true",
  ]);
});
