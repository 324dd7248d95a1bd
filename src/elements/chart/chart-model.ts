import type { Column, TableView } from "../../data/table.ts";
import type { ChartProps } from "./chart.ts";

export type ChartMark = "line" | "area" | "bar" | "point";
export type FieldType = "quantitative" | "temporal" | "nominal" | "ordinal";

export interface Field {
  title: string;
  type: FieldType;
  /** True when times of day matter in what is shown. */
  hasTime?: boolean;
  /** True when there is nothing between its numbers. */
  isWhole?: boolean;
}

/** What a chart draws, worked out from its options and the columns of its data. */
export interface ChartModel {
  mark: ChartMark;
  x: Field;
  y: Field;
  /** What tells colours apart. */
  color: (Field & { domain?: string[]; isLiteral?: boolean }) | undefined;
  /** Lines of one colour column that are drawn for several columns of y. */
  isDetailed: boolean;
  size: Field | undefined;
  columns: { x: string | undefined; y: string[]; color: string | undefined; size: string | undefined; order: string | undefined };
}

/** A row of the chart's own data: short, fixed names, so that no title needs escaping. */
export interface ChartRow {
  x: unknown;
  y: unknown;
  s?: string;
  c?: unknown;
  z?: unknown;
  o?: unknown;
}

const NUMERIC = new Set(["number", "integer", "boolean", "duration"]);

/** Works out what to draw. */
export function chartModel(mark: ChartMark, props: ChartProps, table: TableView): ChartModel {
  const { colorColumn, sizeColumn, x, sort } = props;
  const y = props.y ?? seriesOf(table, [x, colorColumn, sizeColumn]);
  const xColumn = x === undefined ? table.index : find(table, x);
  const yColumn = y.length === 1 ? find(table, y[0] as string) : undefined;
  const colorSource = colorColumn === undefined ? undefined : find(table, colorColumn);
  return {
    mark,
    x: { ...fieldOf(xColumn, mark === "bar"), title: props.xLabel ?? x ?? table.index?.name ?? "" },
    y: { ...(y.length === 1 ? fieldOf(yColumn, false) : { type: "quantitative" }), title: props.yLabel ?? (y.length === 1 ? (y[0] as string) : "") },
    color: colorOf(colorSource, y),
    isDetailed: colorSource !== undefined && y.length > 1,
    size: sizeColumn === undefined ? undefined : { title: sizeColumn, type: "quantitative" },
    columns: { x, y, color: colorColumn, size: sizeColumn, order: typeof sort === "string" ? sort.replace(/^-/, "") : undefined },
  };
}

function seriesOf(table: TableView, taken: (string | undefined)[]): string[] {
  const free = table.columns.filter((column) => !taken.includes(column.name));
  const numeric = free.filter((column) => NUMERIC.has(column.type));
  return (numeric.length > 0 ? numeric : free).map((column) => column.name);
}

function find(table: TableView, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name) ?? (table.index?.name === name ? table.index : undefined);
}

function fieldOf(column: Column | undefined, isDiscrete: boolean): { type: FieldType; hasTime?: boolean; isWhole?: boolean } {
  const { type } = column ?? { type: "integer" };
  if (type === "date") return { type: "temporal" };
  if (type === "datetime" || type === "zoned") return { type: "temporal", hasTime: true };
  if (isDiscrete) return { type: "ordinal" };
  if (type === "integer") return { type: "quantitative", isWhole: true };
  if (type === "number" || type === "empty") return { type: "quantitative" };
  return { type: "nominal" };
}

function colorOf(column: Column | undefined, y: readonly string[]): ChartModel["color"] {
  if (column) {
    if (holdsColors(column)) return { title: column.name, type: "nominal", isLiteral: true };
    return { title: column.name, ...fieldOf(column, false) };
  }
  return y.length > 1 ? { title: "", type: "nominal", domain: [...y] } : undefined;
}

/** True when the first value of a column is a colour: `#rrggbb`, or a list of numbers. */
function holdsColors(column: Column): boolean {
  for (let row = 0; row < column.length; row += 1) {
    const cell = column.get(row);
    if (cell === null) continue;
    if (typeof cell === "string") return /^#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(cell);
    return Array.isArray(cell) && (cell.length === 3 || cell.length === 4) && cell.every((part) => typeof part === "number");
  }
  return false;
}

/**
 * The rows of a table as the chart draws them: one for each row and column of y.
 *
 * @param start - How many rows were drawn before; numbers rows that have no names.
 */
export function chartRows(model: ChartModel, table: TableView, start: number): ChartRow[] {
  const { columns } = model;
  const x = reader(columns.x === undefined ? table.index : find(table, columns.x));
  const color = columns.color === undefined ? undefined : reader(find(table, columns.color), model.color?.isLiteral);
  const size = columns.size === undefined ? undefined : reader(find(table, columns.size));
  const order = columns.order === undefined ? undefined : reader(find(table, columns.order));
  const series = columns.y.flatMap((name) => {
    const column = find(table, name);
    return column ? [{ name, read: reader(column) }] : [];
  });
  const rows: ChartRow[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const place = columns.x === undefined && !table.index ? start + row : x(row);
    for (const { name, read } of series) {
      const made: ChartRow = { x: place, y: read(row) };
      if (series.length > 1 || columns.y.length > 1) made.s = name;
      if (color) made.c = color(row);
      if (size) made.z = size(row);
      if (order) made.o = order(row);
      rows.push(made);
    }
  }
  return rows;
}

function reader(column: Column | undefined, isColor = false): (row: number) => unknown {
  if (!column) return () => null;
  const { type } = column;
  if (type === "zoned") return (row) => wallTime(column.get(row));
  if (type === "date" || type === "datetime" || type === "number" || type === "integer") {
    return (row) => {
      const value = column.number(row);
      return Number.isNaN(value) ? null : value;
    };
  }
  if (type === "boolean" || type === "text") return (row) => column.get(row);
  return (row) => {
    const cell = column.get(row);
    if (isColor && Array.isArray(cell)) return css(cell as number[]);
    return cell === null ? null : String(cell);
  };
}

const css = ([r = 0, g = 0, b = 0, a]: number[]) => {
  const whole = r <= 1 && g <= 1 && b <= 1 && !(Number.isInteger(r) && Number.isInteger(g) && Number.isInteger(b)) ? 255 : 1;
  return a === undefined ? `rgb(${r * whole},${g * whole},${b * whole})` : `rgba(${r * whole},${g * whole},${b * whole},${a > 1 ? a / 255 : a})`;
};

/** What the clock of its zone shows, as if that were UTC: charts are drawn in UTC. */
function wallTime(cell: unknown): number | null {
  const text = cell === null ? "" : String(cell);
  const local = /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?/.exec(text)?.[0];
  return local === undefined ? null : Date.parse(`${local}Z`);
}
