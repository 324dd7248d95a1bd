import { AppError } from "../errors/errors.ts";

/** What fields of a request can do besides holding the fields themselves. */
export interface RequestFieldsCommands {
  /** The field, or `fallback` when it is missing. */
  get(name: string): string | undefined;
  get<T>(name: string, fallback: T): string | T;
  /** All values of a field; empty when it is missing. */
  getAll(name: string): string[];
  /** Whether the field is there. */
  has(name: string): boolean;
  /**
   * Reads a field that must be there.
   *
   * @throws AppError naming the field when it is missing.
   */
  require(name: string): string;
  /** A copy as a plain object. */
  toDict(): Record<string, string>;
  /** Names and values. */
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

export const FIELD_COMMANDS = ["get", "getAll", "has", "require", "toDict"] as const satisfies readonly (keyof RequestFieldsCommands)[];

/** Headers or cookies: an object of texts that can be read only. Missing ones are undefined. */
// biome-ignore lint/suspicious/noExplicitAny: fields are text or undefined, commands are functions
export type RequestFields = RequestFieldsCommands & { readonly [name: string]: any };

/**
 * Makes fields of a request readable as an object.
 *
 * @param path How messages call it, such as `st.context.headers`.
 * @param read The fields of whoever asks.
 * @param nameOf What a name is looked up as; headers are known by their small letters.
 */
export function createRequestFields(path: string, read: () => Record<string, string>, nameOf: (name: string) => string): RequestFields {
  const find = (name: string): string | undefined => {
    const wanted = nameOf(name);
    for (const [key, value] of Object.entries(read())) if (nameOf(key) === wanted) return value;
    return undefined;
  };
  const commands: RequestFieldsCommands = {
    get: (name: string, fallback?: unknown) => (find(name) ?? fallback) as string,
    getAll(name) {
      const value = find(name);
      return value === undefined ? [] : [value];
    },
    has: (name) => find(name) !== undefined,
    require(name) {
      const value = find(name);
      if (value !== undefined) return value;
      throw new AppError("argument", `${path} has no "${name}"`, { hint: `Read it with ${path}.get(${JSON.stringify(name)}, "…") where it may be missing.` });
    },
    toDict: () => ({ ...read() }),
    [Symbol.iterator]: () => Object.entries(read())[Symbol.iterator](),
  };
  const refuse = (_: unknown, name: string | symbol): never => {
    throw new TypeError(`${path} can only be read: ${String(name)} cannot be changed.`);
  };
  const fields = new Proxy(
    {},
    {
      get(_, name) {
        if (Object.hasOwn(commands, name)) return commands[name as keyof RequestFieldsCommands];
        // As text they are what they hold.
        if (name === Symbol.toPrimitive) return () => JSON.stringify(commands.toDict());
        return typeof name === "symbol" ? undefined : find(name);
      },
      has: (_, name) => typeof name === "string" && find(name) !== undefined,
      ownKeys: () => Object.keys(read()),
      getOwnPropertyDescriptor(_, name) {
        const value = typeof name === "symbol" ? undefined : find(name);
        return value === undefined ? undefined : { value, writable: false, enumerable: true, configurable: true };
      },
      set: refuse,
      defineProperty: refuse,
      deleteProperty: refuse,
    },
  );
  return fields as RequestFields;
}
