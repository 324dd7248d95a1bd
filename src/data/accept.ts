import { TemporalText, temporalType } from "../protocol/temporal.ts";
import { DataError, tell } from "./data-error.ts";

/** Data taken apart: named lists of cells, equally long. */
export interface Parts {
  columns: [name: string, values: ArrayLike<unknown>][];
  index?: ArrayLike<unknown>;
  rows: number;
}

type Bag = Record<string, unknown>;
const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;
const isFunction = (value: unknown): value is (...args: never[]) => unknown => typeof value === "function";

/** True for values that fill a cell rather than spread over columns. */
function isCell(value: unknown): boolean {
  if (!isObject(value)) return true;
  if (Array.isArray(value)) return false;
  if (value instanceof Date || value instanceof RegExp || value instanceof URL || ArrayBuffer.isView(value)) return true;
  return temporalType(value) !== undefined;
}

const isList = (value: unknown): value is ArrayLike<unknown> => Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));

/**
 * Takes apart any data but Arrow: rows, columns, lists, Map, Set, iterables, frames known by their shape.
 *
 * @throws DataError naming the argument, what was given and what is accepted.
 */
export function takeApart(data: unknown, argument: string): Parts {
  if (data === null || data === undefined) return { columns: [], rows: 0 };
  if (!isObject(data)) throw tell(argument, data);
  if (isList(data)) return fromList(data);
  if (data instanceof Map) return fromMap(data);
  const frame = fromFrame(data as Bag);
  if (frame !== undefined) return frame;
  if (isFunction((data as Bag).then)) throw tell(argument, data, "Await it first.");
  if (Symbol.asyncIterator in data) throw tell(argument, data, "Collect its items first: for await (const row of it) rows.push(row).");
  if (isFunction((data as Bag).collect)) throw tell(argument, data, "It is not evaluated yet: collect it first.");
  if (isCell(data)) throw tell(argument, data);
  if (Symbol.iterator in data) return fromList(Array.from(data as Iterable<unknown>));
  return fromObject(data as Bag, argument);
}

/** A list of rows (objects or lists) or of cells. */
export function fromList(list: ArrayLike<unknown>): Parts {
  const rows = list.length;
  let objects = 0;
  let lists = 0;
  let cells = 0;
  for (let i = 0; i < rows; i++) {
    const item = list[i];
    if (item === null || item === undefined) continue;
    if (Array.isArray(item)) lists++;
    else if (isCell(item) || item instanceof Map || item instanceof Set) cells++;
    else objects++;
  }
  if (objects > 0 && lists + cells === 0) return fromRows(list as ArrayLike<Bag | null | undefined>);
  if (lists > 0 && objects + cells === 0) return fromTuples(list as ArrayLike<unknown[] | null | undefined>);
  if (rows === 0) return { columns: [], rows: 0 };
  return { columns: [["value", Array.isArray(list) ? list : Array.from(list)]], rows };
}

function fromRows(list: ArrayLike<Bag | null | undefined>): Parts {
  const rows = list.length;
  const columns = new Map<string, unknown[]>();
  let keys: string[] = [];
  let targets: unknown[][] = [];
  for (let i = 0; i < rows; i++) {
    const row = list[i];
    if (row === null || row === undefined) continue;
    const own = Object.keys(row);
    if (!sameKeys(own, keys)) {
      keys = own;
      targets = own.map((key) => column(key));
    }
    for (let k = 0; k < keys.length; k++) (targets[k] as unknown[])[i] = row[keys[k] as string];
  }
  return { columns: [...columns], rows };

  function column(key: string): unknown[] {
    let values = columns.get(key);
    if (values === undefined) {
      values = new Array<unknown>(rows).fill(null);
      columns.set(key, values);
    }
    return values;
  }
}

function sameKeys(left: string[], right: string[]): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}

function fromTuples(list: ArrayLike<unknown[] | null | undefined>): Parts {
  let width = 0;
  for (let i = 0; i < list.length; i++) width = Math.max(width, list[i]?.length ?? 0);
  const columns = Array.from({ length: width }, (_, k): [string, unknown[]] => [String(k), Array.from(list, (row) => row?.[k] ?? null)]);
  return { columns, rows: list.length };
}

function fromMap(map: Map<unknown, unknown>): Parts {
  const values = [...map.values()];
  return values.length === 0 ? { columns: [], rows: 0 } : { ...fromList(values), index: [...map.keys()] };
}

