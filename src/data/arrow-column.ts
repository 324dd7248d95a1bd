import { durationText } from "./iso.ts";
import { jsonText } from "./infer.ts";
import { type Column, type ColumnFacts, type ColumnType, makeColumn, type RawCell } from "./table.ts";

/** Key of our own facts in the metadata of Arrow fields and schemas. */
export const METADATA_KEY = "rivulet";

/** Ids of Arrow types, as the format fixes them. */
const ARROW = {
  dictionary: -1,
  null: 1,
  int: 2,
  float: 3,
  binary: 4,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  list: 12,
  struct: 13,
  fixedBinary: 15,
  fixedList: 16,
  duration: 18,
  largeBinary: 19,
  largeUtf8: 20,
  largeList: 21,
  runEnd: 22,
  binaryView: 23,
  utf8View: 24,
  listView: 25,
  largeListView: 26,
} as const;

export interface ArrowType {
  typeId: number;
  unit?: number;
  timezone?: string | null;
  scale?: number;
  dictionary?: ArrowType;
  children?: { type: ArrowType }[];
}

/** A column of flechette or a vector of apache-arrow: what both have. */
export interface ArrowColumn {
  type: ArrowType;
  length: number;
  get(row: number): unknown;
  data?: readonly { length: number; values?: unknown }[];
}

type Read = (value: NonNullable<unknown>) => RawCell;

/**
 * Makes a column of an Arrow column: by our own facts when it carries them, else by its Arrow type.
 *
 * @param facts Text of the field's metadata under {@link METADATA_KEY}.
 */
export function columnOfArrow(name: string, column: ArrowColumn, facts: string | undefined): Column {
  const type = valueType(column.type);
  const [own, read] = meaning(type);
  const told = parseFacts(facts);
  const merged: ColumnFacts = { ...own, ...told, name };
  const exact = type.typeId === ARROW.timestamp && type === column.type ? rawReader(column) : undefined;
  return makeColumn(merged, column.length, (row) => {
    const value = column.get(row);
    if (value === null || value === undefined) return null;
    return read((exact?.(row) ?? value) as NonNullable<unknown>);
  });
}

function valueType(type: ArrowType): ArrowType {
  if (type.typeId === ARROW.dictionary && type.dictionary !== undefined) return valueType(type.dictionary);
  const values = type.typeId === ARROW.runEnd ? type.children?.[1]?.type : undefined;
  return values === undefined ? type : valueType(values);
}

/** Reads stored integers past the rounding that `get` does; undefined where they are not stored as such. */
function rawReader(column: ArrowColumn): ((row: number) => bigint | undefined) | undefined {
  const chunks = column.data ?? [];
  if (!chunks.every((chunk) => chunk.values instanceof BigInt64Array)) return undefined;
  let first = 0;
  let at = 0;
  return (row) => {
    if (row < first) {
      first = 0;
      at = 0;
    }
    for (let chunk = chunks[at]; chunk !== undefined && row >= first + chunk.length; chunk = chunks[at]) {
      first += chunk.length;
      at++;
    }
    return (chunks[at]?.values as BigInt64Array | undefined)?.[row - first];
  };
}

const NANOSECONDS = [1_000_000_000n, 1_000_000n, 1000n, 1n] as const;
const perUnit = (unit = 1) => NANOSECONDS[unit] ?? 1n;

function meaning(type: ArrowType): [facts: { type: ColumnType; zone?: string; unit?: "ms" | "ns" }, read: Read] {
  switch (type.typeId) {
    case ARROW.null:
      return [{ type: "empty" }, () => null];
    case ARROW.int:
      return [{ type: "integer" }, integer];
    case ARROW.float:
      return [{ type: "number" }, Number];
    case ARROW.decimal:
      return [{ type: "number" }, (value) => decimal(value, type.scale ?? 0)];
    case ARROW.bool:
      return [{ type: "boolean" }, Boolean];
    case ARROW.utf8:
    case ARROW.largeUtf8:
    case ARROW.utf8View:
      return [{ type: "text" }, String];
    case ARROW.binary:
    case ARROW.largeBinary:
    case ARROW.binaryView:
    case ARROW.fixedBinary:
      return [{ type: "bytes" }, (value) => value as Uint8Array];
    case ARROW.date:
      return [{ type: "date" }, (value) => Math.floor(Number(value) / 86_400_000)];
    case ARROW.time:
      return [{ type: "time" }, (value) => Number(value) * Number(perUnit(type.unit))];
    case ARROW.timestamp:
      return [{ ...zoneOf(type.timezone), unit: (type.unit ?? 1) < 2 ? "ms" : "ns" }, moment(type.unit ?? 1)];
    case ARROW.duration:
      return [{ type: "duration" }, (value) => durationText(BigInt(value as bigint) * perUnit(type.unit))];
    case ARROW.list:
    case ARROW.fixedList:
    case ARROW.largeList:
    case ARROW.listView:
    case ARROW.largeListView:
      return [{ type: "list" }, jsonText];
    default:
      return [{ type: "json" }, jsonText];
  }
}

function zoneOf(timezone: string | null | undefined): { type: "datetime" } | { type: "zoned"; zone: string } {
  return timezone ? { type: "zoned", zone: timezone } : { type: "datetime" };
}

function integer(value: unknown): number | bigint {
  if (typeof value !== "bigint") return Number(value);
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

/** A stored integer is exact; anything else is milliseconds, as both libraries convert them. */
function moment(unit: number): Read {
  if (unit < 2) return (value) => (typeof value === "bigint" && unit === 0 ? Number(value) * 1000 : Number(value));
  return (value) => (typeof value === "bigint" ? value * perUnit(unit) : BigInt(Math.round(Number(value) * 1e6)));
}

/** apache-arrow gives decimals as words of a two's complement integer. */
function decimal(value: unknown, scale: number): number {
  if (!(value instanceof Uint32Array)) return Number(value);
  let whole = 0n;
  for (let i = value.length - 1; i >= 0; i--) whole = (whole << 32n) | BigInt(value[i] as number);
  return Number(BigInt.asIntN(value.length * 32, whole)) / 10 ** scale;
}

const TYPES: readonly string[] = [
  "number",
  "integer",
  "boolean",
  "text",
  "date",
  "time",
  "datetime",
  "zoned",
  "duration",
  "list",
  "json",
  "bytes",
  "empty",
] satisfies ColumnType[];

function parseFacts(text: string | undefined): Partial<ColumnFacts> {
  if (text === undefined) return {};
  const told = parseObject(text);
  const facts: Partial<ColumnFacts> = {};
  if (TYPES.includes(told.type as string)) facts.type = told.type as ColumnType;
  if (typeof told.zone === "string") facts.zone = told.zone;
  if (told.unit === "ms" || told.unit === "ns" || told.unit === "text") facts.unit = told.unit;
  return facts;
}

/** The object a JSON text holds; empty when it holds none. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
