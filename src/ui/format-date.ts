const pad = (value: number, length = 2) => String(value).padStart(length, "0");

const names = (options: Intl.DateTimeFormatOptions, locale: string | undefined) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  return (date: Date) => format.format(date);
};

function ordinal(value: number): string {
  const rest = value % 100;
  const ending = rest > 10 && rest < 14 ? "th" : (["th", "st", "nd", "rd"][value % 10] ?? "th");
  return `${value}${ending}`;
}

const LONG: Record<string, string> = { L: "MM/DD/YYYY", LL: "MMMM D, YYYY", LLL: "MMMM D, YYYY h:mm A", LT: "h:mm A", LTS: "h:mm:ss A" };

const TOKEN = /\[([^\]]*)\]|LTS|LT|LLL|LL|L|YYYY|YY|Qo|Q|MMMM|MMM|MM|Mo|M|DDDD|DDD|DD|Do|D|dddd|ddd|dd|d|HH|H|hh|h|mm|m|ss|s|SSS|SS|S|A|a|ZZ|Z|X|x/g;

/**
 * A moment in time as text, with Moment's pattern letters. Naive values travel as their UTC reading, so UTC is what is shown.
 * @param time milliseconds since the epoch
 * @param pattern for example `"YYYY-MM-DD"`, `"MMM D, h:mm a"`, `"[week of] LL"`
 */
export function formatTime(time: number, pattern: string, locale?: string): string {
  const date = new Date(time);
  const parts = partsOf(date, locale);
  return pattern.replace(TOKEN, (token: string, literal?: string) => {
    if (literal !== undefined) return literal;
    const long = LONG[token];
    return long ? formatTime(time, long, locale) : (parts[token]?.() ?? token);
  });
}

function partsOf(date: Date, locale: string | undefined): Record<string, () => string> {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const [hour, minute, second] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()];
  const yearDay = Math.floor((date.getTime() - Date.UTC(year, 0, 1)) / 86_400_000) + 1;
  const quarter = Math.ceil(month / 3);
  const named = (options: Intl.DateTimeFormatOptions) => () => names(options, locale)(date);
  return {
    YYYY: () => pad(year, 4),
    YY: () => pad(year % 100),
    Q: () => String(quarter),
    Qo: () => ordinal(quarter),
    MMMM: named({ month: "long" }),
    MMM: named({ month: "short" }),
    MM: () => pad(month),
    M: () => String(month),
    Mo: () => ordinal(month),
    DDDD: () => pad(yearDay, 3),
    DDD: () => String(yearDay),
    DD: () => pad(day),
    D: () => String(day),
    Do: () => ordinal(day),
    dddd: named({ weekday: "long" }),
    ddd: named({ weekday: "short" }),
    dd: () => names({ weekday: "short" }, locale)(date).slice(0, 2),
    d: () => String(date.getUTCDay()),
    HH: () => pad(hour),
    H: () => String(hour),
    hh: () => pad(hour % 12 || 12),
    h: () => String(hour % 12 || 12),
    mm: () => pad(minute),
    m: () => String(minute),
    ss: () => pad(second),
    s: () => String(second),
    SSS: () => pad(date.getUTCMilliseconds(), 3),
    SS: () => pad(Math.floor(date.getUTCMilliseconds() / 10)),
    S: () => String(Math.floor(date.getUTCMilliseconds() / 100)),
    A: () => (hour < 12 ? "AM" : "PM"),
    a: () => (hour < 12 ? "am" : "pm"),
    Z: () => "+00:00",
    ZZ: () => "+0000",
    X: () => String(Math.floor(date.getTime() / 1000)),
    x: () => String(date.getTime()),
  };
}