function fromObject(data: Bag, argument: string): Parts {
  const proto: unknown = Object.getPrototypeOf(data);
  const isRoot = proto === null || proto === Object.prototype || Object.getPrototypeOf(proto) === null;
  if (!isRoot) throw tell(argument, data);
  const entries = Object.entries(data);
  const values = entries.map(([, value]) => value);
  if (values.length === 0) return { columns: [], rows: 0 };
  if (values.some((value) => isList(value) || value instanceof Set)) return fromColumns(entries);
  const nested = values.every((value) => isObject(value) && !isCell(value) && !(value instanceof Map));
  if (nested) return fromNested(entries as [string, Bag][]);
  return { columns: [["value", values]], index: entries.map(([key]) => key), rows: values.length };
}

/** An object of columns; a single value among them is repeated, shorter ones end in nulls. */
function fromColumns(entries: [string, unknown][]): Parts {
  const lists = entries.map(([name, value]): [string, ArrayLike<unknown> | undefined, unknown] => [
    name,
    isList(value) ? value : value instanceof Set ? [...(value as Set<unknown>)] : undefined,
    value,
  ]);
  const rows = lists.reduce((most, [, list]) => Math.max(most, list?.length ?? 0), 0);
  const columns = lists.map(([name, list, single]): [string, ArrayLike<unknown>] => [
    name,
    list === undefined ? new Array<unknown>(rows).fill(single) : list.length === rows ? list : pad(list, rows),
  ]);
  return { columns, rows };
}

function pad(list: ArrayLike<unknown>, rows: number): unknown[] {
  return Array.from({ length: rows }, (_, i) => list[i] ?? null);
}

/** An object of objects: columns by row name. */
function fromNested(entries: [string, Bag][]): Parts {
  const names = new Set<string>();
  for (const [, column] of entries) for (const key of Object.keys(column)) names.add(key);
  const index = [...names];
  const columns = entries.map(([name, column]): [string, unknown[]] => [name, index.map((key) => (Object.hasOwn(column, key) ? column[key] : null))]);
  return { columns, index, rows: index.length };
}

/** Tables of arquero, danfojs and DuckDB, known by what they can do. */
function fromFrame(data: Bag): Parts | undefined {
  if (isFunction(data.columnNames) && isFunction(data.array) && isFunction(data.numRows)) {
    const table = data as unknown as {
      columnNames(): string[];
      array(name: string): ArrayLike<unknown>;
      numRows(): number;
    };
    return { columns: table.columnNames().map((name) => [name, table.array(name)]), rows: table.numRows() };
  }
  if (isFunction(data.columnNames) && isFunction(data.getColumnsJS)) return fromDuck(data as unknown as DuckResult);
  if (Array.isArray(data.columns) && Array.isArray(data.values) && Array.isArray(data.index) && "dtypes" in data) {
    return fromDanfo(data as unknown as DanfoFrame);
  }
  return undefined;
}

interface DanfoFrame {
  columns: unknown[];
  values: unknown[];
  index: unknown[];
}

function fromDanfo(frame: DanfoFrame): Parts {
  const { columns: names, values, index } = frame;
  const isSeries = !Array.isArray(values[0]);
  const columns = names.map((name, k): [string, unknown[]] => [String(name), isSeries ? values : values.map((row) => (row as unknown[])[k])]);
  const isCount = index.every((name, i) => name === i);
  return { columns, rows: values.length, ...(isCount ? {} : { index }) };
}

interface DuckResult {
  columnNames(): string[];
  deduplicatedColumnNames?(): string[];
  columnTypes?(): unknown[];
  getColumnsJS(): ArrayLike<unknown>[] | Promise<unknown>;
}

function fromDuck(result: DuckResult): Parts {
  const lists = result.getColumnsJS();
  if (!Array.isArray(lists)) {
    throw new DataError("A DuckDB result must be read first: pass (await connection.runAndReadAll(sql)).");
  }
  const names = result.deduplicatedColumnNames?.() ?? result.columnNames();
  const types = result.columnTypes?.().map(String) ?? [];
  const columns = names.map((name, k): [string, ArrayLike<unknown>] => [name, naive(lists[k] as ArrayLike<unknown>, types[k])]);
  return { columns, rows: (lists[0] as ArrayLike<unknown> | undefined)?.length ?? 0 };
}

/** DuckDB gives dates without zone as Date in UTC: here they lose the zone again. */
function naive(values: ArrayLike<unknown>, type = ""): ArrayLike<unknown> {
  const isDate = type === "DATE";
  if (!isDate && !/^TIMESTAMP(_S|_MS|_NS)?$/.test(type)) return values;
  return Array.from(values, (value) => {
    if (!(value instanceof Date) || Number.isNaN(value.getTime())) return value;
    const [date = "", time = ""] = value.toISOString().split("T");
    return isDate ? new TemporalText("PlainDate", date) : new TemporalText("PlainDateTime", `${date}T${time.replace("Z", "")}`);
  });
}
