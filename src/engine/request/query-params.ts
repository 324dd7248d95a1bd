import { isEmbedKey } from "../screen/address.ts";
import { AppError } from "../errors/errors.ts";
import { boundCommand, checkUnbound } from "../widgets/bound-query.ts";
import { sessionOf } from "../screen/place.ts";
import { pairsOf, type QueryInput, type QueryValue, textsOf } from "./query-text.ts";

/** What `st.queryParams` can do besides holding the parameters themselves. */
export interface QueryParamsCommands {
  /** Last value of a parameter, or `fallback` when it is missing. */
  get(key: string): string | undefined;
  get<T>(key: string, fallback: T): string | T;
  /** All values of a parameter, in the order of the address. */
  getAll(key: string): string[];
  /** Whether the address has the parameter. */
  has(key: string): boolean;
  /**
   * Last value of a parameter that must be there.
   *
   * @throws AppError naming the parameter when it is missing.
   * @example const id = st.queryParams.require("id");
   */
  require(key: string): string;
  /**
   * Sets a parameter; a list sets it several times, `null` takes it away.
   *
   * @throws AppError for a parameter that is bound to a widget, as the other commands that change one do: its value is
   * set through `st.sessionState`.
   */
  set(key: string, value: QueryValue | null | undefined): void;
  /** Takes a parameter away; false when it was missing. */
  delete(key: string): boolean;
  /** Takes all parameters away. */
  clear(): void;
  /** Sets several parameters; the others stay. */
  update(params: QueryInput): void;
  /** Sets several parameters; the others go, but for those bound to widgets. */
  fromDict(params: QueryInput): void;
  /** A copy: the last value of each parameter. */
  toDict(): Record<string, string>;
  /** Names and last values. */
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

/**
 * The query parameters of the page's address: an object of texts. Missing ones are undefined.
 * What is set shows in the address without another run.
 */
// biome-ignore lint/suspicious/noExplicitAny: reading gives text or undefined, writing takes more
export type QueryParams = QueryParamsCommands & { [key: string]: any };

const NAME = "st.queryParams";

function read(): URLSearchParams {
  const params = new URLSearchParams(sessionOf(NAME).address.query);
  for (const key of [...params.keys()]) if (isEmbedKey(key)) params.delete(key);
  return params;
}

function change(how: (params: URLSearchParams) => void): void {
  const params = read();
  how(params);
  sessionOf(NAME).address.set(params.toString());
}

function put(params: URLSearchParams, key: string, texts: readonly string[]): void {
  params.delete(key);
  for (const text of texts) params.append(key, text);
}

/** Everything is checked before anything is set. */
function checked(input: QueryInput): [string, string[]][] {
  const session = sessionOf(NAME);
  return pairsOf(input).map(([key, value]) => {
    checkUnbound(session, key, "set");
    return [key, textsOf(NAME, key, value)];
  });
}

const commands: QueryParamsCommands = {
  get: (key: string, fallback?: unknown) => (read().getAll(key).at(-1) ?? fallback) as string,
  getAll: (key) => read().getAll(key),
  has: (key) => read().has(key),
  require(key) {
    const value = read().getAll(key).at(-1);
    if (value !== undefined) return value;
    throw new AppError("argument", `st.queryParams has no key "${key}". Did you forget to initialize it?`, {
      hint: `Read it with st.queryParams.get(${JSON.stringify(key)}, "…") where the address may lack it.`,
    });
  },
  set(key, value) {
    checkUnbound(sessionOf(NAME), key, "set");
    const texts = textsOf(NAME, key, value);
    change((params) => put(params, key, texts));
  },
  delete(key) {
    checkUnbound(sessionOf(NAME), key, "deleted");
    const isThere = read().has(key);
    if (isThere) change((params) => params.delete(key));
    return isThere;
  },
  clear() {
    const session = sessionOf(NAME);
    for (const key of read().keys()) checkUnbound(session, key, "cleared");
    session.address.set("");
  },
  update(input) {
    const entries = checked(input);
    change((params) => {
      for (const [key, texts] of entries) put(params, key, texts);
    });
  },
  fromDict(input) {
    const session = sessionOf(NAME);
    const entries = checked(input);
    const isFree = ([key]: [string, string]): boolean => boundCommand(session, key) === undefined;
    change((params) => {
      for (const key of new Set([...params].filter(isFree).map(([name]) => name))) params.delete(key);
      for (const [key, texts] of entries) put(params, key, texts);
    });
  },
  toDict: () => Object.fromEntries(read()),
  [Symbol.iterator]: () => Object.entries(Object.fromEntries(read()))[Symbol.iterator](),
};

export const QUERY_COMMANDS: readonly string[] = Object.keys(commands);

/**
 * The query parameters of the page's address, such as `?color=blue&page=2`: an object of texts. They are read, set, looked
 * for with `in` and removed with `delete`; a missing one is undefined. What is set shows in the address without another run.
 * The methods go before parameters of the same name, which `get` reads.
 *
 * @example
 * const color = st.queryParams.get("color", "blue");
 * if (st.button("Show the second page")) st.queryParams.page = 2;
 */
export const queryParams: QueryParams = new Proxy({} as QueryParams, {
  get(_, key) {
    if (Object.hasOwn(commands, key)) return commands[key as keyof QueryParamsCommands];
    // As text they are what they hold.
    if (key === Symbol.toPrimitive) return () => JSON.stringify(commands.toDict());
    return typeof key === "symbol" ? undefined : commands.get(key);
  },
  set(_, key, value) {
    if (typeof key === "symbol") return false;
    if (Object.hasOwn(commands, key)) {
      throw new AppError("argument", `st.queryParams.${key} is a command`, { hint: `Write st.queryParams.set("${key}", …) for the parameter of that name.` });
    }
    commands.set(key, value);
    return true;
  },
  has: (_, key) => typeof key === "string" && commands.has(key),
  deleteProperty(_, key) {
    if (typeof key === "symbol") return false;
    if (!commands.delete(key)) commands.require(key);
    return true;
  },
  ownKeys: () => [...new Set(read().keys())],
  getOwnPropertyDescriptor(_, key) {
    if (typeof key === "symbol" || !commands.has(key)) return undefined;
    return { value: commands.get(key), writable: true, enumerable: true, configurable: true };
  },
});
