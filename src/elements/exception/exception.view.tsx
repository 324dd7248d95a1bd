import type { ReactNode } from "react";
import type { Exception } from "../../engine/errors/exception-kind.ts";
import { Box } from "../../ui/box.tsx";
import { Glyph } from "../../ui/glyphs.tsx";
import { CopyButton } from "../../ui/markdown/code-block.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import styles from "./exception.module.css";

type Props = ViewProps<typeof Exception>["props"];
type Frame = NonNullable<Props["frames"]>[number];

/** Frames shown at once; the rest opens. */
const NEAREST = 3;

/** The error as text, for whoever asks somebody else. */
function plainText({ name, message, frames = [], hint }: Props): string {
  const lines = frames.map((frame) => `    at ${frame.function ? `${frame.function} ` : ""}${frame.file}:${frame.line}:${frame.column}`);
  return [message ? `${name}: ${message}` : name, ...lines, ...(hint ? ["", hint] : [])].join("\n");
}

function ExceptionView({ node, props }: ViewProps<typeof Exception>): ReactNode {
  const { name, message, hint, frames = [], level = "error" } = props;
  const near = frames.slice(0, NEAREST);
  const far = frames.slice(NEAREST);
  return (
    <Box node={node} className={styles.box} data-level={level}>
      <div role="alert" className={styles.head}>
        <Glyph name={level === "warning" ? "warning" : "error"} size={1.25} className={styles.mark} />
        <p className={styles.message} data-testid="stExceptionMessage">
          <strong data-testid="stExceptionType">{name}</strong>
          {message && `: ${message}`}
        </p>
      </div>
      {hint && (
        <div className={styles.hint} data-testid="stExceptionHint">
          {hint.split("\n").map((line, at) => (
            // Lines of one text have no other name.
            <p key={at}>
              <InlineMarkdown source={line} />
            </p>
          ))}
        </div>
      )}
      {near.length > 0 && (
        <div className={styles.trace} data-testid="stExceptionTrace">
          <Frames frames={near} />
          {far.length > 0 && (
            <details>
              <summary className={styles.more}>{t("moreFrames", { count: far.length })}</summary>
              <Frames frames={far} />
            </details>
          )}
        </div>
      )}
      <CopyButton text={plainText(props)} className={styles.copy} />
    </Box>
  );
}

function Frames({ frames }: { frames: readonly Frame[] }): ReactNode {
  return (
    <ol className={styles.frames}>
      {frames.map((frame, at) => (
        // A recursion comes through one place many times.
        <li key={at} className={styles.frame}>
          <span className={styles.place}>
            {frame.file}:{frame.line}
            {frame.function && <span className={styles.where}>{frame.function}</span>}
          </span>
          {frame.code !== undefined && (
            <code className={styles.code}>
              <span className={styles.line} aria-hidden="true">
                {frame.line}
              </span>
              <span className={styles.source}>{frame.code.trim()}</span>
            </code>
          )}
        </li>
      ))}
    </ol>
  );
}

export const exceptionView = view<typeof Exception>("exception", ExceptionView);
