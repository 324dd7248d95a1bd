import { expect, expectTypeOf, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st, { type Container } from "../../index.ts";

const message = async (script: () => unknown) => (await visit(script)).all("exception")[0]?.props.message as string;
const grid = (page: Visit) => page.all("grid")[0];

test("every element of a grid is a cell, and cell() makes one of several elements", async () => {
  let got: unknown;
  const page = await visit(() => {
    const cards = st.grid(4, { border: true, gap: ["large", 8], rowHeight: 120, verticalAlignment: "center", dense: true, key: "cards" });
    cards.metric("Sales", 4);
    cards.cell({ columnSpan: "all", rowSpan: 2 }, () => {
      st.text("one");
      st.text("two");
    });
    got = cards.cell().text("alone") && cards.cell(() => 7);
  });
  expect(grid(page)?.props).toMatchObject({
    columns: 4,
    border: true,
    gap: "large",
    columnGap: 8,
    rowHeight: 120,
    verticalAlignment: "center",
    dense: true,
    key: "cards",
  });
  expect(grid(page)?.children.map(({ kind }) => kind)).toEqual(["metric", "gridCell", "gridCell", "gridCell"]);
  expect(grid(page)?.children[1]?.props).toMatchObject({ columnSpan: "all", rowSpan: 2 });
  expect(grid(page)?.children[1]?.children.map(({ props }) => props.body)).toEqual(["one", "two"]);
  expect(got).toBe(7);
});

test("without arguments a grid takes as many columns as fit, and a body fills it", async () => {
  const page = await visit(() => st.grid((here) => void here.cell().write("x")));
  expect(grid(page)?.props).toEqual({});
  expect(page.all("markdown")).toHaveLength(1);
});

test("numbers and words that make no grid are refused", async () => {
  expect(await message(() => st.grid(25))).toBe('st.grid: columns must be "auto" or a whole number from 1 to 24, not 25');
  expect(await message(() => st.grid(1.5))).toContain("st.grid: columns must be");
  expect(await message(() => st.grid({ wrap: false }))).toContain("wrap: false needs a number of columns");
  expect(await message(() => st.grid({ minColumnWidth: 0 }))).toContain("st.grid: minColumnWidth must be");
  expect(await message(() => st.grid({ rowHeight: "big" as never }))).toContain("st.grid: rowHeight must be");
  expect(await message(() => st.grid({ gap: "wide" as never }))).toContain("st.grid: gap must be");
  expect(await message(() => st.grid(2).cell({ columnSpan: 3 }))).toContain("columnSpan must be at most 2");
  expect(await message(() => st.grid().cell({ rowSpan: 0 }))).toBe("grid.cell: rowSpan must be a whole number above 0, not 0");
});

test("a grid is a container with one command more", () => {
  const types = () => {
    expectTypeOf(st.grid(3)).toExtend<Container>();
    expectTypeOf(st.grid(3).cell()).toEqualTypeOf<Container>();
    expectTypeOf(st.grid(3, () => 5)).toEqualTypeOf<number>();
    expectTypeOf(st.grid(3).cell({ columnSpan: 2 }, () => "x" as const)).toEqualTypeOf<"x">();
  };
  expect(types).toBeTypeOf("function");
});
