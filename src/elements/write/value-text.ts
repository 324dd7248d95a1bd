import { sourceTextOf } from "../../engine/originals.ts";
import { temporalType } from "../../protocol/temporal.ts";

/** A date or time as it is in the script, never moved to another zone; undefined for what is none. */
export function dateText(value: object): string | undefined {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "Invalid Date" : `${instant(value.toISOString())}`;
  const type = temporalType(value);
  if (!type) return undefined;
  const iso = String(value);
  if (type === "PlainTime") return seconds(iso);
  if (type === "PlainDateTime") return spaced(iso);
  if (type === "Instant") return instant(iso);
  if (type === "ZonedDateTime") return spaced(iso.replace(/\[[^\]]*\]/g, ""));
  return iso;
}

function instant(iso: string): string {
  return spaced(iso.replace(/\.000Z$/, "Z").replace(/Z$/, "+00:00"));
}

function spaced(iso: string): string {
  const [date = "", time = ""] = iso.replace(/\[[^\]]*\]/g, "").split("T");
  return `${date} ${seconds(time)}`;
}

/** Seconds are always said: 10:30 is 10:30:00. */
function seconds(time: string): string {
  return time.replace(/^(\d\d:\d\d)(?!:|\d)/, "$1:00");
}

/** Text in the marks of inline code, whatever backticks it holds. */
export function inlineCode(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return `${fence}${pad}${text}${pad}${fence}`;
}

/** Text of several lines as a block, of one line as inline code. */
export function literal(text: string): string {
  if (!text.includes("\n")) return inlineCode(text);
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `\n${fence}\n${text}\n${fence}\n`;
}

/** What a function looks like to those who call it: `async load(url, options)`. */
export function signature(value: (...args: never[]) => unknown): string {
  const source = sourceTextOf(value);
  const name = value.name || "(anonymous)";
  if (/^class\b/.test(source)) {
    const parent = Object.getPrototypeOf(value) as { name?: string };
    return `class ${name}${parent !== Function.prototype && parent?.name ? ` extends ${parent.name}` : ""}`;
  }
  const isAsync = /^async\b/.test(source);
  return `${isAsync ? "async " : ""}function ${name}(${parameters(source)})`;
}

function parameters(source: string): string {
  const bare = /^(?:async\s+)?([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=>/u.exec(source);
  if (bare) return bare[1] as string;
  const open = source.indexOf("(");
  if (open === -1) return "";
  let depth = 0;
  for (let at = open; at < source.length; at += 1) {
    const char = source[at] as string;
    if ("([{".includes(char)) depth += 1;
    else if (")]}".includes(char)) depth -= 1;
    if (depth === 0)
      return source
        .slice(open + 1, at)
        .replace(/\s+/g, " ")
        .trim();
  }
  return "…";
}
