import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ui-alert-001 the four boxes carry their text, icon and title", async () => {
  const page = await visit(() => {
    st.success("Saved", { icon: "✅" });
    st.info("  Note\n  this  ");
    st.warning("Careful", { icon: ":material/warning:", title: "Hm" });
    st.error(404);
  });
  expect(page.mirror.root("main").children.map(({ kind, props }) => [kind, props.body, props.icon, props.title])).toEqual([
    ["success", "Saved", "✅", undefined],
    ["info", "Note\nthis", undefined, undefined],
    ["warning", "Careful", ":material/warning:", "Hm"],
    ["error", "404", undefined, undefined],
  ]);
});

test("an icon that is neither an emoji nor a name is refused", async () => {
  const page = await visit(() => st.success("x", { icon: "saved" }));
  expect(page.all("exception")[0]?.props.message).toBe('st.success: icon must be one emoji or ":material/name:", not "saved"');
});
