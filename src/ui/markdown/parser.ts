import Parser, { type MarkdownIt, type Token } from "markdown-it";
import { footnoteDefinition, footnoteRef } from "./footnotes.ts";
import { tasks } from "./tasks.ts";
import { directive, emoji, materialIcon, mathBlock, mathInline } from "./rules.ts";

export type { Token };

/** Markdown as the documentation describes it: CommonMark, tables, strikethrough, task lists, colours, icons, math. */
export function createParser(options: { html: boolean }): MarkdownIt {
  const parser = new Parser({ html: options.html, linkify: true, breaks: false, typographer: false });
  parser.inline.ruler.before("escape", "rivulet_math", mathInline);
  parser.inline.ruler.before("link", "rivulet_footnote", footnoteRef);
  parser.inline.ruler.before("link", "rivulet_directive", directive);
  parser.inline.ruler.before("link", "rivulet_material", materialIcon);
  parser.inline.ruler.after("rivulet_material", "rivulet_emoji", emoji);
  parser.block.ruler.before("fence", "rivulet_math_block", mathBlock, { alt: ["paragraph", "blockquote", "list"] });
  parser.block.ruler.before("reference", "rivulet_footnote", footnoteDefinition);
  parser.core.ruler.after("inline", "rivulet_tasks", tasks);
  return parser;
}

let plain: MarkdownIt | null = null;

/** The parser of everything but unsafe HTML; made when first needed. */
export function markdownParser(): MarkdownIt {
  plain ??= createParser({ html: false });
  return plain;
}

/** One top-level piece of a document. A piece that did not change keeps its identity, so nothing is drawn again. */
export interface Block {
  /** Offset of the first character in the source. */
  start: number;
  tokens: Token[];
}

/**
 * Cuts Markdown into blocks and remembers the last answer: text that only grew is parsed from its last two blocks on
 * (what follows a list may turn out to belong to it), so that the cost of a streamed word does not depend on the length so far.
 */
export function createBlockReader(parser: MarkdownIt = markdownParser()): (source: string) => readonly Block[] {
  let known = "";
  let blocks: Block[] = [];
  let env = {};
  return (source) => {
    if (source === known) return blocks;
    const grows = known.length > 0 && source.startsWith(known);
    const kept = grows ? blocks.slice(0, -2) : [];
    if (!grows) env = {};
    const from = grows ? ((blocks.at(-2) ?? blocks.at(-1))?.start ?? 0) : 0;
    blocks = [...kept, ...cut(parser.parse(source.slice(from), env), source, from)];
    known = source;
    return blocks;
  };
}

function cut(tokens: Token[], source: string, from: number): Block[] {
  const lines = lineStarts(source, from);
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const token of tokens) {
    open ??= { start: lines[token.map?.[0] ?? 0] ?? from, tokens: [] };
    open.tokens.push(token);
    if (token.level === 0 && token.nesting <= 0) {
      blocks.push(open);
      open = null;
    }
  }
  return blocks;
}

function lineStarts(source: string, from: number): number[] {
  const starts = [from];
  for (let at = source.indexOf("\n", from); at >= 0; at = source.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}
