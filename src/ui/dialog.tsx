import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./dialog.module.css";
import { Glyph } from "./glyphs.tsx";
import { classes } from "./key-class.ts";
import { t } from "./messages.ts";
import { PlaceContext } from "./page.ts";
import { openedDialog } from "./top-dialog.ts";

/**
 * A modal dialog: focus stays inside, Escape and the cross close it.
 * What bears `data-first-focus` has the focus at first, else the cross. Render it only while it is open. Widths: small 500 px, medium 620 px, large 752 px.
 */
export function Dialog(props: {
  title: ReactNode;
  children: ReactNode;
  onClose(): void;
  size?: "small" | "medium" | "large";
  /** False hides the cross and ignores Escape. Default true. */
  dismissible?: boolean;
  testid?: string;
  footer?: ReactNode;
}): ReactNode {
  const { title, children, onClose, size = "small", dismissible = true, testid = "stDialog", footer } = props;
  const own = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = own.current;
    const before = document.activeElement;
    if (element && !element.open) {
      element.showModal();
      element.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    }
    const closed = element && openedDialog(element);
    return () => {
      closed?.();
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={own}
      className={classes(styles.dialog, styles[size], "rv-nested")}
      aria-labelledby={heading}
      data-testid={testid}
      onCancel={(event) => {
        event.preventDefault();
        if (dismissible) onClose();
      }}
      // A browser lets no page refuse Escape twice by the event above.
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        if (dismissible) onClose();
      }}
      onClose={() => !dismissible && own.current?.isConnected && own.current.showModal()}
      onPointerDown={(event) => dismissible && event.target === own.current && onClose()}
    >
      <div className={styles.inner}>
        <header className={styles.header}>
          <h2 id={heading} className={styles.title}>
            {title}
          </h2>
          {dismissible && (
            <button type="button" className={styles.close} aria-label={t("close")} onClick={onClose}>
              <Glyph name="close" />
            </button>
          )}
        </header>
        <PlaceContext value="dialog">
          <div className={styles.body}>{children}</div>
        </PlaceContext>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
