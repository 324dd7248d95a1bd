import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon } from "../arguments.ts";
import { show } from "../choices.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export interface NumberInputProps extends LabelProps {
  min?: number | undefined;
  max?: number | undefined;
  step: number;
  /** True when only whole numbers are taken. */
  whole: boolean;
  format?: string | undefined;
  placeholder?: string | undefined;
  icon?: string | undefined;
  required?: boolean | undefined;
  /** What an emptied field returns to. */
  initial: number | null;
}

export type NumberInputOptions<V extends number | "min" | null = number> = OnChange<number | Extract<V, null>> &
  WidgetOptions & {
    /** Lowest value allowed. Default: none. */
    minValue?: number | null | undefined;
    /** Highest value allowed. Default: none. */
    maxValue?: number | null | undefined;
    /** Where it stands at the start; `"min"` is the lowest value, or 0; null is empty. Default `"min"`. */
    value?: V | undefined;
    /** Distance between values. Default 1 for whole numbers, 0.01 for fractions; 1 makes it whole. */
    step?: number | null | undefined;
    /** How the number reads: `"%.1f"`, `"%d"`. The number itself is not rounded. */
    format?: string | null | undefined;
    /** What the empty field says. */
    placeholder?: string | undefined;
    /** An emoji, or `:material/name:`, at the start of the field. */
    icon?: string | undefined;
    /** The field cannot be emptied, and a form waits until it is filled. Default false. */
    required?: boolean | undefined;
  };

export const NumberInput = defineKind<NumberInputProps, number | null>()("numberInput", {
  widget: true,
  verbs: {
    increment: ({ props, value, setValue }) => setValue(stepped(props, value, 1)),
    decrement: ({ props, value, setValue }) => setValue(stepped(props, value, -1)),
  },
});

function stepped({ min, max, step }: NumberInputProps, value: number | null, way: 1 | -1): number {
  const next = Number(((value ?? 0) + way * step).toPrecision(15));
  return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? Number.NEGATIVE_INFINITY, next));
}

/**
 * Shows a field for a number, with buttons for one step up and down.
 *
 * @param label - What stands above. Markdown.
 * @param minValue - Lowest value allowed. Default: none.
 * @param maxValue - Highest value allowed. Default: none.
 * @param value - Where it stands at the start; `"min"` is the lowest value, or 0; null is empty. Default `"min"`.
 * @param step - Distance between values. Default 1 for whole numbers, 0.01 for fractions; 1 makes it whole.
 * @param options - The same by name, and `format`, `placeholder`, `icon`, `required`, `key` and others.
 * @returns The number; null while the field is empty, if it started so.
 * @throws AppError for a value outside its bounds, numbers beyond 2^53 - 1, or a format that is not one number.
 * @example
 * const amount = st.numberInput("Amount", 0, 10, 5);
 */
export function numberInput<V extends number | "min" | null = number>(
  this: Place | void,
  label: string,
  ...rest: Last<NumberInputOptions<V>>
): number | Extract<V, null>;
export function numberInput<V extends number | "min" | null = number>(
  this: Place | void,
  label: string,
  minValue: number | null | undefined,
  ...rest: Last<NumberInputOptions<V>>
): number | Extract<V, null>;
export function numberInput<V extends number | "min" | null = number>(
  this: Place | void,
  label: string,
  minValue: number | null | undefined,
  maxValue: number | null | undefined,
  ...rest: Last<NumberInputOptions<V>>
): number | Extract<V, null>;
export function numberInput<V extends number | "min" | null>(
  this: Place | void,
  label: string,
  minValue: number | null | undefined,
  maxValue: number | null | undefined,
  value: V,
  ...rest: Last<NumberInputOptions<V>>
): number | Extract<V, null>;
export function numberInput<V extends number | "min" | null>(
  this: Place | void,
  label: string,
  minValue: number | null | undefined,
  maxValue: number | null | undefined,
  value: V,
  step: number | null | undefined,
  ...rest: Last<NumberInputOptions<V>>
): number | Extract<V, null>;
export function numberInput(this: Place | void, label: string, ...rest: unknown[]): number | null {
  const given = gather<NumberInputOptions<number | "min" | null>>(["minValue", "maxValue", "value", "step", "format"], rest);
  const { placeholder, icon, required } = given;
  const rules = readRules(given);
  const { min, max, step, whole, initial } = rules;
  const props: NumberInputProps = {
    ...labelProps("st.numberInput", label, given),
    min,
    max,
    step,
    whole,
    format: readFormat(given.format),
    placeholder,
    icon: checkIcon("st.numberInput", icon),
    required: required || undefined,
    initial,
  };
  return here(this).widget(NumberInput, {
    command: "st.numberInput",
    ...commonSpec(given),
    identity: [label, given.help, min, max, step, whole, initial, props.format, placeholder, icon, required],
    props,
    initial,
    explicit: given.value !== undefined,
    decode: (wire) => fromWire(rules, wire),
    encode(value) {
      if (value === null || value === undefined) return null;
      return inside(rules, finite("value", value));
    },
  });
}

