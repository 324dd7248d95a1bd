/** A wall-clock time as the field shows it. `iso` is `"HH:mm"` or `"HH:mm:ss"`. */
export function showTime(iso: string, format: "12h" | "24h" | "localized", seconds: boolean, locale?: string): string {
  const [hour = 0, minute = 0, second = 0] = iso.split(":").map(Number);
  const pad = (value: number) => String(value).padStart(2, "0");
  const rest = `:${pad(minute)}${seconds ? `:${pad(second)}` : ""}`;
  if (format === "24h") return pad(hour) + rest;
  if (format === "12h") return `${hour % 12 || 12}${rest} ${hour < 12 ? "AM" : "PM"}`;
  return new Date(Date.UTC(1970, 0, 1, hour, minute, second)).toLocaleTimeString(locale, {
    timeZone: "UTC",
    hour: "numeric",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" } : {}),
  });
}

/**
 * Reads a time as people type it: `8`, `845`, `8:45`, `8.45 pm`, `20:45:30`.
 *
 * @returns ISO text, or undefined for what is no time.
 */
export function readTime(text: string): string | undefined {
  const match = /^\s*(\d{1,2})(?:[:.h\s]?(\d{2}))?(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?\s*$/i.exec(text);
  if (!match) return undefined;
  const [, hours = "", minutes = "0", seconds = "0", half] = match;
  let hour = Number(hours);
  if (half && (hour < 1 || hour > 12)) return undefined;
  if (half) hour = (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  return [hour, Number(minutes), Number(seconds)].map((part) => String(part).padStart(2, "0")).join(":");
}

/** All times of a day, `step` seconds apart. */
export function timesOf(step: number): string[] {
  const times: string[] = [];
  for (let at = 0; at < 86_400; at += step) {
    times.push([Math.floor(at / 3600), Math.floor(at / 60) % 60, at % 60].map((part) => String(part).padStart(2, "0")).join(":"));
  }
  return times;
}
