import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, oneOf, quote } from "../arguments.ts";
import { checkGap, type Gap, inside, takeBody } from "../container/container.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

const MOST_COLUMNS = 24;
const ALIGNMENTS = ["top", "center", "bottom"] as const;

export interface GridProps {
  /** At most this many columns; absent for as many as fit. */
  columns?: number | undefined;
  /** Pixels. */
  minColumnWidth?: number | undefined;
  wrap?: false | undefined;
  gap?: Gap | undefined;
  columnGap?: Gap | undefined;
  verticalAlignment?: "center" | "bottom" | undefined;
  border?: boolean | undefined;
  rowHeight?: number | undefined;
  dense?: boolean | undefined;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface GridCellProps {
  columnSpan?: number | "all" | undefined;
  rowSpan?: number | undefined;
}

export interface GridOptions {
  /** At most so many columns of equal width (1 to 24), or `"auto"` for as many as fit. Default `"auto"`. */
  columns?: "auto" | number | undefined;
  /** Pixels under which a column does not get: the grid takes fewer columns then. Default `"auto"`, 200. */
  minColumnWidth?: "auto" | number | undefined;
  /** False keeps the number of columns at every width; the grid scrolls sideways instead. Default true. */
  wrap?: boolean | undefined;
  /** Space between the cells, or `[rows, columns]`. Default `"small"`. */
  gap?: Gap | readonly [rows: Gap, columns: Gap] | undefined;
  /** How what is in a cell lines up in it. Default `"top"`. */
  verticalAlignment?: (typeof ALIGNMENTS)[number] | undefined;
  /** A line around every cell. Default false. */
  border?: boolean | undefined;
  /** Pixels of every row; what is higher scrolls in its cell. Default `"content"`: as high as the highest cell. */
  rowHeight?: "content" | number | undefined;
  /** Lets later cells fill holes that wide ones left; the keyboard still goes in the order of the script. Default false. */
  dense?: boolean | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Pixels after which the grid scrolls; or `"stretch"`. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
  /** Names it: the page gives it the class `st-key-` and the name. */
  key?: string | number | undefined;
}

export interface CellOptions {
  /** How many columns the cell is wide; `"all"` for a row of its own. Default 1. */
  columnSpan?: number | "all" | undefined;
  /** How many rows the cell is high. Default 1. */
  rowSpan?: number | undefined;
}

export interface GridContainer extends Container {
  /**
   * Makes the next cell: several elements in one, or one that is wider or higher than others.
   *
   * @param options - `columnSpan`, `rowSpan`.
   * @param body - Draws what is in the cell.
   * @returns The container inside, or what `body` returns.
   * @throws AppError for a span that is no whole number above 0, or wider than the grid.
   * @example
   * grid.cell({ columnSpan: "all" }, () => st.write("**Featured**"));
   */
  cell(options?: CellOptions): Container;
  cell<R>(body: (here: Container) => R): R;
  cell<R>(options: CellOptions, body: (here: Container) => R): R;
}

export const Grid = defineKind<GridProps>()("grid", { block: true });
export const GridCell = defineKind<GridCellProps>()("gridCell", { block: true });

/**
 * Puts what is drawn into it into cells of equal width, which flow into fewer columns where there is less room.
 *
 * @param columns - At most how many columns, or `"auto"`. Default `"auto"`.
 * @param options - `minColumnWidth`, `wrap`, `gap`, `verticalAlignment`, `border`, `rowHeight`, `dense`, `width`, `height`, `key`.
 * @param body - Draws the cells: every element is one.
 * @returns The grid, which has `cell()` besides the commands of every container; or what `body` returns.
 * @throws AppError for numbers of columns and sizes that make no grid.
 * @example
 * const grid = st.grid(4, { border: true });
 * for (const { name, value } of figures) grid.metric(name, value);
 */
export function grid(this: Place | void, options?: GridOptions): GridContainer;
export function grid(this: Place | void, columns: "auto" | number, options?: GridOptions): GridContainer;
export function grid<R>(this: Place | void, body: (here: GridContainer) => R): R;
export function grid<R>(this: Place | void, options: GridOptions, body: (here: GridContainer) => R): R;
export function grid<R>(this: Place | void, columns: "auto" | number, body: (here: GridContainer) => R): R;
export function grid<R>(this: Place | void, columns: "auto" | number, options: GridOptions, body: (here: GridContainer) => R): R;
export function grid(this: Place | void, ...given: unknown[]): unknown {
  const { body, rest } = takeBody(given);
  const options = gather<GridOptions>(["columns"], rest);
  const props = gridProps(options);
  const block = here(this as Container).block(Grid, props, { key: options.key });
  const made: GridContainer = Object.assign(block, { cell: (...args: unknown[]) => cell(block, props.columns, args) }) as never;
  return body ? block.with(() => body(made)) : made;
}

function gridProps(options: GridOptions): GridProps {
  const { columns = "auto", minColumnWidth = "auto", wrap, border, rowHeight = "content", dense, key, width, height } = options;
  const count = columnsOf(columns);
  if (wrap === false && count === undefined) {
    throw new AppError("argument", "st.grid: wrap: false needs a number of columns to keep", { hint: "Write st.grid(3, { wrap: false })." });
  }
  for (const [name, size] of [["minColumnWidth", minColumnWidth] as const, ["rowHeight", rowHeight] as const]) {
    checkSize("st.grid", name, size, [name === "rowHeight" ? "content" : "auto"]);
  }
  checkSize("st.grid", "width", width, ["stretch", "content"]);
  checkSize("st.grid", "height", height, ["stretch", "content"]);
  const alignment = oneOf("st.grid", "verticalAlignment", options.verticalAlignment ?? "top", ALIGNMENTS);
  const [gap, columnGap] = Array.isArray(options.gap) ? (options.gap as unknown[]) : [options.gap, undefined];
  return {
    columns: count,
    minColumnWidth: minColumnWidth === "auto" ? undefined : minColumnWidth,
    wrap: wrap === false ? false : undefined,
    gap: checkGap("st.grid", gap),
    // "small" is what a missing gap is; beside another one it must be said.
    columnGap: Array.isArray(options.gap) ? (checkGap("st.grid", columnGap) ?? "small") : undefined,
    verticalAlignment: alignment === "top" ? undefined : alignment,
    border: border || undefined,
    rowHeight: rowHeight === "content" ? undefined : rowHeight,
    dense: dense || undefined,
    key: key === undefined ? undefined : String(key),
    width,
    height,
  };
}

function columnsOf(columns: unknown): number | undefined {
  if (columns === "auto") return undefined;
  if (typeof columns === "number" && Number.isInteger(columns) && columns >= 1 && columns <= MOST_COLUMNS) return columns;
  throw new AppError("argument", `st.grid: columns must be "auto" or a whole number from 1 to ${MOST_COLUMNS}, not ${quote(columns)}`);
}

function cell(block: Container, columns: number | undefined, args: unknown[]): unknown {
  const { body, rest } = takeBody(args);
  const { columnSpan = 1, rowSpan = 1 } = (rest[0] ?? {}) as CellOptions;
  if (columnSpan !== "all") checkSpan("columnSpan", columnSpan);
  checkSpan("rowSpan", rowSpan);
  if (columns !== undefined && columnSpan !== "all" && columnSpan > columns) {
    throw new AppError("argument", `grid.cell: columnSpan must be at most ${columns}, as many as the grid has columns, not ${columnSpan}`, {
      hint: 'Write { columnSpan: "all" } for a row of its own.',
    });
  }
  const props: GridCellProps = { columnSpan: columnSpan === 1 ? undefined : columnSpan, rowSpan: rowSpan === 1 ? undefined : rowSpan };
  return inside(block.block(GridCell, props), body);
}

function checkSpan(name: string, span: unknown): void {
  if (typeof span === "number" && Number.isInteger(span) && span >= 1) return;
  const all = name === "columnSpan" ? '"all" or ' : "";
  throw new AppError("argument", `grid.cell: ${name} must be ${all}a whole number above 0, not ${quote(span)}`);
}
