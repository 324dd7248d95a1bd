import { temporalType } from "../protocol/temporal.ts";

/**
 * Tells whether two values are the same by content: dates by their moment, objects by class name and fields.
 * Scripts make their options anew in every run, so identity alone would never find one again.
 *
 * @example sameValue({ id: 1 }, { id: 1 }) // true
 */
export function sameValue(a: unknown, b: unknown, seen: readonly object[] = []): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (a instanceof Date || b instanceof Date) return a instanceof Date && b instanceof Date && a.getTime() === b.getTime();
  const type = temporalType(a);
  if (type !== temporalType(b)) return false;
  if (type !== undefined) return String(a) === String(b);
  if (a.constructor?.name !== b.constructor?.name || Array.isArray(a) !== Array.isArray(b)) return false;
  // A cycle that is met again has held so far.
  if (seen.includes(a)) return true;
  const within = [...seen, a];
  if (a instanceof Map && b instanceof Map) return sameItems([...a], [...b], within);
  if (a instanceof Set && b instanceof Set) return sameItems([...a], [...b], within);
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  // Things without fields (functions in disguise, classes with private state) are only ever themselves.
  if (keys.length === 0) return isPlain(a);
  return keys.every((key) => Object.hasOwn(b, key) && sameValue(a[key as never], b[key as never], within));
}

function sameItems(a: unknown[], b: unknown[], seen: readonly object[]): boolean {
  return a.length === b.length && a.every((item, at) => sameValue(item, b[at], seen));
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
