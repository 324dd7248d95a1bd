import { type Column as FlechetteColumn, type Table as FlechetteTable, tableFromColumns, tableToIPC } from "@uwdata/flechette";
import { temporalType } from "../protocol/temporal.ts";
import { takeApart } from "./accept.ts";
import { appendRows as joinRows } from "./append-rows.ts";
import { type ArrowColumn, columnOfArrow, METADATA_KEY } from "./arrow-column.ts";
import { type ArrowTable, isArrow, isArrowColumn, isArrowTable } from "./arrow-shape.ts";
import { DataError, tell } from "./data-error.ts";
import { fingerprint as markOf } from "./fingerprint.ts";
import { fromIPC } from "./from-ipc.ts";
import { columnOf } from "./infer.ts";
import { makeView, type Table, type TableView } from "./table.ts";
import { toIPC } from "./to-ipc.ts";

export interface ToTableOptions {
  /** Name of the argument, for the words of an error. Default `data`. */
  argument?: string | undefined;
}

/** Conversion with a memory: data that cannot change is converted once. */
export interface Tables {
  /** As {@link toTable}; deeply frozen data and Arrow tables give the same table again. */
  toTable(data: unknown, options?: ToTableOptions): Table;
  /**
   * Marks data in one scan: equal data give equal marks, so a table that stayed as it was needs no conversion.
   *
   * @returns The mark; undefined for an iterator, which can be read only once.
   */
  fingerprint(data: unknown): string | undefined;
}

/**
 * Makes the conversion of one engine. What it remembers goes when the data goes.
 *
 * @example
 * const tables = createTables();
 * tables.toTable(frozenRows) === tables.toTable(frozenRows) // true
 */
export function createTables(): Tables {
  const known = new WeakMap<object, Table>();
  const marks = new WeakMap<object, string>();
  return {
    toTable: (data, options) => remember(known, data, () => toTable(data, options)),
    fingerprint: (data) => (isOneShot(data) ? undefined : remember(marks, data, () => markOf(plainly(data)))),
  };
}

function remember<T>(memory: WeakMap<object, T>, data: unknown, make: () => T): T {
  if (typeof data !== "object" || data === null) return make();
  const kept = memory.get(data);
  if (kept !== undefined) return kept;
  const made = make();
  if (isTable(data) || isArrow(data) || isDeeplyFrozen(data)) memory.set(data, made);
  return made;
}

/** True when nothing in `value` can change. Dates, maps and bytes can, even frozen. */
function isDeeplyFrozen(value: object, depth = 0): boolean {
  if (depth > 50) return false;
  if (!Array.isArray(value) && !isPlainObject(value)) return temporalType(value) !== undefined;
  if (!Object.isFrozen(value)) return false;
  for (const key in value) {
    const part = (value as Record<string, unknown>)[key];
    if (typeof part === "function" || (typeof part === "object" && part !== null && !isDeeplyFrozen(part, depth + 1))) return false;
  }
  return true;
}

function isPlainObject(value: object): boolean {
  const proto: unknown = Object.getPrototypeOf(value);
  return proto === Object.prototype || proto === null;
}

function isOneShot(data: unknown): boolean {
  if (typeof data !== "object" || data === null) return false;
  const iterate = (data as { [Symbol.iterator]?: unknown })[Symbol.iterator];
  return typeof iterate === "function" && typeof (data as { next?: unknown }).next === "function";
}

/** Frames of other libraries as lists; everything else as it is. */
function plainly(data: unknown): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data) || isPlainObject(data)) return data;
  if (ArrayBuffer.isView(data) || data instanceof Map || data instanceof Set || isArrow(data)) return data;
  if (isTable(data)) return data.toIPC();
  const polars = polarsBytes(data);
  if (polars !== undefined) return polars;
  const { columns, index } = takeApart(data, "data");
  return [columns, index];
}

/** Tells a table made by {@link toTable}. */
export function isTable(value: unknown): value is Table {
  const table = value as Partial<Table> | null | undefined;
  return typeof table === "object" && typeof table?.toIPC === "function" && Array.isArray(table.columns) && typeof table.rows === "number";
}

function withIPC(view: TableView, bytes?: Uint8Array): Table {
  let made = bytes;
  return {
    ...view,
    toIPC: () => {
      made ??= toIPC(view);
      return made;
    },
  };
}

