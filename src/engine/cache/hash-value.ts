import { temporalType } from "../../protocol/temporal.ts";
import { createHashFunctions, type HashFunctions } from "./hash-functions.ts";
import { HashFunctionError, UnhashableValueError, type What } from "./hash-errors.ts";
import { webText } from "./hash-web.ts";
import { isArrowTable, plainKind, SAMPLE_ABOVE, sampleBytes, sampleIndexes } from "./hash-parts.ts";

export { HashFunctionError, UnhashableValueError } from "./hash-errors.ts";
export type { HashFunctions } from "./hash-functions.ts";

export interface ValueHasherOptions {
  /** Synchronous and stable across processes. */
  hash(value: string | Uint8Array): string;
  /** The author's own recipes: a class, its name, or a type such as `"string"`, with a function that stands in. */
  hashFuncs?: HashFunctions | undefined;
  /** A name for things that are told apart by identity (resources, connections); undefined for all others. */
  byIdentity(value: object): string | undefined;
}

/** Gives the part of a cache key that stands for one argument or captured variable. */
export type ValueHasher = (value: unknown, what: What) => string;

const STAMP = Symbol.for("rivulet.stamp");
/** From this depth on, parts seen twice are hashed once: a lattice of shared parts must not take endless time. */
const MEMO_DEPTH = 12;

/** One walk over one value. */
interface Walk {
  what: What;
  parts: string[];
  path: (string | number)[];
  ancestors: object[];
  /** False once something was met that could change later. */
  frozen: boolean;
  /** False inside the answer of a hash function, which is hashed as it is. */
  custom: boolean;
  memo: Map<object, string> | undefined;
}

/**
 * Makes the function that turns argument values into parts of cache keys: equal values give equal texts, in every
 * process. The order of object keys and of the items of a Set does not matter; -0 is 0; arrays of more than 50,000
 * items, Arrow tables of more rows and typed arrays of more than 1 MiB are sampled evenly.
 *
 * @returns The hasher; it throws `UnhashableValueError` for what has no recipe, and `HashFunctionError` when a
 * function of `hashFuncs` fails.
 * @example
 * const hasher = createValueHasher({ hash: host.hash, byIdentity: () => undefined });
 * hasher({ a: 1, b: 2 }, { argument: "options", function: "load" }) === hasher({ b: 2, a: 1 }, …) // true
 */
