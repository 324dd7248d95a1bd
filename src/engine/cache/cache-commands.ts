import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { currentCore } from "../runs/scope.ts";
import { createCached } from "./cached.ts";
import type { CacheKind } from "./caches.ts";
import type { AnyFunction } from "./declaration.ts";
import { plainKind } from "./hash-parts.ts";
import { type CacheDataOptions, type CacheResourceOptions, settingsOf } from "./options.ts";

export type { HashFunctions } from "./hash-functions.ts";
export type { CacheDataOptions, CacheOptions, CacheResourceOptions, CopyCodec } from "./options.ts";

type ArgumentsOf<F> = F extends (...args: infer A) => unknown ? A : never;
type ResultOf<F> = F extends (...args: never[]) => infer R ? R : never;

/** A function whose results are kept. It is called like the one it stands for. */
export type CachedFunction<F> = F & {
  /**
   * Forgets results: all of them, or with arguments only the one for these.
   *
   * @example
   * load.clear();
   * load.clear("north");
   */
  clear(...args: ArgumentsOf<F> | []): void;
};

/** What options alone give: it takes the function, or a method as its decorator. */
export type Cacher = <F extends Function>(fn: F, context?: ClassMethodDecoratorContext) => CachedFunction<F>;

// `Function` gives parameters no type of its own, so that those with a default keep the type of the default.
export interface CacheData {
  <F extends Function>(fn: F, options?: CacheDataOptions<ResultOf<F>>): CachedFunction<F>;
  /** As a decorator of a method, without options. */
  <F extends Function>(method: F, context: ClassMethodDecoratorContext): CachedFunction<F>;
  /** Options alone make a decorator with options: `@st.cacheData({ ttl: "1h" })`. */
  (options: CacheDataOptions): Cacher;
  /** Forgets the results of every function of `st.cacheData`, for all sessions. */
  clear(): void;
}

export interface CacheResource {
  <F extends Function>(fn: F, options?: CacheResourceOptions<ResultOf<F>>): CachedFunction<F>;
  /** As a decorator of a method, without options. */
  <F extends Function>(method: F, context: ClassMethodDecoratorContext): CachedFunction<F>;
  /** Options alone make a decorator with options: `@st.cacheResource({ ttl: "1h" })`. */
  (options: CacheResourceOptions): Cacher;
  /** Forgets the results of every function of `st.cacheResource`, for all sessions. */
  clear(): void;
}

function createCommand(kind: CacheKind): ((first: unknown, ...rest: unknown[]) => unknown) & { clear(): void } {
  const command = kind === "data" ? "st.cacheData" : "st.cacheResource";
  const make = (fn: unknown, options: object): AnyFunction => {
    if (typeof fn === "function") return createCached(kind, fn as AnyFunction, options);
    throw new AppError("argument", `${command}: the first argument must be a function, not ${quote(fn)}`, {
      hint: `Write ${command}((id: number) => …, { ttl: "1h" }).`,
    });
  };
  const cache = (first: unknown, ...rest: unknown[]): unknown => {
    const isAlone = rest.length === 0 && typeof first === "object" && first !== null && plainKind(first) === "object";
    if (isAlone) {
      // What is wrong with them is said here, not where the function comes.
      settingsOf(command, first);
      return (fn: unknown) => make(fn, first);
    }
    const [options = {}] = rest as [object?];
    const isDecorator = (options as { kind?: unknown } | null)?.kind === "method";
    return make(first, isDecorator ? {} : options);
  };
  return Object.assign(cache, {
    clear(): void {
      currentCore()?.caches.clear(kind);
    },
  });
}

/**
 * Keeps the results of a function, for all sessions and reruns. The key is its arguments, the variables of the
 * surrounding code it reads, and its source; parameters whose names begin with an underscore are left out.
 * Results are plain data, frozen and shared by all callers; numbers, texts, dates, tables, maps and typed arrays
 * work as well. An async function is computed once for all who wait. What throws is not kept.
 *
 * @param fn - The function. What it draws is drawn again on every hit.
 * @param options - `ttl` in seconds or as `"1h"`, `refreshMode`, `maxEntries`, `maxSize`, `persist: "disk"`, `copy: true` for a mutable copy
 * per caller, `hashFuncs`, `showSpinner`, `showTime`, `scope`.
 * @returns The function to call instead, with `clear()`.
 * @throws AppError for options that make no sense; when called, for arguments that cannot be hashed and for results
 * that cannot be kept.
 * @example
 * const load = st.cacheData(async (url: string) => (await fetch(url)).json(), { ttl: "1h" });
 * st.dataframe(await load("https://example.com/rows.json"));
 */
export const cacheData = createCommand("data") as CacheData;

/**
 * Keeps what a function makes, once for all sessions: a connection, a model, a client. Every caller gets the very
 * same object, free to use and change. In the keys of other cached functions it counts by identity.
 *
 * @param fn - Makes the resource.
 * @param options - As for `st.cacheData` without `persist`, `maxSize` and `copy`; `validate` is asked before a resource is
 * handed out again, `onRelease` closes one that is dropped.
 * @returns The function to call instead, with `clear()`.
 * @throws AppError for options that make no sense, and when called, for arguments that cannot be hashed.
 * @example
 * const database = st.cacheResource(() => new Database("app.db"), { onRelease: (db) => db.close() });
 * const rows = database().query("select * from sales");
 */
export const cacheResource = createCommand("resource") as CacheResource;
