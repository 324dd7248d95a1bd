import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { show } from "../choices.ts";
import { readingOf, toPlainDate } from "../moments.ts";
import { type PlainDate, type PlainDateTime, Temporal, type ZonedDateTime } from "../temporal.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

/** A day: Temporal value, `Date` (read in UTC), ISO text, or `"today"`. */
export type DayInput = PlainDate | PlainDateTime | ZonedDateTime | Date | string;

export interface DateInputProps extends LabelProps {
  /** First and last day that can be chosen, as ISO text. */
  min: string;
  max: string;
  isRange: boolean;
  format: string;
  /** What an emptied field returns to. */
  initial: string[];
  /** True when the day can be taken back: it was empty at the start. */
  clearable?: boolean | undefined;
  required?: boolean | undefined;
}

/** What comes back for what was given. A range has no end while it is being picked; one that began empty has no start either. */
export type Picked<V> = V extends readonly [unknown, ...unknown[]]
  ? [PlainDate, PlainDate | undefined]
  : V extends readonly unknown[]
    ? [PlainDate | undefined, PlainDate | undefined]
    : V extends null
      ? PlainDate | null
      : PlainDate;

type Initial = DayInput | null | readonly [DayInput, DayInput] | readonly [DayInput] | readonly never[];

export type DateInputOptions<V> = OnChange<Picked<V>> &
  WidgetOptions & {
    /** The day at the start; null for none; a list of up to two days makes it a range. Default `"today"`. */
    value?: V | undefined;
    /** First day that can be chosen. Default: ten years before the value. */
    minValue?: DayInput | null | undefined;
    /** Last day that can be chosen. Default: ten years after the value. */
    maxValue?: DayInput | null | undefined;
    /** The field cannot be emptied, and a form waits until a day, or both of a range, are chosen. Default false. */
    required?: boolean | undefined;
    /** `"YYYY/MM/DD"`, `"DD/MM/YYYY"` or `"MM/DD/YYYY"`; also with `.` or `-`. Default `"YYYY/MM/DD"`. */
    format?: string | undefined;
  };

export const DateInput = defineKind<DateInputProps, string[]>()("dateInput", { widget: true });

/**
 * Shows a field for a day, or for a range of days, with a calendar.
 *
 * @param label - What stands above. Markdown.
 * @param value - The day at the start; null for none; a list of up to two days makes it a range. Default `"today"`.
 * @param minValue - First day that can be chosen. Default: ten years before the value.
 * @param maxValue - Last day that can be chosen. Default: ten years after the value.
 * @param options - The same by name, and `format`, `required`, `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`.
 * @returns A `Temporal.PlainDate`; null while empty; for a range start and end, whose end is undefined while it is being picked.
 * @throws AppError for what is no day, more than two days, bounds that do not hold, or an unknown format.
 * @example
 * const [start, end] = st.dateInput("Vacation", ["2026-01-01", "2026-01-07"]);
 */
export function dateInput<V extends Initial = string>(this: Place | void, label: string, ...rest: Last<DateInputOptions<V>>): Picked<V>;
export function dateInput<V extends Initial>(this: Place | void, label: string, value: V, ...rest: Last<DateInputOptions<V>>): Picked<V>;
export function dateInput<V extends Initial>(
  this: Place | void,
  label: string,
  value: V,
  minValue: DayInput | null | undefined,
  ...rest: Last<DateInputOptions<V>>
): Picked<V>;
export function dateInput<V extends Initial>(
  this: Place | void,
  label: string,
  value: V,
  minValue: DayInput | null | undefined,
  maxValue: DayInput | null | undefined,
  ...rest: Last<DateInputOptions<V>>
): Picked<V>;
export function dateInput(this: Place | void, label: string, ...rest: unknown[]): unknown {
  const command = "st.dateInput";
  const given = gather<DateInputOptions<unknown>>(["value", "minValue", "maxValue"], rest);
  const { value = "today" } = given;
  const isRange = Array.isArray(value);
  const days = readDays(value);
  const { min, max } = bounds(days, given.minValue, given.maxValue);
  const initial = days.map((day) => inside(day, min, max)).map(String);
  const props: DateInputProps = {
    ...labelProps(command, label, given),
    min: String(min),
    max: String(max),
    isRange,
    initial,
    format: readDayFormat(command, given.format ?? "YYYY/MM/DD"),
    clearable: (!given.required && (value === null || (isRange && days.length === 0))) || undefined,
    required: given.required || undefined,
  };
  // "today" must not make another widget at midnight.
  const start = value === "today" ? "today" : initial;
  const edges = [given.minValue, given.maxValue].map((edge) => (edge === undefined || edge === null ? null : String(readDay("minValue", edge))));
  return here(this).widget(DateInput, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, start, isRange, edges, props.format, props.required],
    props,
    initial,
    explicit: given.value !== undefined,
    decode(wire) {
      const read = readWire(wire, isRange, String(min), String(max));
      // An emptied field returns to its start.
      const [first, last] = read.length > 0 ? read : days;
      return isRange ? [first, last] : (first ?? null);
    },
    encode: (assigned) => readAssigned(assigned, isRange).map((day) => String(inside(day, min, max))),
  });
}

