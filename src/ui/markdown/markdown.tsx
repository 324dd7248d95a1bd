import { memo, type ReactNode, Suspense, use, useId, useMemo, useState } from "react";
import { late } from "../late.ts";
import { classes } from "../key-class.ts";
import { PlaceContext } from "../page.ts";
import { FootnoteList, type FootnoteNumbers } from "./footnote-list.tsx";
import { footnotesOf } from "./footnotes.ts";
import styles from "./markdown.module.css";
import { type Block, createBlockReader, markdownParser } from "./parser.ts";
import { type RenderOptions, renderTokens } from "./render.tsx";

const UnsafeHtml = late(() => import("./unsafe-html.tsx"));

/**
 * Markdown as a column of blocks. Text that grows is drawn from its last blocks on.
 * @param props.unsafeAllowHtml lets HTML in the source take effect, after sanitising; default false
 */
export function Markdown(props: { source: string; unsafeAllowHtml?: boolean | undefined; className?: string | undefined; small?: boolean }): ReactNode {
  const { source, unsafeAllowHtml = false, className, small = false } = props;
  const [read] = useState(() => createBlockReader());
  const anchors = use(PlaceContext) === "main";
  const name = classes(styles.markdown, small && styles.caption, className);
  const safe = !unsafeAllowHtml || !/[<&]/.test(source);
  if (!safe) {
    return (
      <Suspense fallback={<div className={name} />}>
        <UnsafeHtml source={source} className={name} />
      </Suspense>
    );
  }
  return <Blocks blocks={read(source)} className={name} anchors={anchors} />;
}

function Blocks({ blocks, className, anchors }: { blocks: readonly Block[]; className: string; anchors: boolean }): ReactNode {
  const prefix = useId();
  const footnotes = footnotesOf(blocks);
  const names = footnotes.map(({ name }) => name).join("\n");
  // The same object while the footnotes are the same: a text that grows draws only what is new.
  const notes = useMemo(() => (names === "" ? undefined : { prefix, names: names.split("\n") }), [prefix, names]);
  return (
    <div className={className} data-testid="stMarkdownContainer">
      {blocks.map((block) => (
        <BlockView key={block.start} block={block} anchors={anchors} notes={notes} />
      ))}
      {footnotes.length > 0 && <FootnoteList notes={footnotes} prefix={prefix} draw={(body) => renderTokens(markdownParser().parse(body, {}), INLINE)} />}
    </div>
  );
}

const BlockView = memo(function BlockView(props: { block: Block; anchors: boolean; notes: FootnoteNumbers | undefined }): ReactNode {
  const { block, anchors, notes } = props;
  return renderTokens(block.tokens, { anchors, links: true, notes });
});

const INLINE: RenderOptions = { anchors: false, links: true };
const NO_LINKS: RenderOptions = { anchors: false, links: false };

/** One line of Markdown, for labels: what would be a block is unwrapped to its text. `links` false turns links to text. */
export const InlineMarkdown = memo(function InlineMarkdown({ source, links = true }: { source: string; links?: boolean }): ReactNode {
  return useMemo(() => {
    if (!/[^\w ,.'’?%()/\u00c0-\uffff]/.test(source)) return source;
    const pieces: ReactNode[] = [];
    for (const token of markdownParser().parse(unlist(source), {})) {
      if (token.type === "inline") pieces.push(...renderTokens(token.children ?? [], links ? INLINE : NO_LINKS), " ");
      else if (token.content) pieces.push(token.content);
    }
    return pieces;
  }, [source, links]);
});

/** "1. First" in a label is a text, not a list. */
function unlist(source: string): string {
  return source.replace(/^(\s*)(\d+)([.)])(?=\s)/, "$1$2\\$3").replace(/^(\s*)([-+*#>])(?=\s|$)/, "$1\\$2");
}
