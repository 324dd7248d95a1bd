/** What the text of a function tells about its parameters. */
export interface Signature {
  /** Names in order; a rest parameter begins with `...`, a pattern is named by its text: `{ id, name }`. */
  readonly parameters: readonly string[];
  /** True when it may read `this`: then what it is called on is part of the key. */
  readonly usesThis: boolean;
}

const OPEN = "([{";
const CLOSE = ")]}";

/** End of a text or comment that starts at `at`; `at` itself when none does. */
function skip(text: string, at: number): number {
  const char = text[at];
  if (char === '"' || char === "'" || char === "`") {
    let end = at + 1;
    while (end < text.length && text[end] !== char) end += text[end] === "\\" ? 2 : 1;
    return end + 1;
  }
  if (char !== "/") return at;
  const close = text[at + 1] === "/" ? "\n" : text[at + 1] === "*" ? "*/" : undefined;
  if (close === undefined) return at;
  const end = text.indexOf(close, at + 2);
  return end === -1 ? text.length : end + close.length;
}

/** Texts of the parameters of a list that opens at `start`, and where it ends. */
function split(text: string, start: number): { parts: string[]; end: number } {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  let at = start;
  while (at < text.length) {
    const after = skip(text, at);
    if (after !== at) {
      if (text[at] !== "/") part += text.slice(at, after);
      at = after;
      continue;
    }
    const char = text[at] as string;
    at += 1;
    if (OPEN.includes(char)) {
      depth += 1;
      if (depth === 1) continue;
    } else if (CLOSE.includes(char)) {
      depth -= 1;
      if (depth === 0) break;
    } else if (char === "," && depth === 1) {
      parts.push(part);
      part = "";
      continue;
    }
    part += char;
  }
  if (part.trim() !== "") parts.push(part);
  return { parts, end: at };
}

/** A destructured parameter without what it is when nothing is given. */
function patternText(part: string): string | undefined {
  const text = part.trim().replace(/\s+/g, " ");
  if (!/^[{[]/.test(text)) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (OPEN.includes(text[at] as string)) depth += 1;
    else if (CLOSE.includes(text[at] as string) && --depth === 0) return text.slice(0, at + 1);
  }
  return text;
}

function nameOf(part: string, index: number): string {
  const [, dots = "", name] = /^\s*(\.\.\.)?\s*([\p{ID_Start}$_][\p{ID_Continue}$]*)?/u.exec(part) ?? [];
  return `${dots}${name ?? patternText(part) ?? index}`;
}

/**
 * Reads parameter names from a function's text: the way out where no compiler has noted them.
 *
 * @example signatureOf((a: number, _b = 1, ...rest: number[]) => a).parameters // ["a", "_b", "...rest"]
 */
export function signatureOf(fn: (...args: never[]) => unknown): Signature {
  const text = Function.prototype.toString.call(fn);
  const single = /^(?:async\s+)?([\p{ID_Start}$_][\p{ID_Continue}$]*)\s*=>/u.exec(text);
  if (single) return { parameters: [single[1] as string], usesThis: false };
  const start = text.indexOf("(");
  if (start === -1) return { parameters: [], usesThis: false };
  const { parts, end } = split(text, start);
  const isArrow = /^(?:async\s*)?\(/.test(text) && /^\s*=>/.test(text.slice(end));
  return { parameters: parts.map(nameOf), usesThis: !isArrow && /\bthis\b/.test(text.slice(end)) };
}
