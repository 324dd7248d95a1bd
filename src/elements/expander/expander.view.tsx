import { type MouseEvent, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { type ViewNode, type ViewProps, view } from "../../ui/view.ts";
import type { Kind } from "../../protocol/kind.ts";
import type { ExpanderProps } from "./expander.ts";
import styles from "./expander.module.css";

/** Where the script hears whether it is open, that is its value. */
type Expander = Kind<"expander", ExpanderProps, boolean>;

const MOTION = { duration: 500, easing: "cubic-bezier(0.23, 1, 0.32, 1)" };

/** Whether it is open, where the script hears of it. */
interface OpenState {
  open: boolean;
  set(open: boolean): void;
}

/** Open and closed, with the way between: `present` is true while anything of the inside can be seen. */
function useFold(start: boolean, label: string, state: OpenState | undefined) {
  // Where the script hears of it, it also has the last word.
  const expanded = state?.open ?? start;
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
    state?.set(next);
  };
  return { open, present, set, inside };
}

function ExpanderView({ node, props, value, setValue, children }: ViewProps<Expander>): ReactNode {
  const { label, expanded = false, icon, type } = props;
  const state = (props.widget as unknown) === undefined ? undefined : { open: value ?? expanded, set: setValue };
  return (
    <Fold node={node} label={label} expanded={expanded} owner={label} type={type} state={state} icon={icon && <Icon icon={icon} className={styles.icon} />}>
      {children}
    </Fold>
  );
}

/** A line that opens and closes what is under it. Another `owner`, or another `expanded`, starts it anew. */
export function Fold(props: {
  node: ViewNode;
  label: string;
  expanded: boolean;
  owner: string;
  type?: "compact" | "step" | undefined;
  state?: OpenState | undefined;
  icon?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { node, label, icon, type, state, children } = props;
  const { open, present, set, inside } = useFold(props.expanded, props.owner, state);
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    set(!open);
  };
  return (
    <Box node={node} className={classes(styles.box, type === "step" && styles.stepBox)}>
      <details
        className={classes(styles.details, type && styles[type])}
        open={present}
        // Searching in the page opens it without a click.
        onToggle={(event) => event.currentTarget.open && !present && set(true)}
      >
        <summary className={styles.summary} data-open={open || undefined} onClick={onClick}>
          {type === "step" ? <span className={styles.mark}>{icon || <span className={styles.dot} />}</span> : icon}
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

export const expanderView = view<Expander>("expander", ExpanderView);
