import { CompactSelection, type GridSelection } from "@glideapps/glide-data-grid";
import { useMemo, useState } from "react";
import type { GridColumnPlan } from "./grid-columns.ts";
import type { DataframeSelection, DataframeSelectionMode } from "./selection.ts";

const NOTHING: DataframeSelection = { rows: [], columns: [], cells: [] };

export interface SelectionOfGrid {
  modes: readonly DataframeSelectionMode[] | undefined;
  value: DataframeSelection | undefined;
  setValue(value: DataframeSelection, options?: { debounce?: number }): void;
  plans: readonly GridColumnPlan[];
  /** Places of the rows in the data, in the order shown; undefined for that of the data. */
  order: Uint32Array | undefined;
}

/** What the grid shows as chosen. Rows, columns and cells a script hears of are kept with the widget; the rest, for copying, is the page's own. */
export function useGridSelection({ modes = [], value = NOTHING, setValue, plans, order }: SelectionOfGrid) {
  const [current, setCurrent] = useState<GridSelection["current"]>();
  const shown = useMemo(() => placesShown(order), [order]);
  const grid = useMemo<GridSelection>(
    () => ({
      rows: value.rows.reduce((rows, row) => rows.add(shown ? (shown[row] as number) : row), CompactSelection.empty()),
      columns: value.columns.reduce((columns, name) => {
        const at = plans.findIndex((plan) => plan.id === name && !plan.isIndex);
        return at < 0 ? columns : columns.add(at);
      }, CompactSelection.empty()),
      ...(current && { current }),
    }),
    [value, shown, plans, current],
  );

  const choose = (next: GridSelection): void => {
    setCurrent(next.current);
    if (modes.length === 0) return;
    const rows = Array.from(next.rows, (row) => (order ? (order[row] as number) : row)).toSorted((a, b) => a - b);
    const columns = Array.from(next.columns).flatMap((at) => (plans[at]?.isIndex === false ? [plans[at].id] : []));
    const chosen = { rows, columns, cells: modes.some((mode) => mode.endsWith("cell")) ? cellsIn(next.current, plans, order) : [] };
    if (modes.includes("single-row-required") && chosen.rows.length === 0) chosen.rows = value.rows;
    if (JSON.stringify(chosen) === JSON.stringify(value)) return;
    // A drag passes over many cells, and is one choice.
    setValue(chosen, { debounce: 150 });
  };
  const clear = (): void => choose({ rows: CompactSelection.empty(), columns: CompactSelection.empty() });
  const isClearable = value.columns.length + value.cells.length + (modes.includes("single-row-required") ? 0 : value.rows.length) > 0;
  return { grid, choose, clear, isClearable };
}

function placesShown(order: Uint32Array | undefined): Uint32Array | undefined {
  if (!order) return undefined;
  const places = new Uint32Array(order.length);
  for (const [at, row] of order.entries()) places[row] = at;
  return places;
}

function cellsIn(current: GridSelection["current"], plans: readonly GridColumnPlan[], order: Uint32Array | undefined): [number, string][] {
  const cells: [number, string][] = [];
  for (const { x, y, width, height } of current ? [...current.rangeStack, current.range] : []) {
    for (let row = y; row < y + height; row += 1) {
      for (const plan of plans.slice(x, x + width)) if (!plan.isIndex) cells.push([order ? (order[row] as number) : row, plan.id]);
    }
  }
  return cells;
}

/** How the grid takes clicks in these modes. */
export function selectionProps(modes: readonly DataframeSelectionMode[] = []) {
  const kind = (what: string) => modes.find((mode) => mode.split("-")[1] === what)?.split("-")[0] as "single" | "multi" | undefined;
  const [row, column, cell] = [kind("row"), kind("column"), kind("cell")];
  return {
    rowSelect: row ?? "none",
    rowSelectionMode: "multi",
    rowMarkers: row ? ({ kind: "checkbox-visible", checkboxStyle: row === "single" ? "circle" : "square" } as const) : "none",
    columnSelect: column ?? "none",
    rangeSelect: cell === "single" ? "cell" : "rect",
    // What is chosen stays when something else is chosen as well.
    rangeSelectionBlending: modes.length > 0 ? "additive" : "exclusive",
    rowSelectionBlending: modes.length > 0 ? "additive" : "exclusive",
    columnSelectionBlending: modes.length > 0 ? "additive" : "exclusive",
  } as const;
}
