import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { Button } from "../../ui/button.tsx";
import { keepNear } from "../../ui/float.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { useLatest } from "../../ui/hooks.ts";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { useTooltip } from "../../ui/tooltip.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Kind } from "../../protocol/kind.ts";
import type { PopoverProps } from "./popover.ts";
import styles from "./popover.module.css";

/** Where the script hears whether it is open, that is its value. */
type Popover = Kind<"popover", PopoverProps, boolean>;

function PopoverView({ node, props, value, setValue, disabled, children }: ViewProps<Popover>): ReactNode {
  const { label, type, help, icon, wrap, width, widget } = props;
  const [own, setOwn] = useState(false);
  const off = disabled || props.disabled === true;
  const told = (widget as unknown) !== undefined;
  const open = (told ? value === true : own) && !props.disabled;
  const set = (next: boolean) => (told ? setValue(next) : setOwn(next));
  const anchor = useRef<HTMLSpanElement>(null);
  const tooltip = useTooltip<HTMLSpanElement>(help && !open && <Markdown source={help} />);
  return (
    <Box node={node} className={styles.box}>
      <span {...tooltip.props} className={styles.anchor}>
        <span ref={anchor} className={styles.anchor}>
          <Button
            kind={type}
            stretch={width !== undefined && width !== "content"}
            disabled={off}
            testid="stPopoverButton"
            aria-haspopup="dialog"
            aria-expanded={open}
            onClick={() => set(!open)}
          >
            {icon && <Icon icon={icon} />}
            <span className={wrap === false ? styles.oneLine : undefined}>
              <InlineMarkdown source={label} links={false} />
            </span>
            <Glyph name="down" size={1} className={classes(styles.chevron, open && styles.up)} />
          </Button>
        </span>
      </span>
      {tooltip.bubble}
      <Panel open={open} anchor={anchor} label={label} onClose={() => set(false)}>
        {children}
      </Panel>
    </Box>
  );
}

/** Stays in the page once it was open, so that half-typed text outlives a closed panel. */
function Panel(props: { open: boolean; anchor: RefObject<HTMLElement | null>; label: string; onClose(): void; children: ReactNode }): ReactNode {
  const { open, anchor, label, onClose, children } = props;
  const own = useRef<HTMLDivElement>(null);
  const [wasOpen, setWasOpen] = useState(open);
  const close = useLatest(onClose);
  if (open && !wasOpen) setWasOpen(true);
  useEffect(() => {
    const panel = own.current;
    const button = anchor.current;
    if (!open || !panel || !button) return undefined;
    return show(panel, button, () => close.current());
  }, [open, anchor, close]);
  if (!wasOpen) return null;
  return (
    <div ref={own} popover="manual" className={classes(styles.panel, "rv-nested")} role="dialog" aria-label={label} data-testid="stPopoverBody">
      <div className="rv-block stVerticalBlock" data-testid="stVerticalBlock" data-direction="vertical">
        {children}
      </div>
    </div>
  );
}

/** Opens the panel beside its button; Escape and a press elsewhere ask for it to be closed. Returns what closes it. */
function show(panel: HTMLElement, button: HTMLElement, close: () => void): () => void {
  panel.style.minWidth = `max(min(20rem, calc(100vw - 1rem)), ${button.offsetWidth}px)`;
  panel.showPopover();
  const end = keepNear(button, panel, { side: "bottom", align: "start" });
  const onPress = (event: PointerEvent) => {
    const at = event.target as Element;
    // What is pressed in a dialog or a toast is not beside the panel but above it.
    if (!panel.contains(at) && !button.contains(at) && !at.closest("dialog, .stToast")) close();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (panel.querySelector("[popover]:popover-open") || document.querySelector("dialog[open]")?.contains(panel) === false) return;
    event.preventDefault();
    close();
    button.querySelector("button")?.focus();
  };
  document.addEventListener("pointerdown", onPress, true);
  document.addEventListener("keydown", onKey, true);
  return () => {
    end();
    document.removeEventListener("pointerdown", onPress, true);
    document.removeEventListener("keydown", onKey, true);
    // A field that has the focus must hear that it lost it while it is still there.
    if (panel.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
    panel.hidePopover();
  };
}

export const popoverView = view<Popover>("popover", PopoverView);