export function createValueHasher(options: ValueHasherOptions): ValueHasher {
  const { hash, byIdentity } = options;
  const customHash = createHashFunctions(options.hashFuncs ?? []);
  /** Hashes of values that cannot change. */
  const known = new WeakMap<object, string>();

  return (value, what) => {
    const canKeep = typeof value === "object" && value !== null;
    const kept = canKeep ? known.get(value) : undefined;
    if (kept !== undefined) return kept;
    const walk: Walk = {
      what,
      parts: [],
      path: [],
      ancestors: [],
      frozen: true,
      custom: customHash !== undefined,
      memo: undefined,
    };
    visit(value, walk);
    const result = hash(walk.parts.join(""));
    if (canKeep && walk.frozen && customHash === undefined) known.set(value, result);
    return result;
  };

  function visit(value: unknown, walk: Walk): void {
    const { parts } = walk;
    if (walk.custom && customHash !== undefined && useHashFunction(value, walk)) return;
    switch (typeof value) {
      case "string":
        parts.push(`s${value.length}:${value}`);
        return;
      case "number":
        parts.push(`n${value};`);
        return;
      case "boolean":
        parts.push(value ? "t" : "f");
        return;
      case "undefined":
        parts.push("u");
        return;
      case "bigint":
        parts.push(`i${value};`);
        return;
      case "symbol":
        parts.push(`y${registered(value, walk)};`);
        return;
      case "function":
        parts.push(`c${stampOf(value, walk)};`);
        return;
      default:
        if (value === null) parts.push("0");
        else object(value as object, walk);
    }
  }

  function useHashFunction(value: unknown, walk: Walk): boolean {
    const found = customHash?.(value);
    if (found === undefined) return false;
    walk.frozen = false;
    let answer: unknown;
    try {
      answer = found.run(value);
    } catch (cause) {
      throw new HashFunctionError(walk.what, found.name, cause);
    }
    if (typeof (answer as { then?: unknown } | null | undefined)?.then === "function") {
      throw new HashFunctionError(walk.what, found.name, new TypeError("It returned a promise; it must be synchronous."));
    }
    walk.parts.push(`h${found.name.length}:${found.name}`);
    const { custom } = walk;
    walk.custom = false;
    visit(answer, walk);
    walk.custom = custom;
    return true;
  }

  function registered(value: symbol, walk: Walk): string {
    const key = Symbol.keyFor(value);
    if (key === undefined && !isWellKnown(value)) throw new UnhashableValueError(walk.what, value, walk.path);
    return JSON.stringify(key ?? value.description);
  }

  function stampOf(value: object, walk: Walk): string {
    const stamp = (value as { [STAMP]?: { hash?: unknown } })[STAMP];
    if (typeof stamp?.hash === "string") return stamp.hash;
    const identity = byIdentity(value);
    if (identity === undefined) throw new UnhashableValueError(walk.what, value, walk.path);
    return JSON.stringify(identity);
  }

  function object(value: object, walk: Walk): void {
    const { parts, ancestors } = walk;
    const identity = byIdentity(value);
    if (identity !== undefined) {
      parts.push(`r${identity.length}:${identity}`);
      return;
    }
    const up = ancestors.lastIndexOf(value);
    if (up >= 0) {
      parts.push(`^${ancestors.length - up};`);
      return;
    }
    if (ancestors.length >= MEMO_DEPTH) deep(value, walk);
    else contents(value, walk);
  }

  function deep(value: object, walk: Walk): void {
    walk.memo ??= new Map();
    let text = walk.memo.get(value);
    if (text === undefined) {
      if (walk.ancestors.length >= 1000) throw new UnhashableValueError(walk.what, value, walk.path, "nested too deeply");
      text = `d${digest(walk, () => contents(value, walk))};`;
      walk.memo.set(value, text);
    }
    walk.parts.push(text);
  }

  /** Hashes on its own what `body` writes. */
  function digest(walk: Walk, body: () => void): string {
    const { parts } = walk;
    walk.parts = [];
    body();
    const result = hash(walk.parts.join(""));
    walk.parts = parts;
    return result;
  }

  function contents(value: object, walk: Walk): void {
    walk.ancestors.push(value);
    const kind = plainKind(value);
    if (kind === "array") array(value as unknown[], walk);
    else if (kind === "object") plain(value as Record<PropertyKey, unknown>, walk);
    else special(value, walk);
    walk.ancestors.pop();
  }

  function array(items: readonly unknown[], walk: Walk): void {
    walk.frozen &&= Object.isFrozen(items);
    walk.parts.push(`[${items.length};`);
    const { path } = walk;
    const at = path.length;
    const picks = items.length > SAMPLE_ABOVE ? sampleIndexes(items.length) : undefined;
    const count = picks?.length ?? items.length;
    for (let i = 0; i < count; i++) {
      const index = picks?.[i] ?? i;
      path[at] = index;
      visit(items[index], walk);
    }
    path.length = at;
  }

  function plain(value: Record<PropertyKey, unknown>, walk: Walk): void {
    walk.frozen &&= Object.isFrozen(value);
    const keys = Object.keys(value).sort();
    walk.parts.push(`{${keys.length};`);
    const { path } = walk;
    const at = path.length;
    for (const key of keys) {
      path[at] = key;
      walk.parts.push(`${key.length}:${key}`);
      visit(value[key], walk);
    }
    path.length = at;
    for (const key of Object.getOwnPropertySymbols(value)) {
      if (!Object.prototype.propertyIsEnumerable.call(value, key)) continue;
      walk.parts.push(`y${registered(key, walk)}`);
      visit(value[key], walk);
    }
  }

  function special(value: object, walk: Walk): void {
    const { parts } = walk;
    const type = temporalType(value);
    if (type !== undefined) {
      parts.push(`T${type}:${String(value)};`);
      return;
    }
    if (isArrowTable(value)) return arrow(value, walk);
    walk.frozen = false;
    if (value instanceof Date) parts.push(`D${value.getTime()};`);
    else if (value instanceof RegExp) parts.push(`R${value.source.length}:${value.source}${value.flags};`);
    else if (value instanceof URL) parts.push(`U${value.href.length}:${value.href}`);
    else if (value instanceof Map) map(value, walk);
    else if (value instanceof Set) set(value, walk);
    else if (value instanceof Error) error(value, walk);
    else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) memory(value, walk);
    else {
      const text = webText(value, walk.what);
      if (text === undefined) throw new UnhashableValueError(walk.what, value, walk.path);
      parts.push(`${text.length}${text}`);
    }
  }

  function map(value: Map<unknown, unknown>, walk: Walk): void {
    walk.parts.push(`M${value.size};`);
    for (const [key, item] of value) {
      visit(key, walk);
      visit(item, walk);
    }
  }

  function set(value: Set<unknown>, walk: Walk): void {
    const digests = Array.from(value, (item) => digest(walk, () => visit(item, walk)));
    walk.parts.push(`S${digests.length};${digests.sort().join()}`);
  }

  function error(value: Error, walk: Walk): void {
    walk.parts.push("E");
    visit(String(value.name), walk);
    visit(String(value.message), walk);
    visit(value.cause, walk);
  }

  function memory(value: ArrayBufferView | ArrayBuffer, walk: Walk): void {
    const bytes = ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);
    const name = value instanceof Uint8Array ? "Uint8Array" : Object.prototype.toString.call(value).slice(8, -1);
    walk.parts.push(`B${name}:${bytes.length}:${hash(sampleBytes(bytes))};`);
  }

  function arrow(table: Parameters<typeof arrowCells>[0], walk: Walk): void {
    const { fields } = table.schema;
    walk.parts.push(`A${table.numRows};${fields.length};`);
    fields.forEach((field, index) => {
      walk.parts.push(`${field.name.length}:${field.name}`);
      for (const cell of arrowCells(table, index)) arrowCell(cell, walk);
    });
  }

  function arrowCell(cell: unknown, walk: Walk): void {
    // Nested cells are views of the table: their classes carry no meaning, their texts do.
    if (typeof cell !== "object" || cell === null || cell instanceof Date || ArrayBuffer.isView(cell)) {
      const { frozen } = walk;
      visit(cell, walk);
      walk.frozen = frozen;
    } else
      visit(
        JSON.stringify(cell, (_, part: unknown) => (typeof part === "bigint" ? `${part}n` : part)),
        walk,
      );
  }
}

function* arrowCells(
  table: { numRows: number; schema: { fields: { name: string }[] }; getChildAt(index: number): unknown },
  column: number,
): Generator<unknown> {
  const child = table.getChildAt(column) as { get(row: number): unknown } | null | undefined;
  const { numRows } = table;
  if (numRows > SAMPLE_ABOVE) for (const row of sampleIndexes(numRows)) yield child?.get(row);
  else for (let row = 0; row < numRows; row++) yield child?.get(row);
}

function isWellKnown(value: symbol): boolean {
  return value.description?.startsWith("Symbol.") === true && value === Reflect.get(Symbol, value.description.slice(7));
}
