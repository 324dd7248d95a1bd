import { describe, expect, test, vi } from "vitest";
import { toTable } from "../../data/tables.ts";

// Only the names of its kinds are needed; the grid itself wants a browser.
vi.mock("@glideapps/glide-data-grid", () => ({
  GridCellKind: { Text: "text", Number: "number", Boolean: "boolean", Uri: "uri", Image: "image", Bubble: "bubble", Custom: "custom" },
}));
const { gridCell } = await import("./grid-cells.tsx");
const { planColumns, sortRows } = await import("./grid-columns.ts");

const LOOKS = { faint: "gray", placeholder: "None" };
const cells = (data: unknown, columns: object = {}) => {
  const table = toTable(data);
  const plans = planColumns({ hideIndex: true, columns: columns as never }, table);
  return Array.from({ length: table.rows }, (_, row) =>
    plans.map((plan) => gridCell(plan, row, LOOKS) as { kind: string; displayData?: unknown; data: unknown; copyData?: string; contentAlign?: string }),
  );
};
const shown = (data: unknown, columns: object = {}) => cells(data, columns).map((row) => row.map((cell) => cell.displayData));

describe("cells", () => {
  test("ui-dataframe-021 missing texts and numbers are a faint None, missing check boxes and charts are blank", () => {
    const data = [
      { t: "a", n: 1, b: true, l: [1, 2] },
      { t: null, n: null, b: null, l: null },
    ];
    expect(shown(data, { l: { type: "lineChart" } })[1]).toEqual(["None", "None", "", ""]);
    expect(cells(data)[1]?.[0]).toMatchObject({ themeOverride: { textDark: "gray" } });
  });

  test("numbers show four places at most, are copied whole and stand on the right", () => {
    expect(cells([{ n: 1.23456789 }])[0]?.[0]).toMatchObject({ displayData: "1.2346", copyData: "1.23456789", contentAlign: "right" });
    expect(shown([{ n: 3 }, { n: 0.00001 }])).toEqual([["3"], ["0.00001"]]);
  });

  test("settings of a column decide how its cells look", () => {
    expect(shown([{ p: 0.256 }], { p: { type: "number", format: "percent" } })).toEqual([["25.6%"]]);
    expect(shown([{ d: "2026-03-05" }], { d: { type: "date", format: "D MMM YYYY" } })).toEqual([["5 Mar 2026"]]);
    expect(shown([{ u: "https://x.org/shop/cup" }], { u: { type: "link", displayText: "shop/(.*)" } })).toEqual([["cup"]]);
    expect(cells([{ p: 50 }], { p: { type: "progress" } })[0]?.[0]?.data).toMatchObject({ kind: "bar", part: 0.5, text: "50%" });
    expect(cells([{ l: [1, 2] }], { l: { type: "barChart", yMax: 5 } })[0]?.[0]?.data).toMatchObject({ kind: "spark", values: [1, 2], min: 0, max: 5 });
  });

  test("moments are shown as they are in the script", () => {
    expect(shown([{ at: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)) }])).toEqual([["2026-01-02 03:04:05"]]);
  });
});

describe("columns", () => {
  const table = toTable([{ a: 1, b: 2, c: 3 }]);
  const names = (props: Parameters<typeof planColumns>[0]) => planColumns(props, table).map(({ id, title }) => `${id}:${title}`);

  test("ui-dataframe-018 ui-dataframe-019 row numbers come first unless hidden; a list of columns is their order", () => {
    expect(names({})).toEqual(["_index:Row number", "a:a", "b:b", "c:c"]);
    expect(names({ hideIndex: true, columnOrder: ["c", "nothing", "a"] })).toEqual(["c:c", "a:a"]);
    expect(names({ columns: { _index: { hidden: true }, b: { hidden: true }, "2": { label: "Third" } } })).toEqual(["a:a", "c:Third"]);
  });

  test("ui-dataframe-006 numbers with gaps are sorted by size, texts by the numbers in them, gaps last", () => {
    const sorted = (values: unknown[], direction: "ascending" | "descending") => {
      const column = toTable({ v: values }).columns[0] as never;
      return [...sortRows(column, values.length, direction)].map((row) => values[row]);
    };
    expect(sorted([10, null, 9, 100], "ascending")).toEqual([9, 10, 100, null]);
    expect(sorted([10, null, 9, 100], "descending")).toEqual([100, 10, 9, null]);
    expect(sorted(["item 10", "item 9", null], "ascending")).toEqual(["item 9", "item 10", null]);
  });
});
