import { AppError } from "../engine/errors/errors.ts";
import { quote } from "./arguments.ts";
import { temporalType } from "../protocol/temporal.ts";
import { enumCoercion, isMember, sameMember } from "./members.ts";
import { sameValue } from "./same-value.ts";

/** Anything can be an option. Naming the primitives keeps `["a", "b"]` literal without `as const`. */
export type Option = string | number | bigint | boolean | symbol | object | null | undefined;

/** The options of a choice among its other options. A map of them stands in its own place, so that its keys are told from its entries. */
export interface OptionsAmong<T> {
  /** What can be chosen, where it does not stand before the options. */
  options: Iterable<T> & { get?: never };
}

/** How options read on the page. */
export type FormatFunc<T> = (option: NoInfer<T>) => unknown;

/** The options of one call, and how they read. */
export interface Choices<T> {
  readonly values: readonly T[];
  readonly texts: string[];
  /** Place of an option, by identity first, then by content; -1 when it is none. */
  find(value: unknown): number;
  /** The option at a place the page named; throws when there is none. */
  at(index: unknown): T;
  /** Given the options of the run before: members of an enum may stay what they were there. */
  succeed(former: unknown): void;
}

/**
 * Reads the options of a call.
 *
 * @param command - What messages call it, such as `st.radio`.
 * @param options - Array, set, typed array, any iterable, or a map (its keys).
 * @param formatFunc - Turns an option into what is shown; default is its text.
 * @throws AppError when `options` is none of these.
 */
export function readChoices<T>(command: string, options: unknown, formatFunc: FormatFunc<T> = textOf): Choices<T> {
  const values = listOf<T>(command, options);
  if (typeof formatFunc !== "function") {
    throw new AppError("argument", `${command}: formatFunc must be a function, not ${show(formatFunc)}`);
  }
  const texts = values.map((value) => String(formatFunc(value)));
  // Only members of enums are other values in every run.
  const mode = values.some(isMember) ? enumCoercion() : undefined;
  let former: readonly unknown[] = [];
  return {
    values,
    texts,
    find(value) {
      const exact = values.findIndex((option) => Object.is(option, value));
      if (exact >= 0) return exact;
      const same = mode !== undefined && isMember(value) ? (option: T) => sameMember(mode, option, value) : (option: T) => sameValue(option, value);
      return values.findIndex(same);
    },
    at(index) {
      if (!Number.isInteger(index) || (index as number) < 0 || (index as number) >= values.length) throw new Error(`no option ${String(index)}`);
      const own = values[index as number] as T;
      const earlier = former[index as number];
      return mode === undefined || mode === "nameOnly" || !isMember(earlier) || sameMember(mode, earlier, own) ? own : (earlier as T);
    },
    succeed(earlier) {
      former = (earlier as Choices<unknown>).values;
    },
  };
}

/** Everything a list of options may be given as, as an array; `what` names it in messages. */
export function listOf<T>(command: string, options: unknown, what = "options"): T[] {
  if (options instanceof Map) return [...options.keys()] as T[];
  if (typeof options === "object" && options !== null && Symbol.iterator in options) return [...(options as Iterable<T>)];
  throw new AppError("argument", `${command}: ${what} must be a list, a set, a map or another iterable, not ${show(options)}`, {
    hint: typeof options === "object" && options !== null ? "For the keys of an object use Object.keys(…)." : 'Write a list, such as ["a", "b"].',
  });
}

/** An option as it reads when nobody says how. */
export function textOf(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid date" : value.toISOString();
  if (typeof value !== "object" || value === null || temporalType(value)) return String(value);
  const text = String(value);
  return text.startsWith("[object ") || Array.isArray(value) ? (JSON.stringify(value) ?? text) : text;
}

/** A value as messages show it, cut when long. */
export function show(value: unknown): string {
  let text: string;
  try {
    text =
      typeof value === "function"
        ? "a function"
        : Array.isArray(value) || isPlain(value)
          ? JSON.stringify(value)
          : typeof value === "object" && value !== null && (value instanceof Date || temporalType(value))
            ? textOf(value)
            : quote(value);
  } catch {
    text = quote(value);
  }
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function isPlain(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** Checks the `index` of a choice; null means nothing is chosen, and so does a list without options. */
export function readIndex(command: string, index: number | null, count: number): number | null {
  if (index === null) return null;
  if (!Number.isInteger(index)) throw new AppError("argument", `${command}: index must be a whole number or null, not ${show(index)}`);
  if (count === 0 && index === 0) return null;
  if (index < 0 || index >= count) {
    throw new AppError("argument", `${command}: index must be at least 0 and less than the number of options (${count}), not ${index}`);
  }
  return index;
}

/** The place of an assigned value among the options, for widgets that hold one of them. */
export function placeOf<T>(command: string, choices: Choices<T>, value: unknown): number | null {
  const at = choices.find(value);
  if (at >= 0) return at;
  if (value === null || value === undefined) return null;
  throw notAnOption(command, value, choices);
}

/** What is said of a value that is none of the options. */
export function notAnOption(command: string, value: unknown, choices: Choices<unknown>): AppError {
  const some = choices.values.slice(0, 5).map(show).join(", ");
  return new AppError("argument", `${command}: the value ${show(value)} is not in the options`, {
    hint: choices.values.length === 0 ? "There are no options." : `Choose one of ${some}${choices.values.length > 5 ? " …" : ""}.`,
  });
}

/**
 * The place of an option that a test names, as the script has it or as it reads.
 *
 * @param place - The place of an option of the script; may throw.
 * @throws AppError naming the options there are.
 */
export function placeForTest(widget: { props: { options: readonly string[] } }, option: unknown, place: () => unknown): number {
  const at = optionForTest(place) ?? widget.props.options.indexOf(String(option));
  if (at >= 0) return at;
  throw new AppError("test", `there is no option ${show(option)}`, { hint: `Options read ${widget.props.options.slice(0, 8).map(show).join(", ")}.` });
}

function optionForTest(encode: () => unknown): number | undefined {
  try {
    const place = encode();
    return typeof place === "number" ? place : undefined;
  } catch {
    return undefined;
  }
}
