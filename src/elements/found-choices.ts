import { AppError } from "../engine/errors/errors.ts";
import { optionKey } from "../protocol/option-key.ts";
import { type FormatFunc, listOf, show, textOf } from "./choices.ts";
import { sameValue } from "./same-value.ts";

/** Looks up options for what was typed, at once or later; `signal` ends when something newer is looked up. */
export type FindOptions<T> = (typed: string, signal: AbortSignal) => Iterable<T> | Promise<Iterable<T>>;

/** As many of the options found travel to the page. */
export const MOST_FOUND = 1000;
/** As many options are remembered, so that a choice among them can be read; those read or found last stay. */
const MOST_KNOWN = 20_000;

/** Options that a function of the script looks up: all that were found so far, by their keys. */
export interface FoundChoices<T> {
  /** There is no list the page could count in. */
  readonly texts: readonly string[];
  search(typed: string, signal: AbortSignal): Promise<{ keys: string[]; isCut: boolean }>;
  /** The key of a value, which is known from now on. */
  keyOf(value: T): string;
  /** The option of a key; throws when nothing like it was ever found. */
  at(key: unknown): T;
  has(key: unknown): boolean;
  succeed(former: unknown): void;
}

/**
 * Keeps what a function finds.
 *
 * @param command - What messages call it, such as `st.selectbox`.
 * @param find - The function of the script.
 * @param formatFunc - Turns an option into what is shown; default is its text.
 */
export function createFoundChoices<T>(command: string, find: FindOptions<T>, formatFunc: FormatFunc<T> = textOf): FoundChoices<T> {
  if (typeof formatFunc !== "function") throw new AppError("argument", `${command}: formatFunc must be a function, not ${show(formatFunc)}`);
  let known = new Map<string, T>();
  const remember = (key: string, value: T): string => {
    known.delete(key);
    known.set(key, value);
    return key;
  };
  const keyOf = (value: T): string => {
    const text = String(formatFunc(value));
    for (let number = 0; ; number += 1) {
      const key = optionKey(text, number);
      if (!known.has(key) || sameValue(known.get(key), value)) return remember(key, value);
    }
  };
  return {
    texts: [],
    keyOf,
    async search(typed, signal) {
      const found = await find(typed, signal);
      const values = listOf<T>(command, found, "what options gives for a text");
      const keys = [...new Set(values.slice(0, MOST_FOUND).map(keyOf))];
      for (const oldest of known.keys()) {
        if (known.size <= MOST_KNOWN) break;
        known.delete(oldest);
      }
      return { keys, isCut: values.length > MOST_FOUND };
    },
    at(key) {
      if (typeof key !== "string" || !known.has(key)) throw new Error(`no option ${String(key)}`);
      const value = known.get(key) as T;
      remember(key, value);
      return value;
    },
    has: (key) => known.has(key as string),
    succeed(former) {
      const own = known;
      known = (former as { known?: Map<string, T> }).known ?? known;
      for (const [key, value] of own) remember(key, value);
    },
    get known() {
      return known;
    },
  } as FoundChoices<T> & { known: Map<string, T> };
}

/** A list that is looked up has no start among its options, and no place in an address. */
export function checkFound(command: string, given: { index?: unknown; bind?: unknown; filterMode?: unknown }): void {
  if (given.index !== undefined && given.index !== null) {
    throw new AppError("argument", `${command}: index must be null where options is a function, not ${show(given.index)}`, {
      hint: "To begin with a choice, assign it to the key before: st.sessionState.city ??= start.",
    });
  }
  if (given.bind !== undefined) {
    throw new AppError("argument", `${command}: bind cannot be used where options is a function`, {
      hint: "Write the choice into st.queryParams yourself, and read it from there.",
    });
  }
  if (given.filterMode !== undefined) {
    throw new AppError("argument", `${command}: filterMode cannot be used where options is a function`, {
      hint: "The function picks the options for what was typed: leave filterMode out.",
    });
  }
}
