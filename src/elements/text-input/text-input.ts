import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon } from "../arguments.ts";
import { show } from "../choices.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export type TextInputType = "default" | "password" | "email" | "url" | "phone" | "search";

export interface TextInputProps extends LabelProps {
  maxChars?: number | undefined;
  type: TextInputType;
  placeholder?: string | undefined;
  autocomplete?: string | undefined;
  icon?: string | undefined;
  required?: boolean | undefined;
  /** A pattern the whole text must match before the script hears of it, and what is said otherwise. */
  validate?: { pattern: string; message?: string | undefined } | undefined;
  /** Milliseconds without typing after which the text counts; absent means on Enter or when the field is left. */
  live?: number | undefined;
}

/** What text widgets share. */
export type TextOptions<V extends string | null> = OnChange<string | Extract<V, null>> &
  WidgetOptions & {
    /** What stands in it at the start; null is empty and comes back as null until something is typed. Default `""`. */
    value?: V | undefined;
    /** How many characters it takes. Default: any number. */
    maxChars?: number | null | undefined;
    /** What the empty field says. */
    placeholder?: string | undefined;
    /** Empty text does not count: the script keeps what it had, and a form waits until there is some. Default false. */
    required?: boolean | undefined;
  };

export type TextInputOptions<V extends string | null = string> = TextOptions<V> & {
  /** What is typed: changes keyboard, icon and checks. Default `"default"`. */
  type?: TextInputType | undefined;
  /** What the browser may fill in, such as `"email"`. Default depends on `type`. */
  autocomplete?: string | undefined;
  /** An emoji, or `:material/name:`, at the start of the field; `""` for none. */
  icon?: string | undefined;
  /** A regular expression the text must match, or that and what to say otherwise; `""` for no check. */
  validate?: string | RegExp | readonly [string | RegExp, string] | undefined;
  /** Counts while typing, after a pause: true for 250 ms, or text such as `"300ms"`, `"1s"`. Default false. */
  live?: boolean | string | undefined;
};

export const TextInput = defineKind<TextInputProps, string | null>()("textInput", {
  widget: true,
  verbs: { input: (widget, text: string) => widget.setValue(text) },
});

const TYPES: readonly unknown[] = ["default", "password", "email", "url", "phone", "search"];

interface Habits {
  icon?: string;
  placeholder?: string;
  autocomplete?: string;
  validate?: { pattern: string; message: string };
}

/** What goes without saying for each type; the options win. */
const HABITS: Record<TextInputType, Habits> = {
  default: {},
  password: { autocomplete: "new-password" },
  email: {
    icon: ":material/mail:",
    placeholder: "you@example.com",
    autocomplete: "email",
    validate: { pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s.]+$", message: "Enter an email address, such as you@example.com." },
  },
  url: {
    icon: ":material/link:",
    placeholder: "https://example.com",
    autocomplete: "url",
    validate: { pattern: "^https?://[^\\s/]+\\S*$", message: "Enter a web address that begins with https://." },
  },
  phone: { icon: ":material/call:", autocomplete: "tel" },
  search: { icon: ":material/search:" },
};

/**
 * Shows a field for one line of text.
 *
 * @param label - What stands above. Markdown.
 * @param value - What stands in it at the start; null is empty and comes back as null until something is typed. Default `""`.
 * @param options - `maxChars`, `type`, `placeholder`, `autocomplete`, `icon`, `validate`, `live`, `required`, `key` and others.
 * @returns The text.
 * @throws AppError for an unknown `type`, a password with `bind`, a start longer than `maxChars`, or a pattern that cannot be read.
 * @example
 * const name = st.textInput("Your name", { placeholder: "Ada" });
 */
