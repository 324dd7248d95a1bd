import { signature } from "../write/value-text.ts";

/** What is shown of one value: its name, what it is, and what it holds. */
export interface Shape {
  /** A function's or class's own name. */
  name?: string | undefined;
  type: string;
  /** A signature, or the value in short. */
  value?: string | undefined;
}

export interface ShapeWithMembers extends Shape {
  members: (Shape & { name: string })[];
  /** How many there are beyond those listed. */
  more?: number | undefined;
}

const MOST_MEMBERS = 200;
const MOST_TEXT = 200;

/** Looks at a value without calling anything of it. */
export function shapeOf(value: unknown): ShapeWithMembers {
  const all = isHolder(value) ? namesOf(value) : [];
  const members = all.slice(0, MOST_MEMBERS).map((name) => ({ ...memberOf(value as object, name), name }));
  const more = all.length - members.length;
  return { name: nameOf(value), type: typeOf(value), value: textOf(value), members, more: more > 0 ? more : undefined };
}

const isHolder = (value: unknown): value is object => (typeof value === "object" && value !== null) || typeof value === "function";

function nameOf(value: unknown): string | undefined {
  return typeof value === "function" && value.name !== "" ? value.name : undefined;
}

/** Own names first, then what its classes give it; not what every object or function has. */
function namesOf(value: object): string[] {
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return [];
  const names = new Set<string>();
  const ends = new Set<object | null>([null, Object.prototype, Function.prototype]);
  const builtIn = typeof value === "function" ? new Set(["length", "name", "prototype", "arguments", "caller"]) : new Set<string>();
  for (let at: object | null = value; !ends.has(at); at = Object.getPrototypeOf(at) as object | null) {
    for (const name of Object.getOwnPropertyNames(at)) if (name !== "constructor" && !name.startsWith("_") && !builtIn.has(name)) names.add(name);
  }
  return [...names];
}

function memberOf(holder: object, name: string): Shape {
  const found = descriptorOf(holder, name);
  if (found?.get) return { type: found.set ? "accessor" : "getter" };
  const { value } = found ?? {};
  return { type: typeOf(value), value: textOf(value) };
}

function descriptorOf(holder: object, name: string): PropertyDescriptor | undefined {
  for (let at: object | null = holder; at; at = Object.getPrototypeOf(at) as object | null) {
    const found = Object.getOwnPropertyDescriptor(at, name);
    if (found) return found;
  }
  return undefined;
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "function") return /^class\b/.test(Function.prototype.toString.call(value)) ? "class" : "function";
  if (typeof value !== "object") return typeof value;
  const { constructor } = value as { constructor?: unknown };
  return typeof constructor === "function" && constructor.name !== "" ? constructor.name : "object";
}

function textOf(value: unknown): string | undefined {
  const text = wholeText(value);
  return text !== undefined && text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT)}…` : text;
}

function wholeText(value: unknown): string | undefined {
  if (typeof value === "function") return signature(value as (...args: never[]) => unknown);
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value !== "object" || value === null) return value === undefined || value === null ? undefined : String(value);
  if (Array.isArray(value)) return `${value.length} items`;
  if (value instanceof Map || value instanceof Set) return `${value.size} entries`;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (ArrayBuffer.isView(value)) return `${value.byteLength} bytes`;
  return undefined;
}
