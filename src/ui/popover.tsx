import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { keepNear, type Side } from "./float.ts";
import { classes } from "./key-class.ts";
import styles from "./popover.module.css";

/** A panel beside its anchor, above everything; Escape or a press elsewhere closes it. Render it only while open. */
export function Popover(props: {
  anchor: RefObject<Element | null>;
  onClose(): void;
  children: ReactNode;
  side?: Side;
  align?: "start" | "center" | "end";
  className?: string | undefined;
  role?: string;
  label?: string;
  testid?: string;
  id?: string;
}): ReactNode {
  const { anchor, onClose, children, side = "bottom", align = "start", className, role, label, testid, id } = props;
  const own = useRef<HTMLDivElement>(null);
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    const element = own.current;
    const target = anchor.current;
    if (!element || !target) return undefined;
    element.showPopover();
    const end = keepNear(target, element, { side, align });
    const onPress = (event: PointerEvent) => {
      const at = event.target as Node;
      if (!element.contains(at) && !target.contains(at)) latest.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      // Else a dialog around it would close as well.
      event.preventDefault();
      latest.current();
      if (target instanceof HTMLElement) target.focus();
    };
    document.addEventListener("pointerdown", onPress, true);
    document.addEventListener("keydown", onKey, true);
    return () => {
      end();
      document.removeEventListener("pointerdown", onPress, true);
      document.removeEventListener("keydown", onKey, true);
    };
  }, [anchor, side, align]);
  return (
    <div ref={own} id={id} popover="manual" className={classes(styles.popover, className)} role={role} aria-label={label} data-testid={testid}>
      {children}
    </div>
  );
}
