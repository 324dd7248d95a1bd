import { type ReactNode, useEffect, useState } from "react";
import styles from "./element-toolbar.module.css";
import { Icon } from "./icon.tsx";
import { useLatest } from "./hooks.ts";
import { t } from "./messages.ts";

export interface ToolbarAction {
  /** What it does, in words. */
  label: string;
  /** Name of a Material symbol. */
  icon: string;
  /** For actions that are on or off. */
  pressed?: boolean | undefined;
  act(): void;
}

/** Actions of an element, above its top right corner; seen while the pointer or the focus is in the element. */
export function ElementToolbar({ actions, shown = false, label }: { actions: readonly ToolbarAction[]; shown?: boolean; label: string }): ReactNode {
  if (actions.length === 0) return null;
  return (
    <div className={styles.toolbar} role="toolbar" aria-label={label} data-testid="stElementToolbar" data-shown={shown || undefined}>
      {actions.map(({ label: name, icon, act, pressed }) => (
        <button
          key={name}
          type="button"
          className={styles.button}
          aria-label={name}
          title={name}
          aria-pressed={pressed}
          onClick={act}
          data-testid="stElementToolbarButton"
        >
          <Icon icon={`:material/${icon}:`} />
        </button>
      ))}
    </div>
  );
}

/** Class of an element that shows its toolbar on hover. */
export const hosting = styles.host as string;

/** Class of an element that fills the window. */
export const filling = styles.full as string;

/** Whether an element fills the window; Escape gives it its place back. */
export function useFullscreen(): { isFull: boolean; toggle(): void; action: ToolbarAction } {
  const [isFull, setFull] = useState(false);
  const close = useLatest(() => setFull(false));
  useEffect(() => {
    if (!isFull) return undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      event.preventDefault();
      close.current();
    };
    const { overflow } = document.body.style;
    document.body.style.overflow = "hidden";
    document.addEventListener("keydown", onKey);
    return () => {
      document.body.style.overflow = overflow;
      document.removeEventListener("keydown", onKey);
    };
  }, [isFull, close]);
  const toggle = () => setFull(!isFull);
  const action = { label: t(isFull ? "closeFullscreen" : "fullscreen"), icon: isFull ? "fullscreen_exit" : "fullscreen", act: toggle };
  return { isFull, toggle, action };
}

/** Saves bytes or text as a file of the viewer's. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** `2026-01-31T12-30_export.csv`: sorts by time, and is a name on every system. */
export function stampedName(ending: string, now = new Date()): string {
  const text = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  return `${text.slice(0, 16).replace(":", "-")}_export.${ending}`;
}
