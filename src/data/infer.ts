import { temporalType } from "../protocol/temporal.ts";
import { type Moment, parseDate, parseMoment, parseTime } from "./iso.ts";
import { type Column, type ColumnType, makeColumn, type RawCell } from "./table.ts";

/** What a value is, as one bit, so that a column is what its cells are together. */
const IS = {
  int: 1,
  fraction: 2,
  big: 4,
  boolean: 8,
  text: 16,
  instant: 32,
  date: 64,
  time: 128,
  datetime: 256,
  zoned: 512,
  duration: 1024,
  bytes: 2048,
  list: 4096,
  object: 8192,
} as const;

const MOMENTS = IS.instant | IS.zoned;
const NESTED = IS.list | IS.object;
const MAX_INT64 = 2n ** 63n;

/**
 * Makes a column of any values: the narrowest type that holds all of them. A mix is text, or JSON when objects or
 * lists are part of it. Undefined, invalid dates and holes are null.
 */
export function columnOf(name: string, values: ArrayLike<unknown>): Column {
  let seen = 0;
  for (let i = 0; i < values.length; i++) seen |= classify(values[i]);
  switch (seen) {
    case 0:
      return plain(name, "empty", values, () => null);
    case IS.int:
      return plain(name, "integer", values, Number);
    case IS.fraction:
    case IS.int | IS.fraction:
      return plain(name, "number", values, Number);
    case IS.big:
    case IS.int | IS.big:
      return integers(name, values);
    case IS.boolean:
      return plain(name, "boolean", values, (value) => value as boolean);
    case IS.text:
      return plain(name, "text", values, String);
    case IS.date:
      return counted(name, "date", values, parseDate);
    case IS.time:
      return counted(name, "time", values, parseTime);
    case IS.datetime:
      return moments(name, "datetime", undefined, values);
    case IS.duration:
      return plain(name, "duration", values, String);
    case IS.bytes:
      return plain(name, "bytes", values, (value) => bytesOf(value as Uint8Array));
    case IS.list:
      return plain(name, "list", values, jsonText);
  }
  if (seen === IS.instant) return instants(name, values);
  if ((seen & ~MOMENTS) === 0) return zoned(name, values);
  if ((seen & NESTED) !== 0) return plain(name, "json", values, jsonText);
  return plain(name, "text", values, cellText);
}

function classify(value: unknown): number {
  switch (typeof value) {
    case "number":
      return Number.isSafeInteger(value) && !Object.is(value, -0) ? IS.int : IS.fraction;
    case "string":
    case "symbol":
    case "function":
      return IS.text;
    case "boolean":
      return IS.boolean;
    case "bigint":
      return IS.big;
    case "undefined":
      return 0;
    default:
      return value === null ? 0 : classifyObject(value as object);
  }
}

function classifyObject(value: object): number {
  if (Array.isArray(value) || value instanceof Set) return IS.list;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 0 : IS.instant;
  if (value instanceof Uint8Array) return IS.bytes;
  if (ArrayBuffer.isView(value)) return IS.list;
  switch (temporalType(value)) {
    case undefined:
      return value instanceof URL || value instanceof RegExp ? IS.text : IS.object;
    case "PlainDate":
      return IS.date;
    case "PlainTime":
      return IS.time;
    case "PlainDateTime":
      return IS.datetime;
    case "ZonedDateTime":
      return IS.zoned;
    case "Instant":
      return IS.instant;
    case "Duration":
      return IS.duration;
    default:
      return IS.text;
  }
}

function plain(name: string, type: ColumnType, values: ArrayLike<unknown>, convert: (value: unknown) => RawCell): Column {
  const cells = new Array<RawCell>(values.length);
  for (let i = 0; i < cells.length; i++) {
    const value = values[i];
    cells[i] = value === null || value === undefined ? null : convert(value);
  }
  return stored(name, type, cells);
}

function stored(name: string, type: ColumnType, cells: RawCell[], more: { zone?: string; unit?: "ms" | "ns" | "text" } = {}) {
  return makeColumn({ name, type, ...more }, cells.length, (row) => cells[row] ?? null);
}

function integers(name: string, values: ArrayLike<unknown>): Column {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (typeof value === "bigint" && (value >= MAX_INT64 || value < -MAX_INT64)) return plain(name, "text", values, cellText);
  }
  return plain(name, "integer", values, (value) =>
    typeof value === "bigint" && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) ? value : Number(value),
  );
}

function counted(name: string, type: "date" | "time", values: ArrayLike<unknown>, parse: (text: string) => number): Column {
  const column = plain(name, type, values, (value) => parse(String(value)));
  // The outermost days of Temporal lie beyond what a number line of days can be read back from.
  for (let i = 0; i < values.length; i++) if (Number.isNaN(column.raw(i))) return plain(name, "text", values, cellText);
  return column;
}

