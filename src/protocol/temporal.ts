/** Types of Temporal that travel, in the order of their codes on the wire: append only. */
export const TEMPORAL_TYPES = ["PlainDate", "PlainTime", "PlainDateTime", "ZonedDateTime", "Instant", "Duration", "PlainYearMonth", "PlainMonthDay"] as const;

export type TemporalType = (typeof TEMPORAL_TYPES)[number];

/** What decoding needs of `Temporal`: native, a polyfill, or nothing at all (see {@link TemporalText}). */
export type TemporalNamespace = { readonly [Type in TemporalType]: { from(value: string | object): unknown } };

/** A Temporal value where no Temporal is loaded, such as the page: its type and its text, exactly as the script had it. */
export class TemporalText {
  constructor(
    readonly type: TemporalType,
    readonly iso: string,
  ) {}

  toString(): string {
    return this.iso;
  }
}

const BY_TAG = new Map<unknown, TemporalType>(TEMPORAL_TYPES.map((type) => [`Temporal.${type}`, type]));

/**
 * Tells which Temporal type a value is, whoever made it (native, polyfill, {@link TemporalText}).
 *
 * @returns The type, or undefined when `value` is something else.
 * @example temporalType(Temporal.PlainDate.from("2020-01-10")) // "PlainDate"
 */
export function temporalType(value: object): TemporalType | undefined {
  if (value instanceof TemporalText) return value.type;
  const tag: unknown = (value as { [Symbol.toStringTag]?: unknown })[Symbol.toStringTag];
  // An own property would be a plain object in disguise.
  return typeof tag === "string" && !Object.hasOwn(value, Symbol.toStringTag) ? BY_TAG.get(tag) : undefined;
}

/** Fields of a `Temporal.Duration`, largest first. */
export const DURATION_FIELDS = ["years", "months", "weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds", "nanoseconds"] as const;

export type DurationFields = Record<(typeof DURATION_FIELDS)[number], number>;

/** True when the text of a duration would not give the same fields back: ISO text knows no 1500 milliseconds. */
export function isUnbalanced(duration: DurationFields): boolean {
  const { milliseconds, microseconds, nanoseconds } = duration;
  return Math.abs(milliseconds) > 999 || Math.abs(microseconds) > 999 || Math.abs(nanoseconds) > 999;
}
