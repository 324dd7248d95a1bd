/** A moment as its milliseconds and the nanoseconds beyond them. */
export interface Moment {
  ms: number;
  /** 0 to 999,999. */
  ns: number;
}

const DAY = 86_400_000;
const WHOLE = /^(.*T\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?(?::\d\d(?:\.\d+)?)?(?:\[.*)?$/;

/** Days since 1970 of an ISO date; NaN when it is none. */
export function parseDate(text: string): number {
  return Date.parse(`${text.replace(/\[.*$/, "")}T00:00:00Z`) / DAY;
}

/** Nanoseconds since midnight of an ISO time; NaN when it is none. */
export function parseTime(text: string): number {
  const moment = parseMoment(`1970-01-01T${text.replace(/^T/, "")}`);
  return moment.ms * 1e6 + moment.ns;
}

/** Reads an ISO date and time, as if in UTC where it names no offset; `ms` is NaN when it is none. */
export function parseMoment(text: string): Moment {
  const parts = WHOLE.exec(text);
  if (parts === null) return { ms: Number.NaN, ns: 0 };
  const digits = (parts[2] ?? "").padEnd(9, "0");
  const ms = Date.parse(`${parts[1]}${parts[1]?.length === 13 ? ":00" : ""}${parts[3] ?? "Z"}`) + Number(digits.slice(0, 3));
  return { ms, ns: Number(digits.slice(3)) };
}

export function dateText(days: number): string {
  const text = new Date(days * DAY).toISOString();
  return text.slice(0, text.indexOf("T"));
}

export function timeText(nanoseconds: number): string {
  const ms = Math.floor(nanoseconds / 1e6);
  return clock(ms, nanoseconds - ms * 1e6);
}

/** ISO text without zone of milliseconds, or of nanoseconds given as a bigint. */
export function dateTimeText(value: number | bigint): string {
  const { ms, ns } = split(value);
  const days = Math.floor(ms / DAY);
  return `${dateText(days)}T${clock(ms - days * DAY, ns)}`;
}

/** ISO text with offset and zone, as Temporal writes it. */
export function zonedText(value: number | bigint, zone: string): string {
  const { ms } = split(value);
  const offset = offsetOf(ms, zone);
  const sign = offset.startsWith("-") ? -1 : 1;
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(":").map(Number);
  const shift = sign * ((hours * 60 + minutes) * 60 + seconds) * 1000;
  const local = typeof value === "bigint" ? value + BigInt(shift) * 1_000_000n : value + shift;
  return `${dateTimeText(local)}${offset.slice(0, 6)}[${zone}]`;
}

function split(value: number | bigint): Moment {
  if (typeof value === "number") return { ms: Math.floor(value), ns: Math.round((value - Math.floor(value)) * 1e6) };
  const ns = ((value % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return { ms: Number((value - ns) / 1_000_000n), ns: Number(ns) };
}

function clock(ms: number, ns: number): string {
  const seconds = new Date(ms).toISOString().slice(11, 19);
  const fraction = `${String(ms % 1000).padStart(3, "0")}${String(ns).padStart(6, "0")}`.replace(/0+$/, "");
  return fraction === "" ? seconds : `${seconds}.${fraction}`;
}

/** Formatters are slow to make; what they say never changes. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** Offset of a zone at a moment: `+00:00`, `-05:00`. */
export function offsetOf(ms: number, zone: string): string {
  if (zone === "UTC") return "+00:00";
  if (/^[+-]\d\d:\d\d$/.test(zone)) return zone;
  let format = formats.get(zone);
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
    } catch {
      return "+00:00";
    }
    formats.set(zone, format);
  }
  const name = format.formatToParts(ms).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  return name.length > 3 ? name.slice(3) : "+00:00";
}

/** ISO duration of nanoseconds. */
export function durationText(nanoseconds: bigint): string {
  const sign = nanoseconds < 0n ? "-" : "";
  const size = nanoseconds < 0n ? -nanoseconds : nanoseconds;
  const seconds = size / 1_000_000_000n;
  const fraction = String(size % 1_000_000_000n)
    .padStart(9, "0")
    .replace(/0+$/, "");
  const parts: string[] = [];
  if (seconds >= 3600n) parts.push(`${seconds / 3600n}H`);
  if ((seconds / 60n) % 60n > 0n) parts.push(`${(seconds / 60n) % 60n}M`);
  if (seconds % 60n > 0n || fraction !== "" || parts.length === 0) {
    parts.push(`${seconds % 60n}${fraction === "" ? "" : `.${fraction}`}S`);
  }
  return `${sign}PT${parts.join("")}`;
}
