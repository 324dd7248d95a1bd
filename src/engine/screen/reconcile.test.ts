import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

type Page = Awaited<ReturnType<typeof visit>>;

/** Operations of the last run, as words. */
async function opsOf(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  const before = page.mirror.messages.length;
  await act();
  const patches = page.mirror.messages.slice(before).flatMap((message) => (message.type === "patch" ? message.ops : []));
  return patches.map((op) => ("kind" in op ? `${op.op} ${op.kind}` : op.op)).filter((word) => word !== "value");
}

test("ph-004 a bar that moved is the same bar, though the slot before it holds another element now", async () => {
  const page = await visit(() => {
    const slot = st.empty();
    const isOn = st.sessionState.on === true;
    if (isOn) slot.text("Step 1");
    st.progress(isOn ? 5 : 0);
    st.text("fixed");
    st.sessionState.on = true;
  });
  const ops = await opsOf(page, () => page.rerun());
  expect(ops.filter((op) => op.endsWith("progress"))).toEqual(["set progress"]);
});

test("a new element before one that stayed does not take the place of one behind it", async () => {
  const page = await visit(() => {
    const isOn = st.sessionState.on === true;
    if (isOn) st.text("new");
    st.markdown("anchor");
    st.text(isOn ? "after" : "before");
    st.sessionState.on = true;
  });
  const [anchor, last] = page.mirror.root("main").children.map(({ id }) => id);
  const ops = await opsOf(page, () => page.rerun());
  expect(ops.toSorted()).toEqual(["insert text", "set text"]);
  expect(
    page.mirror
      .root("main")
      .children.slice(1)
      .map(({ id }) => id),
  ).toEqual([anchor, last]);
});
