import type { ReactNode } from "react";
import styles from "./anchor.module.css";
import { Glyph } from "./glyphs.tsx";
import { t } from "./messages.ts";

/** The id of a heading: its words in lower case joined by dashes; words without Latin letters give a short stable hash. */
export function slug(text: string): string {
  const words = text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  if (words.length > 1 || /^[\x20-\x7e]*$/.test(text)) return words || "section";
  let hash = 5381;
  for (const letter of text) hash = ((hash * 33) ^ (letter.codePointAt(0) as number)) >>> 0;
  return `h-${hash.toString(36)}`;
}

/** The link icon after a heading's words; seen while the pointer or the focus is on the heading. */
export function HeadingAnchor({ id }: { id: string }): ReactNode {
  return (
    <a className={styles.anchor} href={`#${id}`} aria-label={t("linkToHeading")} data-testid="stHeaderActionElements">
      <Glyph name="link" size={1} />
    </a>
  );
}
