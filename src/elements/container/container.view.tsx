import type { CSSProperties, ReactNode } from "react";
import type { Kind } from "../../protocol/kind.ts";
import { classes } from "../../ui/key-class.ts";
import { useStickToEnd } from "../../ui/stick-to-end.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { ContainerProps } from "./container.ts";
import styles from "./container.module.css";

type Container = Kind<"container", ContainerProps>;

const GAPS: Record<string, string> = {
  none: "0",
  xxsmall: "0.25rem",
  xsmall: "0.5rem",
  small: "1rem",
  medium: "2rem",
  large: "4rem",
  xlarge: "6rem",
  xxlarge: "8rem",
};

/** A gap as CSS: a name of the scale, pixels, or none. */
export function gapOf(gap: string | number | null | undefined): string {
  if (gap === null) return "0";
  return typeof gap === "number" ? `${gap}px` : (GAPS[gap ?? "small"] ?? "1rem");
}

const ENDS: Record<string, string> = { left: "start", top: "start", right: "end", bottom: "end", center: "center", distribute: "distribute" };

function ContainerView({ node, props, children }: ViewProps<Container>): ReactNode {
  const { border, height, gap, direction = "vertical", autoscroll } = props;
  const horizontal = direction === "horizontal";
  const scrolls = typeof height === "number";
  const own = useStickToEnd<HTMLDivElement>(children, (box) => scrolls && (autoscroll ?? box.querySelector('[data-testid="stChatMessage"]') !== null));
  const across = horizontal ? props.verticalAlignment : props.horizontalAlignment;
  const along = horizontal ? props.horizontalAlignment : props.verticalAlignment;
  const { attributes } = node;
  const testid = horizontal ? "stHorizontalBlock" : "stVerticalBlock";
  return (
    <div
      {...attributes}
      ref={own}
      className={classes(attributes.className, testid, "rv-block", border && styles.border, scrolls && styles.scrolls)}
      style={{ ...attributes.style, "--gap": gapOf(gap) } as CSSProperties}
      data-testid={testid}
      data-direction={direction}
      data-border={border || undefined}
      data-across={across ? ENDS[across] : undefined}
      data-along={along ? ENDS[along] : undefined}
      // A scrolling region must be reachable by keyboard.
      tabIndex={scrolls ? 0 : undefined}
    >
      {children}
    </div>
  );
}

export const containerView = view<Container>("container", ContainerView);