function readDay(argument: string, value: unknown): PlainDate {
  if (value === "today") return Temporal.Now.plainDateISO();
  const reading = readingOf(value);
  if (reading && reading.type !== "time") {
    try {
      return toPlainDate(value);
    } catch {
      // Such as 31 February.
    }
  }
  throw new AppError("argument", `st.dateInput: ${argument} must be a day, not ${show(value)}`, {
    hint: 'Give a Temporal.PlainDate, a Date, or ISO text such as "2026-01-31".',
  });
}

function readDays(value: unknown): PlainDate[] {
  if (value === null || value === undefined) return [];
  const list: unknown[] = Array.isArray(value) ? value.filter((day) => day !== undefined) : [value];
  if (list.length > 2) throw new AppError("argument", `st.dateInput: value must be one day, or up to two for a range, not ${list.length}`);
  const days = list.map((day) => readDay("value", day));
  const [first, last] = days;
  if (first && last && Temporal.PlainDate.compare(first, last) > 0) {
    throw new AppError("argument", `st.dateInput: the range must not end before it begins, but it is ${String(first)} to ${String(last)}`);
  }
  return days;
}

function readAssigned(value: unknown, isRange: boolean): PlainDate[] {
  if (!isRange && Array.isArray(value)) {
    throw new AppError("argument", `st.dateInput: value must be one day, not ${show(value)}`, { hint: "For a range, give the widget a list as its value." });
  }
  return readDays(value);
}

function bounds(days: PlainDate[], minValue: unknown, maxValue: unknown): { min: PlainDate; max: PlainDate } {
  const given = (argument: string, value: unknown) => (value === undefined || value === null ? undefined : readDay(argument, value));
  const today = Temporal.Now.plainDateISO();
  const min = given("minValue", minValue) ?? (days[0] ?? today).subtract({ years: 10 });
  const max = given("maxValue", maxValue) ?? (days.at(-1) ?? today).add({ years: 10 });
  if (Temporal.PlainDate.compare(min, max) > 0) {
    throw new AppError("argument", `st.dateInput: minValue must not be after maxValue, but they are ${String(min)} and ${String(max)}`);
  }
  return { min, max };
}

function inside(day: PlainDate, min: PlainDate, max: PlainDate): PlainDate {
  if (Temporal.PlainDate.compare(day, min) >= 0 && Temporal.PlainDate.compare(day, max) <= 0) return day;
  throw new AppError("argument", `st.dateInput: the value ${String(day)} lies outside ${String(min)} to ${String(max)}`, {
    hint: "Move the value inside minValue and maxValue, or widen them.",
  });
}

function readWire(wire: unknown, isRange: boolean, min: string, max: string): PlainDate[] {
  if (!Array.isArray(wire) || wire.length > (isRange ? 2 : 1)) throw new Error("not a day");
  const days = (wire as unknown[]).map((day) => {
    if (typeof day !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(day) || day < min || day > max) throw new Error("not a day that can be chosen");
    return Temporal.PlainDate.from(day);
  });
  return days.toSorted(Temporal.PlainDate.compare);
}

/** Checks how days read in a field. */
export function readDayFormat(command: string, format: unknown): string {
  if (typeof format === "string" && /^(YYYY([/.-])MM\2DD|DD([/.-])MM\3YYYY|MM([/.-])DD\4YYYY)$/.test(format)) return format;
  throw new AppError("argument", `${command}: format must be "YYYY/MM/DD", "DD/MM/YYYY" or "MM/DD/YYYY", not ${show(format)}`, {
    hint: "Points and hyphens may take the place of the slashes.",
  });
}
