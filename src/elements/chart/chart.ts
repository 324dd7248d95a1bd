import type { EncodedTable } from "../../engine/screen/encoded-table.ts";
import { show } from "../choices.ts";
import { quote } from "../arguments.ts";
import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind, type Kind } from "../../protocol/kind.ts";
import { checkColumn, type TableParts, tablePart } from "../data/table-part.ts";
import type { Container } from "../index.ts";

/** A CSS colour, or red, green and blue (0 to 255, or fractions of 1), with or without an alpha. */
export type ChartColor = string | readonly number[];
export type ChartStack = boolean | "normalize" | "center" | "layered";

export interface ChartProps {
  parts: TableParts;
  x?: string | undefined;
  y?: string[] | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** Name of the column that gives the colours. */
  colorColumn?: string | undefined;
  colors?: string[] | undefined;
  sizeColumn?: string | undefined;
  size?: number | undefined;
  stack?: ChartStack | undefined;
  horizontal?: boolean | undefined;
  /** False keeps the order of the data; a column's name, with "-" for descending. */
  sort?: boolean | string | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

/** What all four charts take. */
export interface ChartOptions {
  /** Column along the horizontal axis. Default: the names of the rows, else their numbers. */
  x?: string | undefined;
  /** Column, or columns, to draw. Default: all others. */
  y?: string | readonly string[] | undefined;
  xLabel?: string | undefined;
  yLabel?: string | undefined;
  /** A colour, a column that tells colours apart, or one colour for each column of `y`. */
  color?: ChartColor | readonly ChartColor[] | undefined;
  /** Default `"stretch"`; a number is in CSS pixels. */
  width?: number | "stretch" | "content" | undefined;
  /** In CSS pixels. Default 350. */
  height?: number | "stretch" | "content" | undefined;
  /** Replaced by `width`. */
  useContainerWidth?: boolean | undefined;
}

export interface AreaChartOptions extends ChartOptions {
  /** True stacks, `"normalize"` stacks to 100 %, `"center"` around the middle, false overlays. Default true. */
  stack?: ChartStack | undefined;
}

export interface BarChartOptions extends AreaChartOptions {
  /** True draws bars from left to right. Default false. */
  horizontal?: boolean | undefined;
  /** True sorts by `x`, false keeps the order of the data, a column's name sorts by it ("-name" descending). Default true. */
  sort?: boolean | string | undefined;
}

export interface ScatterChartOptions extends ChartOptions {
  /** Size of the points, or the column that gives it. */
  size?: number | string | undefined;
}

export const LineChart = defineKind<ChartProps>()("lineChart", { testid: "stVegaLiteChart" });
export const AreaChart = defineKind<ChartProps>()("areaChart", { testid: "stVegaLiteChart" });
export const BarChart = defineKind<ChartProps>()("barChart", { testid: "stVegaLiteChart" });
export const ScatterChart = defineKind<ChartProps>()("scatterChart", { testid: "stVegaLiteChart" });

/**
 * Draws a line for each column of the data.
 *
 * @param data - Wide (one column per line) or long (`color` names the column that tells lines apart).
 * @param options - `x`, `y`, `xLabel`, `yLabel`, `color`, `width`, `height`.
 * @returns The place of the chart; its `addRows` lengthens the lines.
 * @throws AppError when `data` is no table or a named column is missing.
 * @example
 * st.lineChart({ day: [1, 2, 3], visits: [10, 12, 9] }, { x: "day", y: "visits" });
 */
export function lineChart(this: Place | void, data?: unknown, options: ChartOptions = {}): Container {
  return draw(this, LineChart, "st.lineChart", data, options);
}

/**
 * Draws an area for each column of the data, stacked unless told otherwise.
 *
 * @param data - Wide (one column per area) or long (`color` names the column that tells areas apart).
 * @param options - As of `lineChart`, and `stack`.
 * @returns The place of the chart; its `addRows` lengthens the areas.
 * @throws AppError when `data` is no table or a named column is missing.
 * @example
 * st.areaChart({ coal: [5, 3, 1], wind: [1, 2, 4] });
 */
export function areaChart(this: Place | void, data?: unknown, options: AreaChartOptions = {}): Container {
  checkStack("st.areaChart", options.stack);
  return draw(this, AreaChart, "st.areaChart", data, options);
}

/**
 * Draws bars, one per row, stacked when several columns are drawn.
 *
 * @param data - Wide (one column per series) or long (`color` names the column that tells series apart).
 * @param options - As of `lineChart`, and `stack`, `horizontal`, `sort`.
 * @returns The place of the chart; its `addRows` adds bars.
 * @throws AppError when `data` is no table or a named column is missing.
 * @example
 * st.barChart([{ fruit: "apple", sold: 3 }, { fruit: "pear", sold: 5 }], { x: "fruit", horizontal: true });
 */
export function barChart(this: Place | void, data?: unknown, options: BarChartOptions = {}): Container {
  checkStack("st.barChart", options.stack);
  return draw(this, BarChart, "st.barChart", data, options);
}

/**
 * Draws a point for each row, or for each row and column of `y`.
 *
 * @param data - A table.
 * @param options - As of `lineChart`, and `size`.
 * @returns The place of the chart; its `addRows` adds points.
 * @throws AppError when `data` is no table or a named column is missing.
 * @example
 * st.scatterChart([{ width: 1, height: 2, kind: "a" }], { x: "width", y: "height", color: "kind" });
 */
export function scatterChart(this: Place | void, data?: unknown, options: ScatterChartOptions = {}): Container {
  return draw(this, ScatterChart, "st.scatterChart", data, options);
}

type AnyOptions = AreaChartOptions & BarChartOptions & ScatterChartOptions;

function draw(self: Place | void, kind: Kind<string, ChartProps>, command: string, data: unknown, options: AnyOptions): Container {
  const table = tablePart(self, command, data);
  const { x, xLabel, yLabel, stack, horizontal, sort, height, useContainerWidth } = options;
  const y = options.y === undefined ? undefined : typeof options.y === "string" ? [options.y] : [...options.y];
  const props: ChartProps = {
    parts: [table.part],
    x,
    y,
    xLabel,
    yLabel,
    ...colorProps(command, options.color, table, y, x),
    ...(typeof options.size === "string" ? { sizeColumn: options.size } : { size: options.size }),
    stack,
    horizontal,
    sort,
    width: options.width ?? (useContainerWidth === false ? "content" : undefined),
    height,
  };
  if (table.columns.length > 0 || table.index) checkColumns(command, props, table);
  return here(self as Container).element(kind, props, { grows: true });
}

function checkColumns(command: string, { x, y, colorColumn, sizeColumn, sort }: ChartProps, table: EncodedTable): void {
  if (x !== undefined) checkColumn(command, "x", x, table);
  for (const name of y ?? []) checkColumn(command, "y", name, table);
  if (colorColumn !== undefined) checkColumn(command, "color", colorColumn, table);
  if (sizeColumn !== undefined) checkColumn(command, "size", sizeColumn, table);
  if (typeof sort === "string") checkColumn(command, "sort", sort.replace(/^-/, ""), table);
}

function checkStack(command: string, stack: unknown): void {
  if (stack === undefined || stack === null || typeof stack === "boolean" || ["normalize", "center", "layered"].includes(stack as string)) return;
  throw new AppError("argument", `${command}: stack must be true, false, "normalize", "center" or "layered", not ${quote(stack)}`);
}

/** A text is a column when the data has it, else a colour; numbers are a colour; a list is one for each series. */
function colorProps(
  command: string,
  color: unknown,
  table: EncodedTable,
  y: string[] | undefined,
  x: string | undefined,
): Pick<ChartProps, "colorColumn" | "colors"> {
  if (color === undefined || color === null) return {};
  if (typeof color === "string") {
    const isColumn = table.columns.some((column) => column.name === color);
    if (isColumn || !looksLikeColor(color)) return { colorColumn: color };
    return { colors: [color] };
  }
  if (!Array.isArray(color)) {
    throw new AppError("argument", `${command}: color must be a colour, a column or a list of colours, not ${quote(color)}`);
  }
  if (isTuple(color)) return { colors: [cssColor(command, color)] };
  const series = (y ?? table.columns.map((column) => column.name).filter((name) => name !== x)).length;
  if (color.length !== series && table.columns.length > 0) {
    throw new AppError("argument", `${command}: color has ${color.length} colours for ${series} ${series === 1 ? "column" : "columns"}`, {
      hint: "Give one colour for each column that is drawn, in the order of y.",
    });
  }
  return { colors: color.map((one) => (typeof one === "string" ? one : cssColor(command, one as readonly number[]))) };
}

const isTuple = (color: readonly unknown[]) => (color.length === 3 || color.length === 4) && color.every((part) => typeof part === "number");

function looksLikeColor(text: string): boolean {
  return /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(text) || /^(rgb|hsl)a?\(/i.test(text) || NAMED.has(text.toLowerCase());
}

const NAMED = new Set(
  "red orange yellow green blue violet purple gray grey black white pink brown cyan magenta teal navy maroon olive lime aqua fuchsia silver gold coral salmon tomato crimson indigo turquoise steelblue darkblue darkgreen darkred lightblue lightgreen skyblue".split(
    " ",
  ),
);

/** Red, green and blue as CSS; fractions are parts of 1, whole numbers of 255; alpha likewise. */
export function cssColor(command: string, parts: readonly number[]): string {
  if (!Array.isArray(parts) || !isTuple(parts)) {
    throw new AppError("argument", `${command}: a colour must be text or three or four numbers, not ${show(parts)}`);
  }
  const isFraction = parts.slice(0, 3).every((part) => part <= 1) && parts.some((part) => !Number.isInteger(part));
  const [r, g, b] = parts.map((part) => Math.round(isFraction ? part * 255 : part)) as [number, number, number];
  const alpha = parts[3];
  if (alpha === undefined) return `rgb(${r}, ${g}, ${b})`;
  return `rgba(${r}, ${g}, ${b}, ${alpha > 1 ? alpha / 255 : alpha})`;
}
