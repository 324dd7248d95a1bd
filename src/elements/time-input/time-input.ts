import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { show } from "../choices.ts";
import { milliseconds, readingOf, type Span, toPlainTime } from "../moments.ts";
import { type PlainDateTime, type PlainTime, Temporal, type ZonedDateTime } from "../temporal.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

/** A time of day: Temporal value, `Date` (read in UTC), ISO text, or `"now"`. */
export type TimeOfDay = PlainTime | PlainDateTime | ZonedDateTime | Date | string;

export interface TimeInputProps extends LabelProps {
  /** Seconds between two entries of the list. */
  step: number;
  format: "12h" | "24h" | "localized";
  clearable?: boolean | undefined;
  required?: boolean | undefined;
}

export type TimeInputOptions<V extends TimeOfDay | null = TimeOfDay> = OnChange<PlainTime | Extract<V, null>> &
  WidgetOptions & {
    /** The time at the start; null for none. Default `"now"`. */
    value?: V | undefined;
    /** The field cannot be emptied, and a form waits until it is filled. Default false. */
    required?: boolean | undefined;
    /** Distance between the times of the list: seconds, a duration or ISO text; 1 second to 23 hours. Default 900 (15 minutes). */
    step?: Span | undefined;
    /** How hours read: `"24h"`, `"12h"`, or as the viewer's language has it. Default `"24h"`. */
    format?: "12h" | "24h" | "localized" | undefined;
  };

export const TimeInput = defineKind<TimeInputProps, string | null>()("timeInput", {
  widget: true,
  verbs: {
    increment: ({ props, value, setValue }) => setValue(moved(value, props.step)),
    decrement: ({ props, value, setValue }) => setValue(moved(value, -props.step)),
  },
});

function moved(value: string | null, seconds: number): string {
  return Temporal.PlainTime.from(value ?? "00:00")
    .add({ seconds })
    .toString();
}

/**
 * Shows a field for a time of day.
 *
 * @param label - What stands above. Markdown.
 * @param value - The time at the start; null for none. Default `"now"`.
 * @param options - `step`, `format`, `required`, `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`.
 * @returns A `Temporal.PlainTime`; null while empty, if it started so.
 * @throws AppError for what is no time, or a step outside 1 second to 23 hours.
 * @example
 * const alarm = st.timeInput("Set an alarm for", "08:45");
 */
export function timeInput<V extends TimeOfDay | null = TimeOfDay>(
  this: Place | void,
  label: string,
  ...rest: Last<TimeInputOptions<V>>
): PlainTime | Extract<V, null>;
export function timeInput<V extends TimeOfDay | null>(
  this: Place | void,
  label: string,
  value: V,
  ...rest: Last<TimeInputOptions<V>>
): PlainTime | Extract<V, null>;
export function timeInput(this: Place | void, label: string, ...rest: unknown[]): PlainTime | null {
  const command = "st.timeInput";
  const given = gather<TimeInputOptions<TimeOfDay | null>>(["value"], rest);
  const { value = "now", format = "24h", required = false } = given;
  const step = readStep(given.step);
  if (format !== "12h" && format !== "24h" && format !== "localized") {
    throw new AppError("argument", `${command}: format must be "12h", "24h" or "localized", not ${show(format)}`);
  }
  // Seconds count only where the list has them.
  const cut = (time: PlainTime) => time.round({ smallestUnit: step % 60 === 0 ? "minute" : "second", roundingMode: "trunc" });
  const start = value === null ? null : cut(readTime(value));
  const initial = start === null ? null : start.toString();
  return here(this).widget<typeof TimeInput, PlainTime | null>(TimeInput, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, value === "now" ? "now" : initial, step, format, required],
    props: {
      ...labelProps(command, label, given),
      step,
      format,
      clearable: (value === null && !required) || undefined,
      required: required || undefined,
    } satisfies TimeInputProps,
    initial,
    explicit: given.value !== undefined,
    decode(wire) {
      if (wire === null) return start;
      if (typeof wire !== "string" || !/^\d{2}:\d{2}(:\d{2})?$/.test(wire)) throw new Error("not a time");
      return Temporal.PlainTime.from(wire);
    },
    encode: (assigned) => (assigned === null || assigned === undefined ? null : cut(readTime(assigned)).toString()),
  });
}

function readTime(value: unknown): PlainTime {
  if (value === "now") return Temporal.Now.plainTimeISO();
  const reading = readingOf(value);
  if (reading && reading.type !== "date") {
    try {
      return toPlainTime(value);
    } catch {
      // Such as 25:00.
    }
  }
  throw new AppError("argument", `st.timeInput: value must be a time of day, not ${show(value)}`, {
    hint: 'Give a Temporal.PlainTime, a Date, or ISO text such as "08:45".',
  });
}

function readStep(step: Span | undefined): number {
  if (step === undefined) return 900;
  const seconds = milliseconds("st.timeInput", "step", step) / 1000;
  if (Number.isInteger(seconds) && seconds >= 1 && seconds <= 23 * 3600) return seconds;
  throw new AppError("argument", `st.timeInput: step must be 1 second to 23 hours, in whole seconds, not ${show(step)}`);
}
