import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { show } from "../choices.ts";
import { readDayFormat } from "../date-input/date-input.ts";
import { milliseconds, readingOf, type Span, toPlainDate, toPlainTime } from "../moments.ts";
import { type PlainDate, type PlainDateTime, type PlainTime, Temporal, type ZonedDateTime } from "../temporal.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

/** A day and a time: Temporal value, `Date` (read in UTC), ISO text, or `"now"`. A day alone begins it, a time alone is today's. */
export type MomentOfDay = PlainDateTime | PlainDate | PlainTime | ZonedDateTime | Date | string;

export interface DatetimeInputProps extends LabelProps {
  /** First and last minute that can be chosen, as ISO text. */
  min: string;
  max: string;
  /** Seconds between two times of the list. */
  step: number;
  format: string;
  /** What an emptied field returns to. */
  initial: string | null;
  clearable?: boolean | undefined;
  required?: boolean | undefined;
}

export type DatetimeInputOptions<V extends MomentOfDay | null = MomentOfDay> = OnChange<PlainDateTime | Extract<V, null>> &
  WidgetOptions & {
    /** Day and time at the start; null for none. Default `"now"`. */
    value?: V | undefined;
    /** First minute that can be chosen. Default: ten years before the value. */
    minValue?: MomentOfDay | null | undefined;
    /** Last minute that can be chosen. Default: ten years after the value. */
    maxValue?: MomentOfDay | null | undefined;
    /** How the day reads: `"YYYY/MM/DD"`, `"DD/MM/YYYY"` or `"MM/DD/YYYY"`; also with `.` or `-`. Default `"YYYY/MM/DD"`. */
    format?: string | undefined;
    /** Distance between the times of the list: seconds, a duration or ISO text; 1 minute to 23 hours. Default 900 (15 minutes). */
    step?: Span | undefined;
    /** The field cannot be emptied, and a form waits until it is filled. Default false. */
    required?: boolean | undefined;
  };

export const DatetimeInput = defineKind<DatetimeInputProps, string | null>()("datetimeInput", { testid: "stDateTimeInput", widget: true });

/**
 * Shows a field for a day and a time of day, with a calendar and a list of times.
 *
 * @param label - What stands above. Markdown.
 * @param value - Day and time at the start; null for none. Default `"now"`.
 * @param minValue - First minute that can be chosen. Default: ten years before the value.
 * @param maxValue - Last minute that can be chosen. Default: ten years after the value.
 * @param options - The same by name, and `format`, `step`, `required`, `key`, `help`, `onChange`, `args`, `disabled` and others.
 * @returns A `Temporal.PlainDateTime`, in whole minutes and of no zone; null while empty, if it started so.
 * @throws AppError for what is no moment, bounds that do not hold, a step outside 1 minute to 23 hours, or an unknown format.
 * @example
 * const start = st.datetimeInput("Departure", "2026-11-19T16:45");
 */
export function datetimeInput<V extends MomentOfDay | null = MomentOfDay>(
  this: Place | void,
  label: string,
  ...rest: Last<DatetimeInputOptions<V>>
): PlainDateTime | Extract<V, null>;
export function datetimeInput<V extends MomentOfDay | null>(
  this: Place | void,
  label: string,
  value: V,
  ...rest: Last<DatetimeInputOptions<V>>
): PlainDateTime | Extract<V, null>;
export function datetimeInput<V extends MomentOfDay | null>(
  this: Place | void,
  label: string,
  value: V,
  minValue: MomentOfDay | null | undefined,
  ...rest: Last<DatetimeInputOptions<V>>
): PlainDateTime | Extract<V, null>;
export function datetimeInput<V extends MomentOfDay | null>(
  this: Place | void,
  label: string,
  value: V,
  minValue: MomentOfDay | null | undefined,
  maxValue: MomentOfDay | null | undefined,
  ...rest: Last<DatetimeInputOptions<V>>
): PlainDateTime | Extract<V, null>;
export function datetimeInput(this: Place | void, label: string, ...rest: unknown[]): PlainDateTime | null {
  const given = gather<DatetimeInputOptions<MomentOfDay | null>>(["value", "minValue", "maxValue"], rest);
  const { value = "now", required } = given;
  const start = value === null ? null : readMoment("value", value);
  const { min, max } = bounds(start, given.minValue, given.maxValue);
  const initial = start === null ? null : wireOf(inside(start, min, max));
  const props: DatetimeInputProps = {
    ...labelProps(COMMAND, label, given),
    min: wireOf(min),
    max: wireOf(max),
    step: readStep(given.step),
    format: readDayFormat(COMMAND, given.format ?? "YYYY/MM/DD"),
    initial,
    clearable: (value === null && !required) || undefined,
    required: required || undefined,
  };
  const edges = [given.minValue, given.maxValue].map((edge) => (edge === undefined || edge === null || edge === "now" ? edge : wireOf(readMoment("", edge))));
  return here(this).widget<typeof DatetimeInput, PlainDateTime | null>(DatetimeInput, {
    command: COMMAND,
    ...commonSpec(given),
    // "now" must not make another widget every minute.
    identity: [label, given.help, value === "now" ? "now" : initial, edges, props.step, props.format, required],
    props,
    initial,
    explicit: given.value !== undefined,
    decode(wire) {
      if (wire === null) return start;
      if (typeof wire !== "string" || !WIRE.test(wire) || wire < props.min || wire > props.max) throw new Error("not a moment that can be chosen");
      return Temporal.PlainDateTime.from(wire);
    },
    encode: (assigned) => (assigned === null || assigned === undefined ? null : wireOf(inside(readMoment("value", assigned), min, max))),
  });
}

