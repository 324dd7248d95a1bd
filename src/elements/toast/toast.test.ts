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

test("a toast raised right before st.rerun() or st.switchPage() is still there afterwards, and goes with the next interaction", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ left: 0 });
    if (st.button("Save")) s.left = 2;
    if (s.left > 0) {
      s.left -= 1;
      st.toast(`Saved ${s.left}`);
      st.rerun();
    }
  });
  const toasts = () => page.all("toast").map(({ props }) => props.body);
  await page.click(page.all("button")[0]);
  expect(toasts()).toEqual(["Saved 1", "Saved 0"]);
  await page.rerun();
  expect(toasts()).toEqual([]);
});

test("a toast raised in a dialog that closes itself stays", async () => {
  const page = await visit(() => {
    const ask = st.dialog("Name", () => {
      if (!st.button("Send")) return;
      st.toast("Sent");
      st.rerun();
    });
    if (st.button("Open")) ask();
  });
  await page.click(page.all("button")[0]);
  await page.click(page.all("button").find(({ props }) => props.label === "Send"));
  expect(page.all("dialog")).toEqual([]);
  expect(page.all("toast").map(({ props }) => props.body)).toEqual(["Sent"]);
});
