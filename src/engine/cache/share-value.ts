import { temporalType } from "../../protocol/temporal.ts";
import { AppError } from "../errors.ts";
import { typeNameOf } from "./hash-errors.ts";
import { isArrowTable, plainKind } from "./hash-parts.ts";

/** A result as it is kept: never the object its author still holds. */
export interface KeptValue {
  readonly value: unknown;
  /** Parts that every caller must have for himself, and what holds them; undefined when all can be shared. */
  readonly own: ReadonlySet<object> | "all" | undefined;
}

interface Walk {
  readonly copies: Map<object, unknown>;
  readonly freezes: boolean;
  /** Names the function, for errors. */
  readonly name: string;
  readonly path: (string | number)[];
}

/** A walk that keeps, and notes what cannot be shared. */
interface Keeping extends Walk {
  readonly own: Set<object>;
  /** Containers whose walk has not ended yet. */
  readonly open: Set<object>;
  hasCycle: boolean;
}

/**
 * Copies a result for keeping. Plain objects and arrays are frozen, so that all callers can share them.
 *
 * @param freezes - False for `copy: true`, where every caller gets a copy of everything.
 * @throws AppError for functions, promises and values of classes, naming the place and the ways out.
 */
export function keepValue(value: unknown, name: string, freezes: boolean): KeptValue {
  const walk: Keeping = { copies: new Map(), freezes, name, path: [], own: new Set(), open: new Set(), hasCycle: false };
  const kept = keep(value, walk);
  if (!freezes) return { value: kept, own: "all" };
  if (walk.own.size === 0) return { value: kept, own: undefined };
  return { value: kept, own: walk.hasCycle ? "all" : walk.own };
}

/** What a caller gets of a kept value. */
export function handOut({ value, own }: KeptValue, freezes: boolean, name: string): unknown {
  if (own === undefined || typeof value !== "object" || value === null) return value;
  if (own !== "all" && !own.has(value)) return value;
  const copies = new Map<object, unknown>();
  const walk: Walk = { copies, freezes, name, path: [] };
  const copy = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (own !== "all" && !own.has(part)) return part;
    return copies.get(part) ?? container(part, walk, copy) ?? special(part, walk, copy) ?? part;
  };
  return copy(value);
}

function keep(value: unknown, walk: Keeping): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function") throw refusal(value, walk);
    return value;
  }
  const known = walk.copies.get(value);
  if (known !== undefined) {
    if (walk.open.has(value)) walk.hasCycle = true;
    return known;
  }
  return walk.path.length < 1000 ? keepObject(value, walk) : fail(value, walk, "is nested too deeply");
}

function keepObject(value: object, walk: Keeping): unknown {
  const before = walk.own.size;
  walk.open.add(value);
  const inner = (part: unknown): unknown => {
    // A part met before may be one of those that cannot be shared, and then its holder is another.
    const kept = keep(part, walk);
    if (typeof kept === "object" && kept !== null && walk.own.has(kept)) holds = true;
    return kept;
  };
  let holds = false;
  const plain = container(value, walk, inner);
  walk.open.delete(value);
  if (plain !== undefined) {
    if (holds || walk.own.size > before) walk.own.add(plain);
    return plain;
  }
  if (isShareable(value)) return value;
  const copy = special(value, walk, inner);
  if (copy === undefined) throw refusal(value, walk);
  walk.own.add(copy);
  return copy;
}

