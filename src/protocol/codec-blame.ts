import { CodecError, MAX_DEPTH } from "./codec-tags.ts";

/** Says in words what a value is: `an instance of Account`, `the function save`, `a promise`. */
export function describe(value: unknown): string {
  if (typeof value === "function") return describeFunction(value);
  if (typeof value === "symbol") return `the symbol ${String(value.description ?? "")}`.trimEnd();
  if (typeof value !== "object" || value === null) return `the value ${String(value)}`;
  if (typeof (value as { then?: unknown }).then === "function") return "a promise";
  const name = className(value);
  return name === "Object" || name === "" ? "an object of an unnamed class" : `an instance of ${name}`;
}

function describeFunction(value: { name: string }): string {
  const isClass = /^class\b/.test(Function.prototype.toString.call(value));
  return value.name === "" ? "a function" : `the ${isClass ? "class" : "function"} ${value.name}`;
}

function className(value: object): string {
  const made: unknown = (Object.getPrototypeOf(value) as { constructor?: unknown } | null)?.constructor;
  return typeof made === "function" ? made.name : "";
}

/** One step of a path as one would write it in code: `.owner`, `[3]`, `["a b"]`. */
function step(key: string | number): string {
  if (typeof key === "number") return `[${key}]`;
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

interface Place {
  value: unknown;
  path: string;
  parent: Place | undefined;
}

function* children(value: object): Generator<[step: string, child: unknown]> {
  if (Array.isArray(value)) for (let i = 0; i < value.length; i++) yield [step(i), value[i] as unknown];
  else if (value instanceof Map) {
    let i = 0;
    for (const [key, item] of value) {
      yield [`.keys()[${i++}]`, key];
      yield [typeof key === "string" ? `.get(${JSON.stringify(key)})` : `.values()[${i - 1}]`, item];
    }
  } else if (value instanceof Set) {
    let i = 0;
    for (const item of value) yield [`.values()[${i++}]`, item];
  } else if (value instanceof Error) yield [".cause", value.cause];
  else if (!ArrayBuffer.isView(value)) {
    for (const key of Object.keys(value)) yield [step(key), (value as Record<string, unknown>)[key]];
  }
}

/** Looks for the first place where `found` says yes, in the order the writer goes. Only runs after a failure. */
function locate(root: unknown, found: (place: Place) => boolean): string | undefined {
  const stack: Place[] = [{ value: root, path: "", parent: undefined }];
  const seen = new Set<unknown>();
  for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
    if (found(place)) return place.path;
    const { value } = place;
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const below: Place[] = [];
    for (const [name, child] of children(value)) below.push({ value: child, path: place.path + name, parent: place });
    for (let i = below.length - 1; i >= 0; i--) stack.push(below[i] as Place);
  }
  return undefined;
}

function isAmongParents(place: Place): boolean {
  if (typeof place.value !== "object" || place.value === null) return false;
  for (let up = place.parent; up !== undefined; up = up.parent) if (up.value === place.value) return true;
  return false;
}

const named = (path: string | undefined) => (path ? `${path.replace(/^\./, "")} is` : "the value is");

/** The error for a value inside `root` that has no encoding. */
export function unsupported(root: unknown, culprit: unknown, why = ""): CodecError {
  const path = locate(root, (place) => Object.is(place.value, culprit));
  const what = why === "" ? describe(culprit) : why;
  return new CodecError(`Cannot encode the value: ${named(path)} ${what}. ` + "Pass plain objects, arrays, text, numbers, dates, Map, Set or bytes instead.");
}

/** The error for nesting that is endless, or deeper than the limit. */
export function tooDeep(root: unknown): CodecError {
  const path = locate(root, isAmongParents);
  if (path === undefined) {
    return new CodecError(`Cannot encode the value: it is nested deeper than ${MAX_DEPTH} levels. Flatten it.`);
  }
  return new CodecError(`Cannot encode the value: ${named(path)} an object that contains itself. Remove the cycle, or refer to it by an id.`);
}
