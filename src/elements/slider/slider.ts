import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { show } from "../choices.ts";
import type { MomentInput, MomentType, Span } from "../moments.ts";
import type { PlainDate, PlainDateTime, PlainTime } from "../temporal.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";
import { type Scale, scaleOf } from "./scale.ts";

export interface SliderProps extends LabelProps {
  min: number;
  max: number;
  step: number;
  range: boolean;
  type: "number" | MomentType;
  format?: string | undefined;
}

/** What a slider can stand at. */
export type SliderScalar = number | MomentInput;

/** What comes back for what was given: numbers stay numbers, ISO text becomes what it says. */
export type Slid<S> = S extends readonly unknown[] ? [SlidOne<S[number]>, SlidOne<S[number]>] : SlidOne<S>;
type SlidOne<S> = S extends number
  ? number
  : S extends `${string}-${string}-${string}${"T" | " "}${string}`
    ? PlainDateTime
    : S extends `${string}-${string}-${string}`
      ? PlainDate
      : S extends `${string}:${string}`
        ? PlainTime
        : S extends string
          ? PlainDate | PlainTime | PlainDateTime
          : S;

export type SliderOptions<S> = OnChange<Slid<S>> &
  WidgetOptions & {
    /** Lowest value. Default 0; for dates 14 days before the value; for times midnight. */
    minValue?: SliderScalar | null | undefined;
    /** Highest value. Default 100, or 1 for fractions; for dates 14 days after the value; for times the end of the day. */
    maxValue?: SliderScalar | null | undefined;
    /** Where it stands at the start; two values make it a range. Default: the lowest value. */
    value?: S | null | undefined;
    /** Distance between values. Default 1, or 0.01 for fractions; a day for dates; 15 minutes for times. Numbers mean seconds there. */
    step?: number | Span | null | undefined;
    /** How values read: `"%.1f km"`, `"percent"`; for dates letters such as `"MMM D"`. */
    format?: string | null | undefined;
  };

export const Slider = defineKind<SliderProps, number[]>()("slider", {
  widget: true,
  verbs: {
    setRange: (widget, lower: number, upper: number) => widget.setValue([lower, upper]),
  },
});

/**
 * Shows a slider over numbers, dates or times; with two values, over a range of them.
 *
 * @param label - What stands above. Markdown.
 * @param minValue - Lowest value. Default 0.
 * @param maxValue - Highest value. Default 100, or 1 for fractions.
 * @param value - Where it stands at the start; two values make it a range. Default: the lowest value.
 * @param step - Distance between values. Default 1, or 0.01 for fractions; a day for dates; 15 minutes for times.
 * @param options - The same by name, and `format`, `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`.
 * @returns Where it stands, of the same kind as was given: number, date, time, or two of them.
 * @throws AppError for bounds that do not hold, or values of different kinds.
 * @example
 * const [low, high] = st.slider("Price", 0, 100, [25, 75]);
 */
export function slider<S extends SliderScalar | readonly [SliderScalar, SliderScalar] | readonly never[] = number>(
  this: Place | void,
  label: string,
  ...rest: Last<SliderOptions<S>>
): Slid<S>;
export function slider<S extends SliderScalar | readonly [SliderScalar, SliderScalar] | readonly never[] = number>(
  this: Place | void,
  label: string,
  minValue: SliderScalar | null | undefined,
  ...rest: Last<SliderOptions<S>>
): Slid<S>;
export function slider<M extends SliderScalar>(
  this: Place | void,
  label: string,
  minValue: M | null | undefined,
  maxValue: M | null | undefined,
  ...rest: Last<Omit<SliderOptions<M>, "value"> & { value?: null | undefined }>
): Slid<M>;
export function slider<S extends SliderScalar | readonly [SliderScalar, SliderScalar] = number>(
  this: Place | void,
  label: string,
  minValue: SliderScalar | null | undefined,
  maxValue: SliderScalar | null | undefined,
  options: SliderOptions<S>,
): Slid<S>;
export function slider<S extends SliderScalar | readonly [SliderScalar, SliderScalar]>(
  this: Place | void,
  label: string,
  minValue: SliderScalar | null | undefined,
  maxValue: SliderScalar | null | undefined,
  value: S | null | undefined,
  ...rest: Last<SliderOptions<S>>
): Slid<S>;
export function slider<S extends SliderScalar | readonly [SliderScalar, SliderScalar]>(
  this: Place | void,
  label: string,
  minValue: SliderScalar | null | undefined,
  maxValue: SliderScalar | null | undefined,
  value: S | null | undefined,
  step: number | Span | null | undefined,
  ...rest: Last<SliderOptions<S>>
): Slid<S>;
export function slider(this: Place | void, label: string, ...rest: unknown[]): unknown {
  const command = "st.slider";
  const given = gather<SliderOptions<never>>(["minValue", "maxValue", "value", "step", "format"], rest);
  const scale = scaleOf(command, given);
  const props: SliderProps = {
    ...labelProps(command, label, given),
    min: scale.min,
    max: scale.max,
    step: scale.step,
    range: scale.range,
    type: scale.reading?.type ?? "number",
    format: readFormat(given.format),
  };
  return here(this).widget(Slider, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, scale.min, scale.max, scale.step, scale.initial, scale.range, scale.reading?.form, props.format],
    props,
    initial: scale.initial,
    explicit: given.value !== undefined && given.value !== null,
    decode: (wire) => fromWire(scale, wire),
    encode: (value) => scale.toWire(value),
  });
}

function readFormat(format: string | null | undefined): string | undefined {
  if (format === undefined || format === null) return undefined;
  if (typeof format === "string") return format;
  throw new AppError("argument", `st.slider: format must be text, such as "%.1f", not ${show(format)}`);
}

/** What the page sent, moved inside the bounds; throws for what is no position of this slider. */
function fromWire(scale: Scale, wire: unknown): unknown {
  if (!Array.isArray(wire) || wire.length !== (scale.range ? 2 : 1) || !wire.every((one) => Number.isFinite(one))) throw new Error("not a position");
  const inside = (wire as number[]).map((one) => Math.min(scale.max, Math.max(scale.min, one))).toSorted((a, b) => a - b);
  const values = inside.map((one) => (scale.reading ? scale.reading.fromClock(one) : one));
  return scale.range ? values : values[0];
}
