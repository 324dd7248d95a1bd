import { TemporalText } from "../protocol/temporal.ts";
import { dateText, dateTimeText, timeText, zonedText } from "./iso.ts";

/**
 * What a column means, whatever carries it:
 * `date`, `time` and `datetime` have no zone; `zoned` is a moment shown in the column's zone; `json` holds objects or
 * a mix with objects; `empty` has no value at all.
 */
export type ColumnType = "number" | "integer" | "boolean" | "text" | "date" | "time" | "datetime" | "zoned" | "duration" | "list" | "json" | "bytes" | "empty";

/** A cell as the script or the page reads it; null when there is none. */
export type Cell = number | bigint | boolean | string | TemporalText | Uint8Array | JsonValue | null;
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/**
 * A cell as it is stored. Dates are days since 1970, times nanoseconds since midnight, datetimes and moments what
 * `unit` says, durations ISO text, lists and objects JSON text.
 */
export type RawCell = number | bigint | boolean | string | Uint8Array | null;

/** How datetimes and moments are stored: milliseconds, nanoseconds (bigint), or text where neither fits. */
export type TimeUnit = "ms" | "ns" | "text";

export interface ColumnFacts {
  name: string;
  type: ColumnType;
  /** Zone of all moments of a `zoned` column; absent when they differ (their texts then carry it). */
  zone?: string | undefined;
  unit?: TimeUnit | undefined;
}

export interface Column extends ColumnFacts {
  readonly length: number;
  raw(row: number): RawCell;
  /** The cell as a value; Temporal ones as their text. */
  get(row: number): Cell;
  /** The cell on a number line, for charts and sorting: dates in milliseconds as if in UTC. NaN when it has no place. */
  number(row: number): number;
}

/** A table as the page has it. */
export interface TableView {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Names of the rows, when they have names of their own. */
  readonly index?: Column;
  get(row: number, column: number): Cell;
}

/** A table as the script has it. */
export interface Table extends TableView {
  /** The Arrow IPC stream; made once. */
  toIPC(): Uint8Array;
}

/** Makes a column that reads its cells from `raw`. */
export function makeColumn(facts: ColumnFacts, length: number, raw: (row: number) => RawCell): Column {
  const read = reader(facts);
  const place = locator(facts);
  return {
    ...facts,
    length,
    raw,
    get: (row) => {
      const cell = raw(row);
      return cell === null ? null : read(cell);
    },
    number: (row) => {
      const cell = raw(row);
      return cell === null ? Number.NaN : place(cell);
    },
  };
}

export function makeView(columns: readonly Column[], index: Column | undefined, rows: number): TableView {
  const view = { rows, columns, get: (row: number, column: number) => columns[column]?.get(row) ?? null };
  return index === undefined ? view : { ...view, index };
}

function reader(facts: ColumnFacts): (cell: NonNullable<RawCell>) => Cell {
  const { type, unit = "ms", zone = "UTC" } = facts;
  switch (type) {
    case "date":
      return (cell) => new TemporalText("PlainDate", dateText(Number(cell)));
    case "time":
      return (cell) => new TemporalText("PlainTime", timeText(Number(cell)));
    case "datetime":
      return (cell) => new TemporalText("PlainDateTime", unit === "text" ? String(cell) : dateTimeText(moment(cell)));
    case "zoned":
      return (cell) => new TemporalText("ZonedDateTime", unit === "text" ? String(cell) : zonedText(moment(cell), zone));
    case "duration":
      return (cell) => new TemporalText("Duration", String(cell));
    case "list":
    case "json":
      return (cell) => JSON.parse(String(cell)) as JsonValue;
    default:
      return (cell) => cell;
  }
}

function locator(facts: ColumnFacts): (cell: NonNullable<RawCell>) => number {
  switch (facts.type) {
    case "number":
    case "integer":
    case "boolean":
      return Number;
    case "date":
      return (cell) => Number(cell) * 86_400_000;
    case "time":
      return (cell) => Number(cell) / 1e6;
    case "datetime":
    case "zoned":
      return (cell) => (typeof cell === "bigint" ? Number(cell) / 1e6 : typeof cell === "number" ? cell : fromText(cell));
    default:
      return () => Number.NaN;
  }
}

const moment = (cell: RawCell) => (typeof cell === "bigint" ? cell : Number(cell));

function fromText(cell: RawCell | Uint8Array): number {
  const text = String(cell).replace(/\[.*$/, "");
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(text.slice(10)) ? text : `${text}Z`);
}