export function textInput<V extends string | null = string>(this: Place | void, label: string, ...rest: Last<TextInputOptions<V>>): string | Extract<V, null>;
export function textInput<V extends string | null>(this: Place | void, label: string, value: V, ...rest: Last<TextInputOptions<V>>): string | Extract<V, null>;
export function textInput(this: Place | void, label: string, ...rest: unknown[]): string | null {
  const command = "st.textInput";
  const given = gather<TextInputOptions<string | null>>(["value", "maxChars", "type"], rest);
  const { type = "default" } = given;
  if (!TYPES.includes(type)) throw new AppError("argument", `${command}: type must be one of ${TYPES.map(show).join(", ")}, not ${show(type)}`);
  if (type === "password" && given.bind) {
    throw new AppError("argument", `${command}: a password cannot be bound to the address, where everybody could read it`, {
      hint: 'Leave out bind, or persist it with { persistState: "session" }.',
    });
  }
  const habits = HABITS[type];
  const props: TextInputProps = {
    ...labelProps(command, label, given),
    maxChars: readMaxChars(command, given.maxChars),
    type,
    placeholder: given.placeholder ?? habits.placeholder,
    autocomplete: given.autocomplete ?? habits.autocomplete,
    icon: given.icon === undefined ? habits.icon : checkIcon(command, given.icon),
    required: given.required || undefined,
    validate: given.validate === undefined ? habits.validate : readValidate(given.validate),
    live: readLive(given.live),
  };
  const identity = [props.type, props.autocomplete, props.icon, props.validate, props.required];
  return here(this).widget(TextInput, textSpec(command, given, props, identity));
}

/** What a text widget tells the engine. */
export function textSpec(
  command: string,
  given: TextOptions<string | null>,
  props: LabelProps & { maxChars?: number | undefined; placeholder?: string | undefined },
  more: unknown[],
) {
  const { maxChars } = props;
  const start = given.value === undefined ? "" : given.value === null ? null : String(given.value);
  const fits = (text: string) => {
    if (maxChars === undefined || text.length <= maxChars) return text;
    throw new AppError("argument", `${command}: the value has ${text.length} characters but maxChars is ${maxChars}`, {
      hint: "Shorten the value, or raise maxChars.",
    });
  };
  if (start !== null) fits(start);
  return {
    command,
    ...commonSpec(given),
    identity: [props.label, given.help, start, maxChars, props.placeholder, ...more],
    props,
    initial: start,
    explicit: given.value !== undefined,
    decode(wire: unknown): string | null {
      if (wire === null) return null;
      if (typeof wire !== "string") throw new Error("not text");
      return maxChars === undefined ? wire : wire.slice(0, maxChars);
    },
    encode: (value: unknown) => (value === null || value === undefined ? null : fits(String(value))),
  };
}

/** Checks the number of characters a field takes. */
export function readMaxChars(command: string, maxChars: number | null | undefined): number | undefined {
  if (maxChars === undefined || maxChars === null) return undefined;
  if (Number.isInteger(maxChars) && maxChars >= 0) return maxChars || undefined;
  throw new AppError("argument", `${command}: maxChars must be a whole number of at least 1, not ${show(maxChars)}`);
}

function readValidate(validate: NonNullable<TextInputOptions["validate"]>): TextInputProps["validate"] {
  const [rule, message] = Array.isArray(validate) ? (validate as readonly [string | RegExp, string]) : [validate as string | RegExp, undefined];
  if (rule === "") return undefined;
  const pattern = rule instanceof RegExp ? rule.source : rule;
  try {
    new RegExp(pattern, "u");
  } catch (cause) {
    throw new AppError("argument", `st.textInput: validate must be a regular expression, not ${show(pattern)}`, { cause, hint: (cause as Error).message });
  }
  return { pattern, message };
}

/** Longest pause of a live field. */
const MINUTE = 60_000;

function readLive(live: boolean | string | undefined): number | undefined {
  if (live === undefined || live === false) return undefined;
  if (live === true) return 250;
  const [, number, unit] = (typeof live === "string" && /^(\d+(?:\.\d+)?)(ms|s)?$/.exec(live)) || [];
  const pause = Number(number) * (unit === "s" ? 1000 : 1);
  if (pause >= 0 && pause <= MINUTE && (unit || pause === 0)) return pause;
  throw new AppError("argument", `st.textInput: live must be true, false or a pause up to a minute, such as "300ms", not ${show(live)}`);
}
