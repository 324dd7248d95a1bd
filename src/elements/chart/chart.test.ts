import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { describe, expect, test } from "vitest";
import { toTable } from "../../data/tables.ts";
import { type ChartMark, chartModel, chartRows } from "./chart-model.ts";
import { chartSpec } from "./chart-spec.ts";
import type { ChartProps } from "./chart.ts";

const make = (mark: ChartMark, data: unknown, options: Partial<ChartProps> = {}) => {
  const props = { parts: [], ...options } as ChartProps;
  const table = toTable(data);
  const model = chartModel(mark, props, table);
  // biome-ignore lint/suspicious/noExplicitAny: a specification is plain data
  return { model, rows: chartRows(model, table, 0), spec: chartSpec(model, props, table.rows) as any };
};

const LONG = [
  { fruit: "apple", region: "n", sold: 3 },
  { fruit: "apple", region: "s", sold: 4 },
];

test("axes of whole numbers have no ticks between them, those of fractions do", () => {
  const { spec } = make(
    "line",
    [
      { step: 1, share: 0.5 },
      { step: 2, share: 1.5 },
    ],
    { x: "step", y: ["share"] },
  );
  expect([spec.encoding.x.axis.tickMinStep, spec.encoding.y.axis.tickMinStep]).toEqual([1, undefined]);
});

test.each([
  [400, "middle", false],
  [60, "end", true],
])("names stand below the middle of their bars, flat or upright, in %d pixels", async (width, anchor, isUpright) => {
  const { rows, spec } = make(
    "bar",
    ["January", "February", "March"].map((month) => ({ month, sold: 1 })),
    { x: "month", sort: false },
  );
  const compiled = compile({ ...spec, width, height: 100, data: { name: "source", values: rows } } as TopLevelSpec).spec;
  const svg = await new View(parse(compiled), { renderer: "none" }).toSVG();
  const names = [...svg.matchAll(/<text ([^>]*)>(?:January|February|March)</g)].map(([, attributes = ""]) => attributes);
  expect(names).toHaveLength(3);
  for (const name of names) expect([/text-anchor="(\w+)"/.exec(name)?.[1], name.includes("rotate(270)")]).toEqual([anchor, isUpright]);
});

describe("data", () => {
  test("ui-line_chart-001 each numeric column of wide data is a series over the row numbers", () => {
    const { rows, spec } = make("line", [
      { a: 1, b: 2, note: "x" },
      { a: 3, b: 4, note: "y" },
    ]);
    expect(rows).toEqual([
      { x: 0, y: 1, s: "a" },
      { x: 0, y: 2, s: "b" },
      { x: 1, y: 3, s: "a" },
      { x: 1, y: 4, s: "b" },
    ]);
    expect(spec.encoding.color.scale.domain).toEqual(["a", "b"]);
  });

  test("long data is split by the colour column", () => {
    const { rows, spec } = make("bar", LONG, { x: "fruit", y: ["sold"], colorColumn: "region" });
    expect(rows).toEqual([
      { x: "apple", y: 3, c: "n" },
      { x: "apple", y: 4, c: "s" },
    ]);
    expect(spec.encoding.color).toMatchObject({ field: "c", type: "nominal", title: "region" });
    expect(spec.encoding.x).toMatchObject({ type: "ordinal", title: "fruit" });
  });

  test("dates are drawn in UTC, zoned ones as their own clock shows them", () => {
    const { rows, spec } = make("line", [{ at: new Date(Date.UTC(2026, 0, 1, 12)), y: 1 }], { x: "at" });
    expect(rows[0]?.x).toBe(Date.UTC(2026, 0, 1, 12));
    expect(spec.encoding.x).toMatchObject({ type: "temporal", scale: { type: "utc" }, axis: { grid: false } });
  });

  test("ph-025 rows that are added with other columns leave the series as they are", () => {
    const { model } = make("line", [{ a: 1, b: 2 }]);
    expect(chartRows(model, toTable([{ b: 5, other: 9 }]), 1)).toEqual([{ x: 1, y: 5, s: "b" }]);
    expect(chartRows(model, toTable([{ other: 9 }]), 2)).toEqual([]);
  });

  test("a column of colours is taken as it is", () => {
    const { rows, spec } = make(
      "point",
      [
        { a: 1, b: 2, c: "#ff0000" },
        { a: 2, b: 3, c: "#00ff00" },
      ],
      { x: "a", y: ["b"], colorColumn: "c" },
    );
    expect(rows.map((row) => row.c)).toEqual(["#ff0000", "#00ff00"]);
    expect(spec.encoding.color).toMatchObject({ scale: null, legend: null });
  });
});

describe("looks", () => {
  test("ui-area_chart-001 ui-bar_chart-001 areas and bars of several series stack from zero", () => {
    for (const mark of ["area", "bar"] as const) expect(make(mark, { a: [1], b: [2] }).spec.encoding.y.stack).toBe("zero");
    expect(make("area", { a: [1], b: [2] }, { stack: "normalize" }).spec.encoding.y.stack).toBe("normalize");
    expect(make("line", { a: [1], b: [2] }).spec.encoding.y.stack).toBeUndefined();
  });

  test("ui-bar_chart-002 without stacking bars of one category stand side by side", () => {
    const { spec } = make("bar", LONG, { x: "fruit", y: ["sold"], colorColumn: "region", stack: false });
    expect(spec.encoding.y.stack).toBe(null);
    expect(spec.encoding.xOffset).toEqual({ field: "c", type: "nominal" });
  });

  test("ui-bar_chart-003 horizontal bars swap the axes and their titles", () => {
    const { spec } = make("bar", LONG, { x: "fruit", y: ["sold"], horizontal: true, xLabel: "Fruit", yLabel: "Sold" });
    expect(spec.encoding.y).toMatchObject({ field: "x", title: "Fruit" });
    expect(spec.encoding.x).toMatchObject({ field: "y", title: "Sold" });
  });

  test("ui-line_chart-003 colours that were given are used in the order of the series", () => {
    expect(make("line", { a: [1], b: [2] }, { colors: ["#111111", "#222222"] }).spec.encoding.color.scale.range).toEqual(["#111111", "#222222"]);
    expect(make("line", { a: [1] }, { colors: ["#111111"] }).spec.mark.color).toBe("#111111");
  });

  test("bars are sorted by their place, by another column, or not at all", () => {
    const sort = (value: boolean | string) => make("bar", LONG, { x: "fruit", y: ["sold"], sort: value }).spec.encoding.x.sort;
    expect([sort(true), sort(false), sort("-sold")]).toEqual([undefined, null, { field: "o", order: "descending" }]);
  });
});
