import type { MarkdownIt } from "markdown-it";
import { COLOR_NAMES } from "../palette.ts";

type InlineRule = Parameters<MarkdownIt["inline"]["ruler"]["push"]>[1];
type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];

const COLORS: readonly string[] = [...COLOR_NAMES, "grey", "rainbow", "primary"];
const COLON = 0x3a;
const DOLLAR = 0x24;

/** What stands before `[…]`: a colour, `colour-background`, `colour-badge` or `small`. */
export function directiveKind(name: string): { kind: "color" | "background" | "badge" | "small"; color: string } | null {
  if (name === "small") return { kind: "small", color: "" };
  const [, color = "", suffix = ""] = /^([a-z]+)(?:-(background|badge))?$/.exec(name) ?? [];
  if (!COLORS.includes(color)) return null;
  return { kind: suffix === "" ? "color" : (suffix as "background" | "badge"), color: color === "grey" ? "gray" : color };
}

/** `:red[text]`, `:blue-background[text]`, `:green-badge[text]`, `:small[text]`; the text may hold any inline Markdown. */
export const directive: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== COLON) return false;
  const name = /^:([a-z-]+)\[/.exec(state.src.slice(state.pos, state.pos + 24))?.[1];
  if (!name || !directiveKind(name)) return false;
  const bracket = state.pos + name.length + 1;
  const end = state.md.helpers.parseLinkLabel(state, bracket, false);
  if (end < 0) return false;
  if (!silent) {
    const max = state.posMax;
    state.pos = bracket + 1;
    state.posMax = end;
    state.push("directive_open", "span", 1).info = name;
    state.md.inline.tokenize(state);
    state.push("directive_close", "span", -1);
    state.posMax = max;
  }
  state.pos = end + 1;
  return true;
};

/** `:material/name:` */
export const materialIcon: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== COLON) return false;
  const found = /^:material\/([a-z0-9_]+):/.exec(state.src.slice(state.pos, state.pos + 80));
  if (!found) return false;
  if (!silent) state.push("icon", "", 0).content = found[1] as string;
  state.pos += found[0].length;
  return true;
};

/** `:sunglasses:`; a time of day or an unknown name stays as typed. */
export const emoji: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== COLON) return false;
  if (state.pos > 0 && /\w/.test(state.src[state.pos - 1] as string)) return false;
  const found = /^:([a-z0-9_+-]{1,50}):(?!\w)/.exec(state.src.slice(state.pos, state.pos + 54));
  if (!found) return false;
  if (!silent) state.push("emoji", "", 0).content = found[1] as string;
  state.pos += found[0].length;
  return true;
};

/** `$x$` and, inside a line, `$$x$$`. Amounts of money are not math: `$5 and $6`. */
export const mathInline: InlineRule = (state, silent) => {
  if (state.src.charCodeAt(state.pos) !== DOLLAR) return false;
  const mark = state.src.charCodeAt(state.pos + 1) === DOLLAR ? "$$" : "$";
  const start = state.pos + mark.length;
  const end = closing(state.src, start, state.posMax, mark);
  if (end < 0) return false;
  if (!silent) {
    const token = state.push("math", "", 0);
    token.content = state.src.slice(start, end).trim();
    token.info = mark === "$$" ? "display" : "inline";
  }
  state.pos = end + mark.length;
  return true;
};

function closing(source: string, start: number, max: number, mark: string): number {
  if (mark === "$" && /\s|^$/.test(source[start] ?? "")) return -1;
  for (let at = source.indexOf(mark, start); at >= 0 && at < max; at = source.indexOf(mark, at + 1)) {
    if (source[at - 1] === "\\" || at === start) continue;
    // The next dollar decides: one that cannot end math begins the next amount, and this one was an amount too.
    if (mark === "$" && (/\s/.test(source[at - 1] as string) || /\d/.test(source[at + 1] ?? ""))) return -1;
    return at;
  }
  return -1;
}

/** A block between lines that hold `$$`. */
export const mathBlock: BlockRule = (state, startLine, endLine, silent) => {
  const line = (number: number) => {
    const start = (state.bMarks[number] as number) + (state.tShift[number] as number);
    return state.src.slice(start, state.eMarks[number] as number).trim();
  };
  const first = line(startLine);
  if (!first.startsWith("$$")) return false;
  const oneLine = first.length > 4 && first.endsWith("$$") && !first.slice(2, -2).includes("$$");
  let last = startLine;
  if (!oneLine) {
    do last += 1;
    while (last < endLine && !line(last).endsWith("$$"));
    if (last >= endLine) return false;
  }
  if (silent) return true;
  const token = state.push("math_block", "", 0);
  token.block = true;
  token.map = [startLine, last + 1];
  const lines = oneLine ? [first] : [first, ...Array.from({ length: last - startLine }, (_, i) => line(startLine + 1 + i))];
  token.content = lines.join("\n").slice(2, -2).trim();
  state.line = last + 1;
  return true;
};
