import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-badge-002 a badge is blue unless a colour is given, and may have an icon and help", async () => {
  const page = await visit(() => {
    st.badge("New");
    st.badge("Done", { color: "grey", icon: ":material/check:", help: "why" });
  });
  expect(page.all("badge").map(({ props }) => props)).toMatchObject([
    { label: "New", color: "blue" },
    { label: "Done", color: "gray", icon: ":material/check:", help: "why" },
  ]);
});

test("a colour that does not exist is refused", async () => {
  const page = await visit(() => st.badge("x", { color: "pink" as never }));
  expect(page.all("exception")[0]?.props.message).toContain('st.badge: color must be "red"');
});