/**
 * Turns any accepted data into a table: an array of objects, arrays or values; an object of columns, of objects or of
 * values; typed arrays; Map, Set, iterables; Arrow tables and IPC bytes; frames of arquero, polars, danfojs, DuckDB.
 * A key missing in a row is null; a column of mixed values is text, or JSON when objects are part of it.
 *
 * @returns A table with a copy of the cells: later changes of `data` do not show.
 * @throws DataError when `data` is no table; it names the argument, what was given and what is accepted.
 * @example toTable([{ city: "Oslo", people: 709_000 }]).columns[1].type // "integer"
 */
export function toTable(data: unknown, options: ToTableOptions = {}): Table {
  const { argument = "data" } = options;
  if (isTable(data)) return data;
  if (typeof data === "object" && data !== null) {
    const arrow = fromArrow(data, argument);
    if (arrow !== undefined) return arrow;
  }
  const parts = takeApart(data, argument);
  const columns = parts.columns.map(([name, values]) => columnOf(name, values));
  return withIPC(makeView(columns, parts.index && columnOf("", parts.index), parts.rows));
}

/**
 * Puts rows under a table; see `append-rows.ts` for how columns meet.
 *
 * @returns A new table.
 * @throws DataError when `rows` is no table.
 * @example appendRows(table, [{ city: "Bergen", people: 291_000 }])
 */
export function appendRows(table: TableView, rows: unknown, options: ToTableOptions = {}): Table {
  return withIPC(joinRows(table, toTable(rows, { argument: options.argument ?? "rows" })));
}

function fromArrow(data: object, argument: string): Table | undefined {
  if (data instanceof ArrayBuffer) {
    const bytes = new Uint8Array(data);
    if (!looksLikeIPC(bytes)) throw tell(argument, data, "Pass Arrow IPC bytes, or a typed array of numbers.");
    return fromBytes(bytes);
  }
  if (data instanceof Uint8Array) return looksLikeIPC(data) ? fromBytes(data) : undefined;
  if (isArrowTable(data)) return fromArrowTable(data);
  if (isArrowColumn(data)) return fromArrowColumn(data);
  const polars = polarsBytes(data);
  return polars && fromBytes(polars);
}

function polarsBytes(data: object): Uint8Array | undefined {
  const write = (data as { writeIPC?: unknown }).writeIPC;
  if (typeof write !== "function") return undefined;
  const bytes: unknown = write.call(data);
  if (!(bytes instanceof Uint8Array)) throw new DataError("A frame's writeIPC() gave no bytes: pass its rows instead.");
  return bytes;
}

/** The magic of an Arrow file, or the mark and length that start a stream. */
function looksLikeIPC(bytes: Uint8Array): boolean {
  if (bytes.length < 8) return false;
  if (String.fromCharCode(...bytes.subarray(0, 6)) === "ARROW1") return true;
  if (!bytes.subarray(0, 4).every((byte) => byte === 255)) return false;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getInt32(4, true);
  return length > 0 && length <= bytes.length - 8;
}

function fromBytes(bytes: Uint8Array): Table {
  // Not `slice`: that of Node's Buffer shares memory.
  const copy = new Uint8Array(bytes);
  const view = fromIPC(copy);
  // A file is written anew: the page is promised a stream.
  return withIPC(view, copy[0] === 255 ? copy : undefined);
}

/** How flechette turns cells into values is fixed when a table is made, so its tables are written and read again. */
function fromFlechette(table: FlechetteTable): Table | undefined {
  try {
    return fromBytes(tableToIPC(table, { format: "stream" }) as Uint8Array);
  } catch {
    // Columns whose batches differ in length cannot be written, but can be read one by one.
    return undefined;
  }
}

function fromArrowColumn(column: ArrowColumn): Table {
  const isFlechette = (column as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag] === "Column";
  const own = isFlechette ? fromFlechette(tableFromColumns({ value: column as unknown as FlechetteColumn<unknown> })) : undefined;
  return own ?? withIPC(makeView([columnOfArrow("value", column, undefined)], undefined, column.length));
}

function fromArrowTable(table: ArrowTable): Table {
  if ("children" in table && "names" in table) {
    const own = fromFlechette(table as unknown as FlechetteTable);
    if (own !== undefined) return own;
  }
  const columns = table.schema.fields.flatMap((field, i) => {
    const column = table.getChildAt(i);
    return column ? [columnOfArrow(field.name, column, field.metadata?.get(METADATA_KEY))] : [];
  });
  return withIPC(makeView(columns, undefined, table.numRows));
}
