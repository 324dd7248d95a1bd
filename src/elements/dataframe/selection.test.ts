import { expect, test } from "vitest";
import { AppTest } from "../../hosts/test/index.ts";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import type { DataframeState } from "./selection.ts";

const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;
const rows = [
  { city: "Oslo", people: 700 },
  { city: "Rome", people: 2800 },
  { city: "Lima", people: 10_000 },
];
const NOTHING = { rows: [], columns: [], cells: [] };

test("sel-001 a table that reports what is chosen returns empty lists while nothing is", async () => {
  let state: DataframeState | undefined;
  const page = await visit(() => void (state = st.dataframe(rows, { onSelect: "rerun", selectionMode: ["multi-row", "multi-column"] })));
  expect(state).toEqual({ selection: NOTHING });
  await page.set(page.all("dataframe")[0], { rows: [2, 0], columns: ["people"], cells: [] });
  expect(state).toEqual({ selection: { rows: [0, 2], columns: ["people"], cells: [] } });
});

test("sel-006 by default a table is an element with a handle, and nothing in it is a widget", async () => {
  let handle: unknown;
  const page = await visit(() => void (handle = st.dataframe(rows, { key: "t" })));
  expect(page.all("dataframe")[0]?.props.widget).toBeUndefined();
  expect(typeof (handle as { addRows: unknown }).addRows).toBe("function");
});

test("sel-005 a callback hears of the choice before the body runs, and the key holds it", async () => {
  const order: unknown[] = [];
  const page = await visit(() => {
    order.push(["body", st.sessionState.table?.selection.rows]);
    st.dataframe(rows, { key: "table", onSelect: (state) => order.push(["callback", state.selection.rows]) });
  });
  await page.set(page.all("dataframe")[0], { ...NOTHING, rows: [1] });
  expect(order).toEqual([
    ["body", undefined],
    ["callback", [1]],
    ["body", [1]],
  ]);
});

test("sel-011 another table starts with nothing chosen, the same one keeps the choice", async () => {
  const seen: number[][] = [];
  const page = await visit(() => {
    const more = st.checkbox("More");
    st.button("Again");
    seen.push(st.dataframe(more ? [...rows, { city: "Bern", people: 130 }] : rows, { onSelect: "rerun" }).selection.rows);
  });
  await page.set(page.all("dataframe")[0], { ...NOTHING, rows: [1] });
  await page.click(page.all("button")[0]);
  await page.set(page.all("checkbox")[0], true);
  expect(seen).toEqual([[], [1], [1], []]);
});

test("sel-016 what is chosen cannot be set by code", async () => {
  const page = await visit(() => {
    st.sessionState.table = { selection: { rows: [0] } };
    st.dataframe(rows, { key: "table", onSelect: "rerun" });
  });
  expect(failure(page)).toBe('the value of st.dataframe with key "table" cannot be set by st.sessionState');
});

test("sel-014 a choice in a fragment reruns only the fragment", async () => {
  const runs = { app: 0, part: 0 };
  const page = await visit(() => {
    runs.app += 1;
    st.fragment(() => {
      runs.part += 1;
      st.dataframe(rows, { onSelect: "rerun" });
    })();
  });
  await page.set(page.all("dataframe")[0], { ...NOTHING, rows: [0] });
  expect(runs).toEqual({ app: 1, part: 2 });
});

test("what is chosen at the start is as the script says, and one row is always chosen where that is asked for", async () => {
  const seen: unknown[] = [];
  await visit(() => {
    seen.push(st.dataframe(rows, { onSelect: "rerun", selectionMode: "multi-cell", selectionDefault: { cells: [[1, "city"]] } }).selection.cells);
    seen.push(st.dataframe(rows, { onSelect: "rerun", selectionDefault: { selection: { rows: [2] } } }).selection.rows);
    seen.push(st.dataframe(rows, { onSelect: "rerun", selectionMode: "single-row-required" }).selection.rows);
    seen.push(st.dataframe([], { onSelect: "rerun", selectionMode: "single-row-required" }).selection.rows);
  });
  expect(seen).toEqual([[[1, "city"]], [2], [0], []]);
});

test("modes that exclude each other, unknown ones, and choices that cannot be are refused with the fix", async () => {
  const refused = async (options: object) => failure(await visit(() => void st.dataframe(rows, { onSelect: "rerun", ...options } as never)));
  expect(await refused({ selectionMode: ["single-row", "multi-row"] })).toBe('st.dataframe: selectionMode can hold only one of "single-row" and "multi-row"');
  expect(await refused({ selectionMode: "rows" })).toContain('"multi-cell", or a list of them, not "rows"');
  expect(await refused({ onSelect: "run" })).toBe('st.dataframe: onSelect must be "ignore", "rerun" or a function, not "run"');
  expect(await refused({ selectionDefault: { rows: [3] } })).toBe("st.dataframe: the selection names 3, which the table does not have");
  expect(await refused({ selectionDefault: { columns: ["city"] } })).toBe('st.dataframe: the selection holds 1 column, which ["multi-row"] does not allow');
  expect(await refused({ selectionDefault: [0] })).toBe("st.dataframe: selectionDefault must be an object such as { rows: [0] }, not [0]");
});

test("a test chooses rows, and the table is still its rows", async () => {
  const at = await AppTest.fromFunction(() => {
    const { selection } = st.dataframe([{ a: 1 }, { a: 2 }], { onSelect: "rerun" });
    st.text(selection.rows.join(","));
  }).run();
  await at.dataframe.only.select({ rows: [1, 0] }).run();
  expect(at.text.only.value).toBe("0,1");
  expect(at.dataframe.only.value).toEqual([{ a: 1 }, { a: 2 }]);
  await at.dataframe.only.setValue({ selection: { rows: [1] } } as never).run();
  expect(at.text.only.value).toBe("1");
  expect(() => at.dataframe.only.setValue([1] as never)).toThrow("must be an object such as { rows: [0] }");
  expect(() => at.dataframe.only.select({ rows: [9] })).toThrow("the selection names 9");
});

test("a key reaches the page, for styles, also where no selection is told", async () => {
  const page = await visit(() => {
    st.dataframe([{ a: 1 }], { key: "one" });
    st.dataframe([{ a: 1 }], { key: 2, onSelect: "rerun" });
  });
  expect(page.all("dataframe").map((node) => node.props.key)).toEqual(["one", "2"]);
});
