import { AppError } from "../engine/errors/errors.ts";
import { temporalType } from "../protocol/temporal.ts";
import { show } from "./choices.ts";
import { type Duration, type PlainDate, type PlainDateTime, type PlainTime, Temporal, type ZonedDateTime } from "./temporal.ts";

/** Anything that says when: Temporal values, `Date` (an instant, read in UTC) and ISO text. */
export type MomentInput = PlainDate | PlainTime | PlainDateTime | ZonedDateTime | Date | string;

/** A length of time: a duration, ISO text such as `"PT15M"`, or seconds. */
export type Span = Duration | string | number;

export type MomentType = "date" | "time" | "datetime";

/** One way of saying when, and how to go to and from the reading of a clock, in milliseconds. */
export interface Reading<T = unknown> {
  readonly type: MomentType;
  /** What tells it from other readings: values of one widget must agree in it. */
  readonly form: string;
  toClock(value: unknown): number;
  fromClock(milliseconds: number): T;
}

const DAY = 86_400_000;

const clockOf = (value: PlainDateTime): number => value.toZonedDateTime("UTC").epochMilliseconds;
const plainAt = (clock: number): PlainDateTime => Temporal.Instant.fromEpochMilliseconds(clock).toZonedDateTimeISO("UTC").toPlainDateTime();

const date: Reading<PlainDate> = {
  type: "date",
  form: "PlainDate",
  toClock: (value) => clockOf(toPlainDate(value).toPlainDateTime()),
  fromClock: (clock) => plainAt(clock).toPlainDate(),
};

const time: Reading<PlainTime> = {
  type: "time",
  form: "PlainTime",
  toClock: (value) => clockOf(Temporal.PlainDate.from("1970-01-01").toPlainDateTime(toPlainTime(value))),
  fromClock: (clock) => plainAt(((clock % DAY) + DAY) % DAY).toPlainTime(),
};

const dateTime: Reading<PlainDateTime> = {
  type: "datetime",
  form: "PlainDateTime",
  toClock: (value) => clockOf(Temporal.PlainDateTime.from(value as PlainDateTime | string)),
  fromClock: plainAt,
};

const instant: Reading<Date> = {
  type: "datetime",
  form: "Date",
  toClock: (value) => (value as Date).getTime(),
  fromClock: (clock) => new Date(clock),
};

const zoned = (zone: string): Reading<ZonedDateTime> => ({
  type: "datetime",
  form: `ZonedDateTime ${zone}`,
  toClock: (value) => clockOf(Temporal.ZonedDateTime.from(value as ZonedDateTime | string).toPlainDateTime()),
  fromClock: (clock) => plainAt(clock).toZonedDateTime(zone),
});

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const ISO_TIME = /^T?\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/;
const ISO_BOTH = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;

/** How a value says when; undefined for what is no moment at all. */
export function readingOf(value: unknown): Reading | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : instant;
  if (typeof value === "string") {
    if (ISO_DATE.test(value)) return date;
    if (ISO_TIME.test(value)) return time;
    if (!ISO_BOTH.test(value)) return undefined;
    if (value.endsWith("]")) return zoned(Temporal.ZonedDateTime.from(value).timeZoneId);
    return dateTime;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const type = temporalType(value);
  if (type === "PlainDate") return date;
  if (type === "PlainTime") return time;
  if (type === "PlainDateTime") return dateTime;
  return type === "ZonedDateTime" ? zoned((value as ZonedDateTime).timeZoneId) : undefined;
}

/** The day of any moment. */
export function toPlainDate(value: unknown): PlainDate {
  if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime()).toZonedDateTimeISO("UTC").toPlainDate();
  if (typeof value === "string") return Temporal.PlainDate.from(value.replace(/Z$/, "").slice(0, 10));
  return Temporal.PlainDate.from(value as PlainDate);
}

/** The time of day of any moment. */
export function toPlainTime(value: unknown): PlainTime {
  if (value instanceof Date) return Temporal.Instant.fromEpochMilliseconds(value.getTime()).toZonedDateTimeISO("UTC").toPlainTime();
  if (typeof value === "string") return Temporal.PlainTime.from(value.replace(/Z$/, ""));
  return Temporal.PlainTime.from(value as PlainTime);
}

/**
 * Milliseconds of a length of time.
 *
 * @param command - What messages call it.
 * @param argument - Name of the argument, for messages.
 * @param span - A duration, ISO text or seconds.
 * @throws AppError for anything else, and for lengths that are not above 0.
 */
export function milliseconds(command: string, argument: string, span: unknown): number {
  const wrong = () =>
    new AppError("argument", `${command}: ${argument} must be a length of time above 0, not ${show(span)}`, {
      hint: 'Give seconds, such as 900, or a Temporal.Duration or ISO text, such as "PT15M".',
    });
  let length: number;
  try {
    const duration = typeof span === "number" ? { milliseconds: Math.round(span * 1000) } : (span as Duration | string);
    length = Temporal.Duration.from(duration).total({ unit: "milliseconds", relativeTo: "1970-01-01" });
  } catch {
    throw wrong();
  }
  if (!(length > 0)) throw wrong();
  return length;
}
