import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";

/** A length of time: seconds, a text such as `"90s"`, `"1h30m"`, `"2 days"`, or its parts (also a `Temporal.Duration`). */
export type DurationInput = number | string | DurationParts;

/** Parts of a length of time; they add up. */
export interface DurationParts {
  readonly weeks?: number | undefined;
  readonly days?: number | undefined;
  readonly hours?: number | undefined;
  readonly minutes?: number | undefined;
  readonly seconds?: number | undefined;
  readonly milliseconds?: number | undefined;
}

const SECONDS = { weeks: 604_800, days: 86_400, hours: 3600, minutes: 60, seconds: 1, milliseconds: 0.001 } as const;
type Unit = keyof typeof SECONDS;
const PARTS = Object.keys(SECONDS) as Unit[];

const WORDS: Readonly<Record<string, Unit>> = {
  w: "weeks",
  week: "weeks",
  d: "days",
  day: "days",
  h: "hours",
  hr: "hours",
  hour: "hours",
  m: "minutes",
  min: "minutes",
  minute: "minutes",
  s: "seconds",
  sec: "seconds",
  second: "seconds",
  ms: "milliseconds",
  milli: "milliseconds",
  millisecond: "milliseconds",
};

/**
 * Reads a length of time.
 *
 * @param what - The command and its option, for the error: `"st.cacheData: ttl"`.
 * @returns Seconds, possibly a fraction.
 * @throws AppError when it is no length of time, or a negative one.
 * @example secondsOf("st.cacheData: ttl", "1h30m") // 5400
 */
export function secondsOf(what: string, value: unknown): number {
  const seconds =
    typeof value === "number"
      ? value
      : typeof value === "string"
        ? fromText(value)
        : typeof value === "object" && value !== null
          ? fromParts(value)
          : Number.NaN;
  if (seconds >= 0) return seconds;
  throw new AppError("argument", `${what} must be a length of time, not ${shown(value)}`, {
    hint: 'Give seconds (3600), a text ("90s", "1h30m", "2 days"), or parts ({ hours: 1 }).',
  });
}

function fromText(text: string): number {
  const trimmed = text.trim().toLowerCase();
  const iso = /^p(?:(?<weeks>[\d.]+)w)?(?:(?<days>[\d.]+)d)?(?:t(?:(?<hours>[\d.]+)h)?(?:(?<minutes>[\d.]+)m)?(?:(?<seconds>[\d.]+)s)?)?$/.exec(trimmed);
  if (iso?.groups && /\d/.test(trimmed)) {
    return PARTS.reduce((sum, unit) => sum + Number(iso.groups?.[unit] ?? 0) * SECONDS[unit], 0);
  }
  const clock = /^(\d+):(\d\d)(?::(\d\d(?:\.\d+)?))?$/.exec(trimmed);
  if (clock) return Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0);
  if (/^\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed);
  let sum = 0;
  const rest = trimmed.replace(/(\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*/g, (_, amount: string, word: string) => {
    const unit = WORDS[word] ?? WORDS[word.replace(/s$/, "")];
    sum += unit ? Number(amount) * SECONDS[unit] : Number.NaN;
    return "";
  });
  return trimmed !== "" && rest === "" ? sum : Number.NaN;
}

function fromParts(parts: DurationParts & { years?: unknown; months?: unknown }): number {
  // How long a year or a month is depends on when it begins.
  if (parts.years || parts.months || !PARTS.some((unit) => typeof parts[unit] === "number")) return Number.NaN;
  return PARTS.reduce((sum, unit) => sum + (parts[unit] ?? 0) * SECONDS[unit], 0);
}

/** Parts of a length of time are shown as they were given. */
function shown(value: unknown): string {
  const given = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const parts = [...PARTS, "months", "years"].filter((unit) => Object.hasOwn(given, unit)).map((unit) => `${unit}: ${quote(given[unit])}`);
  return parts.length === 0 ? quote(value) : `{ ${parts.join(", ")} }`;
}
