import { AppError } from "../engine/errors/errors.ts";
import { checkSize, quote } from "./arguments.ts";

export type LabelVisibility = "visible" | "hidden" | "collapsed";

/**
 * What a change does: a rerun (the default), a callback and a rerun, or, with `"ignore"`, nothing until something else reruns.
 * Callbacks get the new value, or exactly `args` when they are given.
 */
export type OnChange<V> =
  | {
      /** What a change does: a rerun, first this function with the new value (may be async), or nothing. Default `"rerun"`. */
      onChange?: ((value: NoInfer<V>) => unknown) | "rerun" | "ignore" | undefined;
      /** What the callback is called with instead. */
      args?: undefined;
    }
  // biome-ignore lint/suspicious/noExplicitAny: takes whatever args holds
  | { onChange: (...args: any[]) => unknown; args: readonly unknown[] };

/**
 * The options object at the end of a call, which may be left out: `...rest: Last<Options>`.
 * An optional parameter would not do: with `undefined` in the way, TypeScript no longer tells what `onChange` gets.
 */
export type Last<O> = [] | [options: O];

/** The same for buttons, whose callback is `onClick`. */
export type OnClick =
  | {
      /** Called before the script runs, when it was pressed. May be async. */
      onClick?: (() => unknown) | undefined;
      /** What the callback is called with. */
      args?: undefined;
    }
  // biome-ignore lint/suspicious/noExplicitAny: takes whatever args holds
  | { onClick: (...args: any[]) => unknown; args: readonly unknown[] };

/** What every labelled widget takes. */
export interface WidgetOptions {
  /** Name in `st.sessionState`; also tells apart widgets with equal parameters. */
  key?: string | number | undefined;
  /** A tooltip beside the label. Markdown. */
  help?: string | undefined;
  /** Greyed out: seen, but not to be used. Default false. */
  disabled?: boolean | undefined;
  /** `"hidden"` keeps its space, `"collapsed"` does not. Default `"visible"`. */
  labelVisibility?: LabelVisibility | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** `"query-params"` keeps the value in the page's address under the `key`, so that a link or a reload brings it back. */
  bind?: "query-params" | undefined;
  /**
   * How long the value outlives a run that does not draw the widget: `"page"` until another page is shown, `"session"` for
   * the whole visit, also on other pages and with other parameters. Needs a `key`. Default: it is dropped.
   */
  persistState?: "page" | "session" | null | undefined;
}

/** The props every labelled widget's view gets, from the options its command got. */
export function labelProps(command: string, label: string, options: WidgetOptions) {
  const { help, labelVisibility = "visible", width } = options;
  if (typeof label !== "string") {
    throw new AppError("argument", `${command}: label must be text, not ${quote(label)}`, {
      hint: 'Give a label; to hide it, use { labelVisibility: "collapsed" }.',
    });
  }
  if (labelVisibility !== "visible" && labelVisibility !== "hidden" && labelVisibility !== "collapsed") {
    throw new AppError("argument", `${command}: labelVisibility must be "visible", "hidden" or "collapsed", not ${quote(labelVisibility)}`);
  }
  checkSize(command, "width", width, ["stretch", "content"]);
  return { label, help, labelVisibility: labelVisibility === "visible" ? undefined : labelVisibility, width };
}

/** What the spec of every widget takes from its options as it is. */
export function commonSpec(
  given: Pick<WidgetOptions, "key" | "disabled" | "bind" | "persistState"> & { onChange?: unknown; args?: readonly unknown[] | undefined },
) {
  const { key, disabled, bind, persistState, onChange, args } = given;
  return {
    key,
    disabled,
    bind,
    persist: persistState,
    // The engine refuses what is neither a function nor one of the two words.
    onChange: onChange === "rerun" || onChange === "ignore" ? undefined : (onChange as ((...all: unknown[]) => unknown) | undefined),
    quiet: onChange === "ignore",
    args,
  };
}

export interface LabelProps {
  label: string;
  help?: string | undefined;
  labelVisibility?: LabelVisibility | undefined;
  width?: number | "stretch" | "content" | undefined;
}

/** True for `{…}` written in the script, as opposed to dates, arrays and class instances. */
export function isOptions(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** An argument that a command has no name for; `checked.ts` says so in the command's name. */
export class Surplus extends Error {
  constructor(readonly argument: unknown) {
    super("one argument too many");
  }
}

/**
 * Sorts arguments into an options object: positional ones by `names`, until an options object comes.
 * What the options say wins over nothing; a positional argument that is undefined counts as not given.
 *
 * @throws Surplus for what comes after the options, or after the last name.
 */
export function gather<O extends object>(names: readonly (keyof O & string)[], given: readonly unknown[]): O {
  const gathered: Record<string, unknown> = {};
  for (const [at, value] of given.entries()) {
    if (isOptions(value)) {
      refuseSurplus(given, at + 1);
      return { ...gathered, ...value } as O;
    }
    const name = names[at];
    if (name === undefined) refuseSurplus(given, at);
    else if (value !== undefined) gathered[name] = value;
  }
  return gathered as O;
}

function refuseSurplus(given: readonly unknown[], from: number): void {
  for (let at = from; at < given.length; at += 1) if (given[at] !== undefined && given[at] !== null) throw new Surplus(given[at]);
}
