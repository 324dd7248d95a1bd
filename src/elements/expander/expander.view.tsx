import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { type ViewNode, type ViewProps, view } from "../../ui/view.ts";
import type { Expander } from "./expander.ts";
import styles from "./expander.module.css";

const MOTION = { duration: 350, easing: "cubic-bezier(0.23, 1, 0.32, 1)" };

/** Open and closed, with the way between: `present` is true while anything of the inside can be seen. */
function useFold(expanded: boolean, label: string) {
  const [open, setOpen] = useState(expanded);
  const [present, setPresent] = useState(expanded);
  const [from, setFrom] = useState({ expanded, label });
  const inside = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  if (from.expanded !== expanded || from.label !== label) {
    // Another expander, or another start: the script has the word.
    setFrom({ expanded, label });
    setOpen(expanded);
    setPresent(expanded || open);
  }
  useLayoutEffect(() => {
    const element = inside.current;
    if (first.current || !element) {
      first.current = false;
      return undefined;
    }
    const heights = ["0px", `${element.scrollHeight}px`];
    const frames = { height: open ? heights : heights.reverse(), opacity: open ? [0, 1] : [1, 0] };
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const motion = element.animate(frames, still ? { duration: 0 } : MOTION);
    motion.onfinish = () => {
      if (!open) setPresent(false);
    };
    return () => motion.cancel();
  }, [open]);
  const set = (next: boolean) => {
    if (next) setPresent(true);
    setOpen(next);
  };
  return { open, present, set, inside };
}

function ExpanderView({ node, props, children }: ViewProps<typeof Expander>): ReactNode {
  const { label, expanded = false, icon } = props;
  return (
    <Fold node={node} label={label} expanded={expanded} owner={label} icon={icon && <Icon icon={icon} className={styles.icon} />}>
      {children}
    </Fold>
  );
}

/** A line that opens and closes what is under it. Another `owner`, or another `expanded`, starts it anew. */
export function Fold(props: { node: ViewNode; label: string; expanded: boolean; owner: string; icon?: ReactNode; children: ReactNode }): ReactNode {
  const { node, label, icon, children } = props;
  const { open, present, set, inside } = useFold(props.expanded, props.owner);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    set(!open);
  };
  return (
    <Box node={node} className={styles.box}>
      <details
        className={styles.details}
        open={present}
        // Searching in the page opens it without a click.
        onToggle={(event) => event.currentTarget.open && !present && set(true)}
      >
        <summary className={styles.summary} data-open={open || undefined} onClick={onClick}>
          {icon}
          <span className={styles.label}>
            <InlineMarkdown source={label} />
          </span>
          <Glyph name="down" className={styles.chevron} />
        </summary>
        <div ref={inside} className={styles.clip} data-testid="stExpanderDetails">
          <div className={`rv-block stVerticalBlock ${styles.inside}`} data-testid="stVerticalBlock" data-direction="vertical">
            {children}
          </div>
        </div>
      </details>
    </Box>
  );
}

export const expanderView = view<typeof Expander>("expander", ExpanderView);