/** Copies an array or plain object with `each` applied to its parts; undefined for anything else. */
function container(value: object, walk: Walk, each: (part: unknown) => unknown): object | undefined {
  const kind = plainKind(value);
  if (kind === undefined) return undefined;
  const at = walk.path.length;
  if (kind === "array") {
    const items = value as unknown[];
    const copy: unknown[] = new Array(items.length);
    walk.copies.set(value, copy);
    for (let i = 0; i < items.length; i += 1) {
      const item = items[i];
      walk.path[at] = i;
      if (typeof item === "object" || typeof item === "function") copy[i] = each(item);
      else if (item !== undefined || i in items) copy[i] = item;
    }
    walk.path.length = at;
    return walk.freezes ? Object.freeze(copy) : copy;
  }
  const source = value as Record<PropertyKey, unknown>;
  const copy: Record<PropertyKey, unknown> = Object.getPrototypeOf(value) === null ? Object.create(null) : {};
  walk.copies.set(value, copy);
  for (const key of Object.keys(source)) {
    const part = source[key];
    walk.path[at] = key;
    const kept = typeof part === "object" || typeof part === "function" ? each(part) : part;
    if (key === "__proto__") Object.defineProperty(copy, key, { value: kept, enumerable: true, writable: true, configurable: true });
    else copy[key] = kept;
  }
  for (const key of Object.getOwnPropertySymbols(source)) {
    if (Object.prototype.propertyIsEnumerable.call(source, key)) copy[key] = each(source[key]);
  }
  walk.path.length = at;
  return walk.freezes ? Object.freeze(copy) : copy;
}

/** Values of classes that cannot change. */
function isShareable(value: object): boolean {
  if (temporalType(value) !== undefined || isArrowTable(value)) return true;
  const tag = Object.prototype.toString.call(value);
  return tag === "[object Blob]" || tag === "[object File]";
}

/** Copies one of the language's own values that can change; undefined for values of other classes. */
function special(value: object, walk: Walk, each: (part: unknown) => unknown): object | undefined {
  if (value instanceof Date) return note(value, new Date(value.getTime()), walk);
  if (value instanceof Map) {
    const copy = note(value, new Map(), walk);
    for (const [key, item] of value) copy.set(each(key), each(item));
    return copy;
  }
  if (value instanceof Set) {
    const copy = note(value, new Set(), walk);
    for (const item of value) copy.add(each(item));
    return copy;
  }
  if (ArrayBuffer.isView(value)) return note(value, copyView(value), walk);
  if (value instanceof ArrayBuffer) return note(value, value.slice(0), walk);
  if (value instanceof URL) return note(value, new URL(value.href), walk);
  if (value instanceof RegExp) return note(value, new RegExp(value.source, value.flags), walk);
  if (value instanceof Error) return copyError(value, walk, each);
  return undefined;
}

function note<T extends object>(value: object, copy: T, walk: Walk): T {
  walk.copies.set(value, copy);
  return copy;
}

function copyView(value: ArrayBufferView): ArrayBufferView {
  if (value instanceof DataView) return new DataView(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength));
  // Of the typed array's own class: Node's Buffer has a `slice` that shares memory.
  return Uint8Array.prototype.slice.call(value as Uint8Array);
}

function copyError(value: Error, walk: Walk, each: (part: unknown) => unknown): Error {
  const copy = note(value, new Error(value.message), walk);
  Object.setPrototypeOf(copy, Object.getPrototypeOf(value) as object);
  for (const key of Reflect.ownKeys(value)) {
    const part: unknown = Reflect.get(value, key);
    const enumerable = Object.prototype.propertyIsEnumerable.call(value, key);
    Object.defineProperty(copy, key, { value: each(part), enumerable, writable: true, configurable: true });
  }
  return copy;
}

function fail(value: unknown, walk: Walk, why: string): never {
  throw new AppError("cache", `Cannot keep the return value of '${walk.name}': ${describe(value, walk)} ${why}`, {
    hint: "Return plain data, or use st.cacheResource, which keeps the object itself.",
  });
}

function describe(value: unknown, walk: Walk): string {
  const place = walk.path.map((key) => (typeof key === "number" ? `[${key}]` : `.${key}`)).join("");
  const type = typeof value === "function" ? "a function" : `a value of type ${typeNameOf(value)}`;
  return place === "" ? `it is ${type}, which` : `at ${place} is ${type}, which`;
}

function refusal(value: unknown, walk: Walk): AppError {
  const isPromise = typeof (value as { then?: unknown }).then === "function";
  return new AppError("cache", `Cannot keep the return value of '${walk.name}': ${describe(value, walk)} st.cacheData cannot copy`, {
    hint: isPromise
      ? "Await the promise inside the function, and return its result."
      : "For a connection, a model or another object that all share, use st.cacheResource. Else return plain data, or give " +
        "{ copy: { encode: (value) => …, decode: (kept) => … } }.",
  });
}
