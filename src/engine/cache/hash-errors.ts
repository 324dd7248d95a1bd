/** What is being hashed, for the words of an error. */
export interface What {
  /** Name of the parameter, or of the captured variable. */
  argument: string;
  /** Name of the cached function. */
  function: string;
  /** True when it is a variable of the surrounding code rather than a parameter. */
  captured?: boolean | undefined;
}

/** A value of a cached function's key has no recipe for hashing. */
export class UnhashableValueError extends Error {
  override readonly name = "UnhashableValueError";
  readonly code = "unhashable-value";
  readonly argument: string;
  readonly function: string;
  readonly typeName: string;

  constructor(what: What, value: unknown, path: readonly (string | number)[] = [], why?: string) {
    const typeName = typeNameOf(value);
    super(wording(what, value, typeName, path, why));
    this.argument = what.argument;
    this.function = what.function;
    this.typeName = typeName;
  }
}

/** A function of `hashFuncs` failed. */
export class HashFunctionError extends Error {
  override readonly name = "HashFunctionError";
  readonly code = "hash-function-failed";
  readonly argument: string;
  readonly function: string;
  readonly typeName: string;

  constructor(what: What, typeName: string, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(
      `The hash function for ${typeName} failed while hashing ${subject(what)} of '${what.function}': ${reason} ` +
        `Correct the function given for ${typeName} in 'hashFuncs'.`,
      { cause },
    );
    this.argument = what.argument;
    this.function = what.function;
    this.typeName = typeName;
  }
}

/** Name of a value's type as its author knows it. */
export function typeNameOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  const made: unknown = (Object.getPrototypeOf(value) as { constructor?: unknown } | null)?.constructor;
  return (typeof made === "function" && made.name) || "Object";
}

/** True for `{ id, name }` and `[first]`, which take a parameter apart and have no name for it. */
const isPattern = ({ argument }: What) => /^[{[]/.test(argument);

/** What a value is to the function, for messages. */
export const subject = (what: What) =>
  `${what.captured ? "the captured variable" : isPattern(what) ? "the destructured argument" : "argument"} '${what.argument}'`;

function wording(what: What, value: unknown, typeName: string, path: readonly (string | number)[], why?: string): string {
  const place = path.reduce<string>(
    (text, key) => text + (typeof key === "number" ? `[${key}]` : /^[\w$]+$/.test(key) ? `.${key}` : `["${key}"]`),
    isPattern(what) ? "" : what.argument,
  );
  const where = path.length > 0 ? `, at ${place.replace(/^\./, "")}` : "";
  const start = `Cannot hash ${subject(what)} (of type ${typeName}${where}${why ? `, ${why}` : ""}) in '${what.function}'. `;
  return start + fix(what, value, typeName, path);
}

function fix(what: What, value: unknown, typeName: string, path: readonly (string | number)[]): string {
  if (typeof (value as { then?: unknown } | null)?.then === "function") return "Await the promise, and pass its result.";
  if (what.argument === "this") {
    return `It is what the function is called on: say how to hash it with hashFuncs: [[${typeName}, (value) => …]], or cache a function outside of the class.`;
  }
  const leaveOut = howToLeaveOut(what, path);
  if (typeof value === "function") return `${leaveOut}, or pass the data the function needs instead of the function.`;
  if (typeof value === "symbol") return `${leaveOut}, or use Symbol.for("name").`;
  return `${leaveOut}, or say how to hash it with hashFuncs: [[${typeName}, (value) => …]].`;
}

function howToLeaveOut(what: What, path: readonly (string | number)[]): string {
  if (isPattern(what)) {
    const part = path.find((key) => typeof key === "string");
    return `Take ${part === undefined ? "it" : `'${part}'`} as a parameter of its own, '_${part ?? "value"}', to leave it out of the key`;
  }
  const name = what.argument.startsWith("_") ? what.argument : `_${what.argument}`;
  return what.captured
    ? `Rename it to '${name}', with an underscore, to leave it out of the key`
    : `Prefix the parameter with an underscore ('${name}') to leave it out of the key`;
}