const COMMAND = "st.datetimeInput";
const WIRE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** ISO text to the minute; such texts compare in the order of time. */
const wireOf = (moment: PlainDateTime): string => moment.toString({ smallestUnit: "minute" });
const toMinute = (moment: PlainDateTime): PlainDateTime => moment.round({ smallestUnit: "minute", roundingMode: "trunc" });

function readMoment(argument: string, value: unknown): PlainDateTime {
  if (value === "now") return toMinute(Temporal.Now.plainDateTimeISO());
  const type = readingOf(value)?.type;
  try {
    if (type === "time") return toMinute(Temporal.Now.plainDateISO().toPlainDateTime(toPlainTime(value)));
    if (type === "date") return toPlainDate(value).toPlainDateTime();
    // The clock's reading counts, whatever the zone.
    if (type === "datetime") return toMinute(toPlainDate(value).toPlainDateTime(timeOf(value)));
  } catch {
    // Such as 31 February, or 25:00.
  }
  throw new AppError("argument", `${COMMAND}: ${argument} must be a day and a time, not ${show(value)}`, {
    hint: 'Give a Temporal.PlainDateTime, a Date, or ISO text such as "2026-01-31T08:45".',
  });
}

function timeOf(value: unknown): PlainTime {
  if (typeof value !== "string") return toPlainTime(value);
  return Temporal.PlainTime.from(value.slice(11).replace(/(Z|[+-]\d{2}:?\d{2})?(\[.*\])?$/, ""));
}

function bounds(start: PlainDateTime | null, minValue: unknown, maxValue: unknown): { min: PlainDateTime; max: PlainDateTime } {
  const given = (argument: string, value: unknown) => (value === undefined || value === null ? undefined : readMoment(argument, value));
  const today = Temporal.Now.plainDateISO();
  const min = given("minValue", minValue) ?? (start ?? today.toPlainDateTime()).subtract({ years: 10 });
  const max = given("maxValue", maxValue) ?? (start ?? today.toPlainDateTime("23:59")).add({ years: 10 });
  if (Temporal.PlainDateTime.compare(min, max) <= 0) return { min, max };
  throw new AppError("argument", `${COMMAND}: minValue must not be after maxValue, but they are ${wireOf(min)} and ${wireOf(max)}`);
}

function inside(moment: PlainDateTime, min: PlainDateTime, max: PlainDateTime): PlainDateTime {
  if (Temporal.PlainDateTime.compare(moment, min) >= 0 && Temporal.PlainDateTime.compare(moment, max) <= 0) return moment;
  throw new AppError("argument", `${COMMAND}: the value ${wireOf(moment)} lies outside ${wireOf(min)} to ${wireOf(max)}`, {
    hint: "Move the value inside minValue and maxValue, or widen them.",
  });
}

function readStep(step: Span | undefined): number {
  if (step === undefined) return 900;
  const seconds = milliseconds(COMMAND, "step", step) / 1000;
  if (Number.isInteger(seconds) && seconds >= 60 && seconds <= 23 * 3600) return seconds;
  throw new AppError("argument", `${COMMAND}: step must be 60 seconds to 23 hours, in whole seconds, not ${show(step)}`);
}
