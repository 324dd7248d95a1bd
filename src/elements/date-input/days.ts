/** A day as ISO text, `"2026-01-31"`; such texts compare in the order of time. */
export type Day = string;

const MILLISECONDS = 86_400_000;
const pad = (value: number, length = 2) => String(value).padStart(length, "0");

const timeOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const dayAt = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** A day so many days later; a negative number is earlier. */
export function addDays(day: Day, days: number): Day {
  return dayAt(timeOf(day) + days * MILLISECONDS);
}

/** The same day of another month, or its last day when it is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${pad(first.getUTCFullYear(), 4)}-${pad(first.getUTCMonth() + 1)}-${pad(Math.min(date, last))}`;
}

/** The past so many units of time, up to a day. */
interface PastRange {
  unit: "week" | "month" | "year";
  count: number;
  range: [Day, Day];
}

const PAST: readonly [unit: PastRange["unit"], count: number, start: (today: Day) => Day][] = [
  ["week", 1, (today) => addDays(today, -7)],
  ["month", 1, (today) => addMonths(today, -1)],
  ["month", 3, (today) => addMonths(today, -3)],
  ["month", 6, (today) => addMonths(today, -6)],
  ["year", 1, (today) => addMonths(today, -12)],
  ["year", 2, (today) => addMonths(today, -24)],
];

/** The ranges that end today, or where days end, as far as they begin where days do: a shorter one would not be what it is called. */
export function rangesUntil(today: Day, min: Day, max: Day): PastRange[] {
  const end = today < max ? today : max;
  return PAST.map(([unit, count, start]) => ({ unit, count, range: [start(today), end] as [Day, Day] })).filter(
    ({ range: [start] }) => start >= min && start <= end,
  );
}

/** Day of the week; 0 is Sunday. */
export function weekday(day: Day): number {
  return new Date(timeOf(day)).getUTCDay();
}

/** The six weeks a month's page shows. `firstWeekday` 0 begins on Sunday. */
export function weeksOf(month: Day, firstWeekday: number): Day[][] {
  const first = `${month.slice(0, 8)}01`;
  const start = addDays(first, -((weekday(first) - firstWeekday + 7) % 7));
  return Array.from({ length: 6 }, (_, week) => Array.from({ length: 7 }, (__, at) => addDays(start, week * 7 + at)));
}

/** A day as the format has it: `showDay("2026-01-31", "DD.MM.YYYY")` is `"31.01.2026"`. */
export function showDay(day: Day, format: string): string {
  const [year = "", month = "", date = ""] = day.split("-");
  return format.replace("YYYY", year).replace("MM", month).replace("DD", date);
}

/** Reads a day typed in the format, with any separators or none; undefined for what is no day. */
export function readDay(text: string, format: string): Day | undefined {
  const order = format.split(/[/.-]/);
  const parts = text.trim().split(/[\s/.-]+/);
  const digits = text.replace(/\D/g, "");
  const pieces = parts.length === 3 ? parts : digits.length === 8 && parts.length === 1 ? cut(digits, order) : undefined;
  if (!pieces) return undefined;
  const named = Object.fromEntries(order.map((name, at) => [name, pieces[at] ?? ""]));
  const { YYYY = "", MM = "", DD = "" } = named;
  if (!/^\d{4}$/.test(YYYY) || !/^\d{1,2}$/.test(MM) || !/^\d{1,2}$/.test(DD)) return undefined;
  const day = `${YYYY}-${pad(Number(MM))}-${pad(Number(DD))}`;
  return Number.isNaN(timeOf(day)) || dayAt(timeOf(day)) !== day ? undefined : day;
}

function cut(digits: string, order: string[]): string[] {
  let from = 0;
  return order.map((name) => {
    from += name.length;
    return digits.slice(from - name.length, from);
  });
}

/** The first day of the week where the viewer lives: 0 is Sunday. */
export function firstWeekdayOf(locale: string): number {
  try {
    const info = new Intl.Locale(locale) as Intl.Locale & { getWeekInfo?(): { firstDay: number }; weekInfo?: { firstDay: number } };
    return ((info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 0) % 7;
  } catch {
    return 0;
  }
}
