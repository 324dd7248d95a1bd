/** Pairs of a type (a class, the name of one, or a type such as `"string"`) and the function that stands in for it. */
export type HashFunctions = readonly (readonly [
  type: string | (abstract new (...args: Any[]) => unknown) | ((...args: Any[]) => unknown),
  hash: (value: Any) => unknown,
])[];

// biome-ignore lint/suspicious/noExplicitAny: each function takes values of its own type
type Any = any;

export interface FoundFunction {
  name: string;
  run(value: unknown): unknown;
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  String: "string",
  Number: "number",
  Boolean: "boolean",
  BigInt: "bigint",
  Symbol: "symbol",
  Function: "function",
};

/**
 * Prepares the author's hash functions. A class matches its instances and those of its subclasses. Classes of a
 * script are made anew by every run, so one of the same name is taken for the same class.
 *
 * @returns A lookup, or undefined when there are no functions, so that hashing need not ask.
 */
export function createHashFunctions(list: HashFunctions): ((value: unknown) => FoundFunction | undefined) | undefined {
  if (list.length === 0) return undefined;
  const byName = new Map<string, FoundFunction>();
  const classes: [Function, FoundFunction][] = [];
  for (const [type, run] of list) {
    const name = typeof type === "string" ? type.slice(type.lastIndexOf(".") + 1) : type.name;
    const found: FoundFunction = { name, run };
    if (name !== "") byName.set(PRIMITIVES[name] ?? name, found);
    if (typeof type === "function") classes.push([type, found]);
  }
  // Weak: prototypes of a run that is over may go.
  const byPrototype = new WeakMap<object, { found: FoundFunction | undefined }>();

  return (value) => {
    if (value === null) return byName.get("null");
    if (typeof value !== "object") return byName.get(typeof value);
    const proto = Object.getPrototypeOf(value) as object | null;
    if (proto === null) return byName.get("Object") ?? byName.get("object");
    let entry = byPrototype.get(proto);
    if (entry === undefined) {
      entry = { found: forPrototype(proto) };
      byPrototype.set(proto, entry);
    }
    return entry.found;
  };

  function forPrototype(proto: object): FoundFunction | undefined {
    if (Object.getPrototypeOf(proto) === null) return byName.get("Object") ?? byName.get("object");
    for (let level: object | null = proto; level !== null; level = Object.getPrototypeOf(level) as object | null) {
      if (Object.getPrototypeOf(level) === null) return undefined;
      const made = level.constructor;
      const exact = classes.find(([type]) => type === made || type.prototype === level)?.[1];
      const named = typeof made === "function" ? (byName.get(made.name) ?? lowercase(made.name)) : undefined;
      const found = exact ?? named;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function lowercase(name: string): FoundFunction | undefined {
    return name === "Array" || name === "Date" ? byName.get(name.toLowerCase()) : undefined;
  }
}
