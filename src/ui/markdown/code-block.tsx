import { type ReactNode, useDeferredValue, useState } from "react";
import { Glyph } from "../glyphs.tsx";
import { classes } from "../key-class.ts";
import { t } from "../messages.ts";
import styles from "./code-block.module.css";
import { type CodePiece, linesOf, useHighlighted } from "./highlight.ts";

/** A block of code with colours (fetched when first needed) and a copy button. `bare` leaves the test id to what is around it. */
export function CodeBlock(props: { code: string; language?: string; lineNumbers?: boolean; wrap?: boolean; height?: string; bare?: boolean }): ReactNode {
  const { code, language = "", lineNumbers = false, wrap = false, height, bare = false } = props;
  const pieces = useHighlighted(useDeferredValue(code), language);
  const lines = code.split("\n").length;
  // A line that wraps takes several rows, so that its number must stand with it.
  const numbered = lineNumbers && wrap;
  return (
    <div className={classes(styles.block, !bare && "stCode")} data-testid={bare ? undefined : "stCode"}>
      {/* A scrolling region must be reachable by keyboard */}
      <pre className={classes(styles.pre, wrap && styles.wrap)} style={height ? { maxHeight: height } : undefined} tabIndex={0}>
        {lineNumbers && !numbered && (
          <span className={styles.numbers} aria-hidden="true">
            {Array.from({ length: lines }, (_, i) => i + 1).join("\n")}
          </span>
        )}
        <code className={language ? `language-${language}` : undefined}>
          {numbered ? <NumberedLines pieces={pieces ?? [code]} digits={String(lines).length} /> : (pieces?.map(draw) ?? code)}
        </code>
      </pre>
      <CopyButton text={code} />
    </div>
  );
}

function NumberedLines({ pieces, digits }: { pieces: readonly CodePiece[]; digits: number }): ReactNode {
  const lines = linesOf(pieces);
  return lines.map((line, at) => (
    <span key={at} className={styles.line} style={{ paddingInlineStart: `calc(${digits}ch + 1rem)` }} data-number={at + 1}>
      {line.map(draw)}
      {at < lines.length - 1 && "\n"}
    </span>
  ));
}

function draw(piece: CodePiece, index: number): ReactNode {
  if (typeof piece === "string") return piece;
  return (
    // Pieces of one text have no other name.
    <span key={index} className={styles[piece.scope.split(".")[0] ?? ""]}>
      {piece.children.map(draw)}
    </span>
  );
}

/** Copies `text`; says so for a moment. */
export function CopyButton({ text, className }: { text: string; className?: string | undefined }): ReactNode {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => {
        setCopied(true);
        setTimeout(() => setCopied(false), 1500);
      },
      () => setCopied(false),
    );
  return (
    <button
      type="button"
      className={classes(styles.copy, className)}
      aria-label={t(copied ? "copied" : "copy")}
      data-testid="stCodeCopyButton"
      onClick={() => void copy()}
    >
      <Glyph name={copied ? "check" : "copy"} size={1} />
    </button>
  );
}
