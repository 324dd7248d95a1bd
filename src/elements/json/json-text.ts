import { temporalType } from "../../protocol/temporal.ts";

/** Levels of nesting; the stack would bear some thousands. */
const DEEPEST = 200;

/**
 * Any value as JSON text. What JSON has no word for is put into one it has: Map as an object or pairs, Set and typed
 * arrays as lists, big integers, functions, symbols and NaN as text, what contains itself as `"[circular]"`, and what
 * lies deeper than anybody opens a tree as `"[too deep]"`.
 */
export function jsonText(value: unknown): string {
  return JSON.stringify(plain(value, [])) ?? "null";
}

function plain(value: unknown, above: readonly object[]): unknown {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "symbol") return String(value);
  if (typeof value === "function") return `ƒ ${value.name || "anonymous"}()`;
  if (typeof value !== "object" || value === null) return value;
  if (above.includes(value)) return "[circular]";
  if (above.length === DEEPEST) return "[too deep]";
  const inside = [...above, value];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (temporalType(value) || value instanceof RegExp || value instanceof URL) return String(value);
  if (value instanceof Error) return { name: value.name, message: value.message };
  if (value instanceof Promise) return "[promise]";
  if (value instanceof Map) return ofMap(value, inside);
  if (value instanceof Set) return Array.from(value, (item: unknown) => plain(item, inside));
  if (value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (ArrayBuffer.isView(value)) {
    if (value instanceof DataView) return `[${value.byteLength} bytes]`;
    return Array.from(value as unknown as ArrayLike<unknown>, (item) => plain(item, inside));
  }
  if (Array.isArray(value)) return Array.from(value, (item: unknown) => plain(item, inside));
  const { toJSON } = value as { toJSON?: unknown };
  if (typeof toJSON === "function") return plain(toJSON.call(value, ""), inside);
  const fields = Object.entries(value).map(([name, field]): [string, unknown] => [name, plain(field, inside)]);
  return Object.fromEntries(fields);
}

function ofMap(map: Map<unknown, unknown>, above: readonly object[]): unknown {
  const keys = [...map.keys()];
  if (keys.every((key) => typeof key !== "object" && typeof key !== "function" && typeof key !== "symbol")) {
    return Object.fromEntries(Array.from(map, ([key, item]): [string, unknown] => [String(key), plain(item, above)]));
  }
  return Array.from(map, (pair) => pair.map((item) => plain(item, above)));
}
