import {
  binary,
  bool,
  type DataType,
  dateDay,
  field,
  float64,
  int32,
  int64,
  nullType,
  type Table as ArrowTable,
  tableToIPC,
  TimeUnit,
  timeNanosecond,
  timestamp,
  utf8,
} from "@uwdata/flechette";
import { METADATA_KEY } from "./arrow-column.ts";
import { DataError } from "./data-error.ts";
import type { Column, TableView } from "./table.ts";

interface Packed {
  type: DataType;
  values?: ArrayLike<unknown> & ArrayBufferView;
  offsets?: Int32Array;
}

const NO_BYTES = new Uint8Array(0);
const MAX_BYTES = 2 ** 31 - 1;
const UTF8 = new TextEncoder();

/** Encodes a table as an Arrow IPC stream, with what Arrow has no words for in the metadata of its fields. */
export function toIPC(table: TableView): Uint8Array {
  const all = table.index === undefined ? table.columns : [...table.columns, table.index];
  const packed = all.map((column) => pack(column, table.rows));
  const fields = all.map((column, i) => field(column.name, (packed[i] as Packed).type, true, facts(column)));
  const told = JSON.stringify({ rows: table.rows, ...(table.index === undefined ? {} : { index: true }) });
  const schema = { version: 4, endianness: 0, fields, metadata: new Map([[METADATA_KEY, told]]) };
  const children = all.map((column, i) => ({
    type: packed[i]?.type,
    length: table.rows,
    data: [{ ...validity(column, table.rows), ...packed[i], length: table.rows }],
  }));
  // The encoder reads schema, types and buffers only.
  const bytes = tableToIPC({ schema, children } as unknown as ArrowTable, { format: "stream" });
  return bytes ?? NO_BYTES;
}

function facts(column: Column): Map<string, string> {
  const { type, zone, unit } = column;
  return new Map([[METADATA_KEY, JSON.stringify({ type, zone, unit: storedAsText(column) ? "text" : unit })]]);
}

function validity(column: Column, rows: number): { nullCount: number; validity: Uint8Array } {
  let bits = NO_BYTES;
  let nullCount = 0;
  for (let row = 0; row < rows; row++) {
    if (column.raw(row) !== null) continue;
    if (nullCount++ === 0) {
      bits = new Uint8Array(Math.ceil(rows / 64) * 8);
      for (let bit = 0; bit < rows; bit++) (bits[bit >> 3] as number) |= 1 << (bit & 7);
    }
    (bits[row >> 3] as number) &= ~(1 << (row & 7));
  }
  return { nullCount, validity: bits };
}

function pack(column: Column, rows: number): Packed {
  switch (column.type) {
    case "number":
      return { type: float64(), values: numbers(column, new Float64Array(rows)) };
    case "integer":
      return integers(column, rows);
    case "boolean":
      return { type: bool(), values: bits(column, rows) };
    case "date":
      return { type: dateDay(), values: numbers(column, new Int32Array(rows)) };
    case "time":
      return { type: timeNanosecond(), values: longs(column, rows) };
    case "datetime":
    case "zoned":
      return storedAsText(column) ? texts(column, rows) : moments(column, rows);
    case "bytes":
      return blobs(column, rows);
    case "empty":
      return { type: nullType() };
    default:
      return texts(column, rows);
  }
}

/** Nanoseconds of other tables may lie beyond 64 bits. */
function storedAsText(column: Column): boolean {
  if (column.type !== "datetime" && column.type !== "zoned") return false;
  if (column.unit !== "ns") return column.unit === "text";
  for (let row = 0; row < column.length; row++) {
    const cell = column.raw(row);
    if (typeof cell === "bigint" && BigInt.asIntN(64, cell) !== cell) return true;
  }
  return false;
}

function numbers<T extends Float64Array | Int32Array>(column: Column, target: T): T {
  for (let row = 0; row < target.length; row++) {
    const cell = column.raw(row);
    if (cell !== null) target[row] = Number(cell);
  }
  return target;
}

function longs(column: Column, rows: number): BigInt64Array {
  const target = new BigInt64Array(rows);
  for (let row = 0; row < rows; row++) {
    const cell = column.raw(row);
    if (cell !== null) target[row] = typeof cell === "bigint" ? cell : BigInt(Math.round(Number(cell)));
  }
  return target;
}

function integers(column: Column, rows: number): Packed {
  let isInt32 = true;
  for (let row = 0; row < rows; row++) {
    const cell = column.raw(row);
    if (typeof cell === "bigint") return { type: int64(), values: longs(column, rows) };
    if (typeof cell === "number" && (cell | 0) !== cell) isInt32 = false;
  }
  return isInt32 ? { type: int32(), values: numbers(column, new Int32Array(rows)) } : { type: float64(), values: numbers(column, new Float64Array(rows)) };
}

function bits(column: Column, rows: number): Uint8Array {
  const target = new Uint8Array(Math.ceil(rows / 64) * 8);
  for (let row = 0; row < rows; row++) if (column.raw(row) === true) (target[row >> 3] as number) |= 1 << (row & 7);
  return target;
}

function moments(column: Column, rows: number): Packed {
  const unit = column.unit === "ns" ? TimeUnit.NANOSECOND : TimeUnit.MILLISECOND;
  const zone = column.type === "zoned" ? (column.zone ?? "UTC") : null;
  return { type: timestamp(unit, zone), values: longs(column, rows) };
}

function texts(column: Column, rows: number): Packed {
  const offsets = new Int32Array(rows + 1);
  let bytes = new Uint8Array(Math.max(64, rows * 16));
  let end = 0;
  for (let row = 0; row < rows; row++) {
    const cell = textOf(column, row);
    const most = end + cell.length * 3;
    if (most > bytes.length) bytes = grow(bytes, most, column.name);
    end = append(cell, bytes, end);
    offsets[row + 1] = end;
  }
  return { type: utf8(), offsets, values: bytes.subarray(0, end) };
}

function textOf(column: Column, row: number): string {
  const cell = column.raw(row);
  if (cell === null) return "";
  return typeof cell === "string" ? cell : String(column.get(row));
}

/** Most cells are short and ASCII: for those a loop is faster than the encoder. */
function append(text: string, bytes: Uint8Array, start: number): number {
  if (text.length < 48) {
    let end = start;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127) return start + UTF8.encodeInto(text, bytes.subarray(start)).written;
      bytes[end++] = code;
    }
    return end;
  }
  return start + UTF8.encodeInto(text, bytes.subarray(start)).written;
}

function grow(bytes: Uint8Array<ArrayBuffer>, needed: number, name: string): Uint8Array<ArrayBuffer> {
  if (needed > MAX_BYTES) throw new DataError(`The column '${name}' holds more than 2 GiB of text: shorten or split it.`);
  const larger = new Uint8Array(Math.min(MAX_BYTES, Math.max(needed, bytes.length * 2)));
  larger.set(bytes);
  return larger;
}

function blobs(column: Column, rows: number): Packed {
  const offsets = new Int32Array(rows + 1);
  let end = 0;
  for (let row = 0; row < rows; row++) {
    end += (column.raw(row) as Uint8Array | null)?.length ?? 0;
    if (end > MAX_BYTES) throw new DataError(`The column '${column.name}' holds more than 2 GiB: split it.`);
    offsets[row + 1] = end;
  }
  const values = new Uint8Array(end);
  for (let row = 0; row < rows; row++) {
    const cell = column.raw(row) as Uint8Array | null;
    if (cell !== null) values.set(cell, offsets[row] as number);
  }
  return { type: binary(), offsets, values };
}
