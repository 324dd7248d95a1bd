import type { MarkdownIt } from "markdown-it";
import type { Block, Token } from "./parser.ts";

type InlineRule = Parameters<MarkdownIt["inline"]["ruler"]["push"]>[1];
type BlockRule = Parameters<MarkdownIt["block"]["ruler"]["push"]>[1];

/** `[^name]` in a text. */
export const footnoteRef: InlineRule = (state, silent) => {
  const found = /^\[\^([^\]\s^]{1,50})\](?![(:])/.exec(state.src.slice(state.pos, state.pos + 56));
  if (!found) return false;
  if (!silent) state.push("footnote_ref", "", 0).content = found[1] as string;
  state.pos += found[0].length;
  return true;
};

/** `[^name]: what it says`, with the lines that follow until a blank one; indented lines go on after that. */
export const footnoteDefinition: BlockRule = (state, startLine, endLine, silent) => {
  const line = (number: number) => state.src.slice(state.bMarks[number] as number, state.eMarks[number] as number);
  const found = /^ {0,3}\[\^([^\]\s^]{1,50})\]:[ \t]*/.exec(line(startLine));
  if (!found) return false;
  if (silent) return true;
  const lines = [line(startLine).slice(found[0].length)];
  let next = startLine + 1;
  while (next < endLine) {
    const text = line(next);
    const goesOn = text.trim() === "" ? /^ {2,}\S/.test(line(next + 1)) : /^ {2,}\S/.test(text) || (lines.at(-1) !== "" && !/^ {0,3}\[\^/.test(text));
    if (!goesOn) break;
    lines.push(text.replace(/^ {1,4}/, ""));
    next += 1;
  }
  const token = state.push("footnote_definition", "", 0);
  token.block = true;
  token.map = [startLine, next];
  token.info = found[1] as string;
  token.content = lines.join("\n").trim();
  state.line = next;
  return true;
};

export interface Footnote {
  name: string;
  body: string;
}

/** The footnotes a text refers to, in the order of the first mention. */
export function footnotesOf(blocks: readonly Block[]): Footnote[] {
  const bodies = new Map<string, string>();
  const names = new Set<string>();
  const visit = (token: Token) => {
    if (token.type === "footnote_definition" && !bodies.has(token.info)) bodies.set(token.info, token.content);
    if (token.type === "footnote_ref") names.add(token.content);
    token.children?.forEach(visit);
  };
  for (const { tokens } of blocks) tokens.forEach(visit);
  return [...names].flatMap((name) => {
    const body = bodies.get(name);
    return body === undefined ? [] : [{ name, body }];
  });
}