/** Dates, the common case, need no parsing. */
function instants(name: string, values: ArrayLike<unknown>): Column {
  const cells = new Array<RawCell>(values.length);
  for (let i = 0; i < cells.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) cells[i] = null;
    else if (!(value instanceof Date)) return zoned(name, values);
    else cells[i] = Number.isNaN(value.getTime()) ? null : value.getTime();
  }
  return stored(name, "zoned", cells, { zone: "UTC", unit: "ms" });
}

function zoned(name: string, values: ArrayLike<unknown>): Column {
  let zone: string | undefined;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (value === null || value === undefined) continue;
    const own = zoneOf(value as object);
    zone ??= own;
    if (own !== zone) return stored(name, "zoned", Array.from(values, zonedCell), { unit: "text" });
  }
  return moments(name, "zoned", zone ?? "UTC", values);
}

function zoneOf(value: object): string {
  return /\[!?([^\]=]+)\]/.exec(value instanceof Date ? "" : String(value))?.[1] ?? "UTC";
}

function zonedCell(value: unknown): RawCell {
  return value === null || value === undefined ? null : zonedString(value);
}

function zonedString(value: unknown): string | null {
  const text = value instanceof Date ? (Number.isNaN(value.getTime()) ? "" : value.toISOString()) : String(value);
  if (text === "") return null;
  return text.endsWith("]") ? text : `${text.replace(/Z$/, "")}+00:00[UTC]`;
}

function moments(name: string, type: "datetime" | "zoned", zone: string | undefined, values: ArrayLike<unknown>): Column {
  const read = Array.from(values, (value): Moment | null => {
    if (value === null || value === undefined) return null;
    if (!(value instanceof Date)) return parseMoment(String(value));
    return Number.isNaN(value.getTime()) ? null : { ms: value.getTime(), ns: 0 };
  });
  const more = zone === undefined ? {} : { zone };
  if (read.every((moment) => moment === null || (moment.ns === 0 && !Number.isNaN(moment.ms)))) {
    return stored(
      name,
      type,
      read.map((moment) => moment && moment.ms),
      { ...more, unit: "ms" },
    );
  }
  const exact = read.map((moment) => (moment === null || Number.isNaN(moment.ms) ? null : BigInt(moment.ms) * 1_000_000n + BigInt(moment.ns)));
  const fits = exact.every((ns, i) => (ns === null ? read[i] === null : BigInt.asIntN(64, ns) === ns));
  if (fits) return stored(name, type, exact, { ...more, unit: "ns" });
  const text = type === "zoned" ? zonedString : String;
  return stored(
    name,
    type,
    Array.from(values, (value) => (value === null || value === undefined ? null : text(value))),
    { ...more, unit: "text" },
  );
}

function bytesOf(value: Uint8Array): Uint8Array {
  return new Uint8Array(value);
}

function cellText(value: unknown): string {
  return value instanceof Date ? (Number.isNaN(value.getTime()) ? "" : value.toISOString()) : String(value);
}

/** JSON of a cell; what JSON lacks becomes text, lists or objects of the same look. */
export function jsonText(value: unknown): string {
  const ancestors: object[] = [];
  const convert = (value: unknown): unknown => {
    let part = value;
    if (typeof part === "bigint") return Number.isSafeInteger(Number(part)) ? Number(part) : String(part);
    if (typeof part === "number") return Number.isFinite(part) ? part : String(part);
    if (typeof part === "function" || typeof part === "symbol") return String(part);
    if (typeof part !== "object" || part === null) return part;
    if (part instanceof Date) return cellText(part);
    if (part instanceof Error || part instanceof RegExp || part instanceof URL || temporalType(part)) return String(part);
    if (ancestors.includes(part)) return "[circular]";
    const own = (part as { toJSON?: unknown }).toJSON;
    if (typeof own === "function" && !Array.isArray(part)) {
      const json: unknown = own.call(part);
      if (json !== part) part = json;
      if (typeof part !== "object" || part === null) return convert(part);
    }
    if (ancestors.length > 100) return "…";
    ancestors.push(part);
    const result = nested(part, convert);
    ancestors.pop();
    return result;
  };
  return JSON.stringify(convert(value)) ?? "null";
}

function nested(part: object, convert: (value: unknown) => unknown): unknown {
  if (Array.isArray(part) || part instanceof Set) return Array.from(part as Iterable<unknown>, (item) => convert(item) ?? null);
  if (ArrayBuffer.isView(part)) return part instanceof DataView ? [] : Array.from(part as unknown as Iterable<unknown>, convert);
  const entries = part instanceof Map ? Array.from(part, ([key, item]) => [String(key), item] as const) : Object.entries(part);
  // `fromEntries` defines keys, so one named __proto__ is a key like any other.
  return Object.fromEntries(entries.map(([key, item]) => [key, convert(item)]));
}
