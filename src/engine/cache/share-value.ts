import { temporalType } from "../../protocol/temporal.ts";
import { AppError } from "../errors/errors.ts";
import { typeNameOf } from "./hash-errors.ts";
import { isArrowTable, plainKind } from "./hash-parts.ts";

/** Deeper nesting is refused rather than running out of stack. */
const MOST_DEPTH = 1000;

/** A result as it is kept: never the object its author still holds. */
export interface KeptValue {
  readonly value: unknown;
  /** Parts that every caller must have for himself, and what holds them; undefined when all can be shared. */
  readonly own: ReadonlySet<object> | "all" | undefined;
  /** True when one of these parts is held in two places: copies must be, too. */
  readonly hasTwins: boolean;
}

interface Walk {
  /** Copies made so far, where a part can come up again. */
  readonly copies: Map<object, unknown> | undefined;
  readonly freezes: boolean;
  /** Names the function, for errors. */
  readonly name: string;
  readonly path: (string | number)[];
}

/** A walk that keeps, and notes what cannot be shared. */
interface Keeping extends Walk {
  readonly copies: Map<object, unknown>;
  readonly own: Set<object>;
  /** How often a part that cannot be shared was met. */
  met: number;
  readonly ancestors: object[];
  hasCycle: boolean;
  hasTwins: boolean;
}

/**
 * Copies a result for keeping. Plain objects and arrays are frozen, so that all callers can share them.
 *
 * @param freezes - False for `copy: true`, where every caller gets a copy of everything.
 * @throws AppError for functions, promises and values of classes, naming the place and the ways out.
 */
export function keepValue(value: unknown, name: string, freezes: boolean): KeptValue {
  const walk: Keeping = { copies: new Map(), freezes, name, path: [], own: new Set(), met: 0, ancestors: [], hasCycle: false, hasTwins: false };
  const each = (part: unknown): unknown => keep(part, walk, each);
  const kept = each(value);
  const hasTwins = walk.hasTwins || walk.hasCycle;
  if (!freezes) return { value: kept, own: "all", hasTwins };
  if (walk.own.size === 0) return { value: kept, own: undefined, hasTwins };
  return { value: kept, own: walk.hasCycle ? "all" : walk.own, hasTwins };
}

/** What a caller gets of a kept value. */
export function handOut({ value, own, hasTwins }: KeptValue, freezes: boolean, name: string): unknown {
  if (own === undefined || typeof value !== "object" || value === null) return value;
  if (own !== "all" && !own.has(value)) return value;
  const copies = hasTwins ? new Map<object, unknown>() : undefined;
  const walk: Walk = { copies, freezes, name, path: [] };
  const copy = (part: unknown): unknown => {
    if (typeof part !== "object" || part === null) return part;
    if (own !== "all" && !own.has(part)) return part;
    return copies?.get(part) ?? container(part, walk, copy) ?? special(part, walk, copy) ?? part;
  };
  return copy(value);
}

type Each = (part: unknown) => unknown;

function keep(value: unknown, walk: Keeping, each: Each): unknown {
  if (typeof value !== "object" || value === null) {
    if (typeof value === "function") throw refusal(value, walk);
    return value;
  }
  const known = walk.copies.get(value);
  if (known === undefined) return keepObject(value, walk, each);
  walk.hasTwins = true;
  if (walk.own.has(known as object)) walk.met += 1;
  else if (walk.ancestors.includes(value)) walk.hasCycle = true;
  return known;
}

function keepObject(value: object, walk: Keeping, each: Each): unknown {
  const { met, ancestors } = walk;
  if (ancestors.length >= MOST_DEPTH) fail(value, walk, "is nested too deeply");
  ancestors.push(value);
  const plain = container(value, walk, each);
  const copy = plain ?? (isShareable(value) ? undefined : special(value, walk, each));
  ancestors.pop();
  if (plain === undefined) {
    if (copy === undefined && !isShareable(value)) throw refusal(value, walk);
    if (copy === undefined) return value;
    walk.met += 1;
  }
  if (walk.met > met) walk.own.add(copy as object);
  return copy;
}

/** Copies an array or plain object with `each` applied to its parts; undefined for anything else. */
function container(value: object, walk: Walk, each: Each): object | undefined {
  const kind = plainKind(value);
  if (kind === undefined) return undefined;
  const copy = kind === "array" ? copyArray(value as unknown[], walk, each) : copyPlain(value as Record<PropertyKey, unknown>, walk, each);
  return walk.freezes ? Object.freeze(copy) : copy;
}

function copyArray(items: readonly unknown[], walk: Walk, each: Each): unknown[] {
  const copy = items.slice();
  walk.copies?.set(items, copy);
  const at = walk.path.length;
  for (let i = 0; i < copy.length; i += 1) {
    const item = copy[i];
    if (typeof item !== "object" && typeof item !== "function") continue;
    walk.path[at] = i;
    if (item !== null) copy[i] = each(item);
  }
  walk.path.length = at;
  return copy;
}

function copyPlain(source: Record<PropertyKey, unknown>, walk: Walk, each: Each): object {
  const copy = Object.getPrototypeOf(source) === null ? Object.assign(Object.create(null), source) : { ...source };
  walk.copies?.set(source, copy);
  const at = walk.path.length;
  for (const key in copy) {
    const part: unknown = copy[key];
    if ((typeof part !== "object" && typeof part !== "function") || part === null) continue;
    walk.path[at] = key;
    const kept = each(part);
    if (key === "__proto__") Object.defineProperty(copy, key, { value: kept });
    else copy[key] = kept;
  }
  for (const key of Object.getOwnPropertySymbols(copy)) copy[key] = each(copy[key]);
  walk.path.length = at;
  return copy;
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
  walk.copies?.set(value, copy);
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
  const type = typeof value === "function" ? "a function" : isGenerator(value) ? "a generator" : `a value of type ${typeNameOf(value)}`;
  return place === "" ? `it is ${type}, which` : `at ${place} is ${type}, which`;
}

/** What a generator function returns is read once, and then empty. */
function isGenerator(value: unknown): boolean {
  return /^\[object (?:Async)?Generator\]$/.test(Object.prototype.toString.call(value));
}

function refusal(value: unknown, walk: Walk): AppError {
  if (isGenerator(value)) {
    return new AppError("cache", `Cannot keep the return value of '${walk.name}': ${describe(value, walk)} is empty once it was read`, {
      hint: "Return what it yields as a list: [...rows()].",
    });
  }
  const isPromise = typeof (value as { then?: unknown }).then === "function";
  return new AppError("cache", `Cannot keep the return value of '${walk.name}': ${describe(value, walk)} st.cacheData cannot copy`, {
    hint: isPromise
      ? "Await the promise inside the function, and return its result."
      : "For a connection, a model or another object that all share, use st.cacheResource. Else return plain data, or give " +
        "{ copy: { encode: (value) => …, decode: (kept) => … } }.",
  });
}
