import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("ph-009 the handle of a toast changes its words, and it goes to the corner from anywhere", async () => {
  const page = await visit(() => {
    const toast = st.toast("A", { icon: "🔥" });
    toast.toast("B");
    st.sidebar.toast("C", { duration: "infinite" });
    st.container().toast("D", { duration: 2 });
  });
  expect(page.mirror.root("event").children.map(({ props }) => [props.body, props.seconds])).toEqual([
    ["B", 4],
    ["C", undefined],
    ["D", 2],
  ]);
  expect(page.mirror.root("sidebar").children).toEqual([]);
});

test("ui-toast-005 the same words in a later run are another toast, and a run without it clears it", async () => {
  const page = await visit(() => {
    if (st.button("Save")) st.toast("Saved");
  });
  const runs: number[] = [];
  for (let i = 0; i < 2; i += 1) {
    await page.click(page.all("button")[0]);
    runs.push(page.all("toast")[0]?.props.run);
  }
  expect(runs[1]).toBeGreaterThan(runs[0] as number);
  await page.rerun();
  expect(page.all("toast")).toEqual([]);
});

test("ph-022 a blank toast is refused", async () => {
  const page = await visit(() => st.toast("  "));
  expect(page.all("exception")[0]?.props.message).toBe("st.toast: body cannot be blank");
});
