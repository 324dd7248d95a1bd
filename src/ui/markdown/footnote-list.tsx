import type { ReactNode } from "react";
import { t } from "../messages.ts";
import type { Footnote } from "./footnotes.ts";
import styles from "./markdown.module.css";

/** Which number a footnote has, and what its links are called. */
export interface FootnoteNumbers {
  prefix: string;
  names: readonly string[];
}

/** The raised number in a text; a name without a footnote stays as it was typed. */
export function FootnoteRef({ name, notes }: { name: string; notes: FootnoteNumbers | undefined }): ReactNode {
  const number = (notes?.names.indexOf(name) ?? -1) + 1;
  if (!notes || number === 0) return `[^${name}]`;
  return (
    <sup className={styles.reference}>
      <a id={`${notes.prefix}r${number}`} href={`#${notes.prefix}n${number}`} aria-label={t("footnote", { number })}>
        {number}
      </a>
    </sup>
  );
}

/** The footnotes under a text. */
export function FootnoteList(props: { notes: readonly Footnote[]; prefix: string; draw(body: string): ReactNode }): ReactNode {
  const { notes, prefix, draw } = props;
  return (
    <section className={styles.footnotes} aria-label={t("footnotes")} data-testid="stFootnotes">
      <ol>
        {notes.map(({ name, body }, at) => (
          <li key={name} id={`${prefix}n${at + 1}`}>
            {draw(body)}
            <a className={styles.back} href={`#${prefix}r${at + 1}`} aria-label={t("backToText")}>
              ↩
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}
