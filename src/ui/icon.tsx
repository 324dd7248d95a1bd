import type { ReactNode } from "react";
import styles from "./icon.module.css";
import { classes } from "./key-class.ts";
import { useEmoji } from "./markdown/emoji.ts";

const MATERIAL = /^:material\/([a-z0-9_]+):$/;
const SHORTCODE = /^:([a-z0-9_+-]+):$/;

/** The name inside `:material/name:`, or null. */
export function materialName(icon: string): string | null {
  return MATERIAL.exec(icon.trim())?.[1] ?? null;
}

/**
 * An icon as scripts name it: an emoji, `:shortcode:` or `:material/name:`; `spinner` turns.
 * Decorative unless `label` is given.
 */
export function Icon({ icon, label, className }: { icon: string; label?: string; className?: string | undefined }): ReactNode {
  const spoken = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  if (icon === "spinner") return <span className={classes(styles.spinner, className)} {...spoken} data-testid="stSpinnerIcon" />;
  const name = materialName(icon);
  if (name) {
    return (
      <span className={classes(styles.material, className)} translate="no" data-testid="stIconMaterial" {...spoken}>
        {name}
      </span>
    );
  }
  return (
    <span className={classes(styles.emoji, className)} data-testid="stIconEmoji" {...spoken}>
      <EmojiText text={icon} />
    </span>
  );
}

function EmojiText({ text }: { text: string }): ReactNode {
  const code = SHORTCODE.exec(text.trim())?.[1];
  const emoji = useEmoji(code !== undefined);
  return code ? (emoji?.[code] ?? text) : text;
}