interface Rules {
  min: number | undefined;
  max: number | undefined;
  step: number;
  whole: boolean;
  initial: number | null;
}

function readRules(given: NumberInputOptions<number | "min" | null>): Rules {
  const bound = (name: string, value: unknown) => (value === undefined || value === null ? undefined : finite(name, value));
  const min = bound("minValue", given.minValue);
  const max = bound("maxValue", given.maxValue);
  const step = bound("step", given.step);
  const { value = "min" } = given;
  const start = typeof value === "number" ? finite("value", value) : undefined;
  if (typeof value !== "number" && value !== "min" && value !== null) throw notANumber("value", value);
  if (step !== undefined && !(step > 0)) throw new AppError("argument", `st.numberInput: step must be above 0, not ${step}`);
  if (min !== undefined && max !== undefined && min > max) {
    throw new AppError("argument", `st.numberInput: minValue must not be above maxValue, but they are ${min} and ${max}`);
  }
  const numbers = [min, max, start, step].filter((one) => one !== undefined);
  // No numbers at all means a fraction; so does a span of at most 1, unless a step says otherwise.
  const isNarrow = step === undefined && min !== undefined && max !== undefined && max - min <= 1;
  const whole = numbers.length > 0 && numbers.every(Number.isInteger) && !isNarrow;
  const rules = { min, max, step: step ?? (whole ? 1 : 0.01), whole };
  const initial = value === "min" ? (min ?? (max !== undefined && max < 0 ? max : 0)) : value;
  return { ...rules, initial: initial === null ? null : inside({ ...rules, initial }, initial) };
}

function finite(name: string, value: unknown): number {
  if (typeof value !== "number" || Number.isNaN(value)) throw notANumber(name, value);
  if (Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value) || Math.abs(value) > 1e21)) return value;
  throw new AppError("argument", `st.numberInput: ${name} must lie between -(2^53 - 1) and 2^53 - 1, not ${value}`);
}

function notANumber(name: string, value: unknown): AppError {
  return new AppError("argument", `st.numberInput: ${name} must be a number${name === "value" ? ', "min" or null' : ""}, not ${show(value)}`);
}

function inside(rules: Rules, value: number): number {
  const { min, max } = rules;
  if (min !== undefined && value < min) {
    throw new AppError("argument", `st.numberInput: the value ${value} is below minValue ${min}`, { hint: "Raise the value, or lower minValue." });
  }
  if (max !== undefined && value > max) {
    throw new AppError("argument", `st.numberInput: the value ${value} is above maxValue ${max}`, { hint: "Lower the value, or raise maxValue." });
  }
  return value;
}

function fromWire({ min, max, whole, initial }: Rules, wire: unknown): number | null {
  if (wire === null) return initial;
  if (typeof wire !== "number" || !Number.isFinite(wire)) throw new Error("not a number");
  if ((min !== undefined && wire < min) || (max !== undefined && wire > max)) throw new Error("outside the bounds");
  return whole ? Math.trunc(wire) : wire;
}

function readFormat(format: string | null | undefined): string | undefined {
  if (format === undefined || format === null) return undefined;
  if (typeof format === "string" && /^%[-+0 ]*\d*(\.\d+)?[dDifFeEgGu]$/.test(format)) return format;
  throw new AppError("argument", `st.numberInput: format must be one number pattern, such as "%.2f", not ${show(format)}`, {
    hint: "The field holds a number only: put units into the label.",
  });
}
