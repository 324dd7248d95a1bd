import type { ReactNode } from "react";
import type { ErrorReport } from "../protocol/messages.ts";
import styles from "./error-report.module.css";
import { InlineMarkdown } from "./markdown/markdown.tsx";
import { t } from "./messages.ts";

/** An error of a script as people read it: what, where in their own code, and what to do. */
export function ErrorReportView({ error }: { error: ErrorReport }): ReactNode {
  return (
    <div className={styles.report}>
      <p className={styles.message}>
        <strong>{error.name}</strong>
        {error.message && `: ${error.message}`}
      </p>
      {error.hint && (
        <p className={styles.hint}>
          <InlineMarkdown source={error.hint} />
        </p>
      )}
      {error.frames && error.frames.length > 0 && <Frames frames={error.frames} />}
    </div>
  );
}

/** Places in the script, nearest first, each with its line. */
export function Frames({ frames }: { frames: NonNullable<ErrorReport["frames"]> }): ReactNode {
  return (
    <ol className={styles.frames}>
      {frames.map((frame) => (
        <li key={`${frame.file}:${frame.line}:${frame.column}`}>
          <span className={styles.place}>
            {frame.file}:{frame.line}:{frame.column}
            {frame.function && <span className={styles.where}> {t("inFunction", { name: frame.function })}</span>}
          </span>
          {frame.code && (
            // A scrolling region must be reachable by keyboard.
            <pre className={styles.code} tabIndex={0}>
              {frame.code}
            </pre>
          )}
        </li>
      ))}
    </ol>
  );
}
