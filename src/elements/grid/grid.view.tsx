import { type CSSProperties, type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { classes } from "../../ui/key-class.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { gapOf } from "../container/container.view.tsx";
import type { Grid, GridCell } from "./grid.ts";
import styles from "./grid.module.css";

const MOST = 24;
const LEAST_WIDTH = 200;

/** How many columns have room. */
function useColumns(columns: number | undefined, least: number, wraps: boolean, gap: string) {
  const own = useRef<HTMLDivElement>(null);
  const [fitting, setFitting] = useState(columns ?? 1);
  useLayoutEffect(() => {
    const element = own.current;
    if (!element || !wraps) return undefined;
    const measure = () => {
      const space = Number.parseFloat(getComputedStyle(element).columnGap) || 0;
      const room = Math.floor((element.clientWidth + space) / (least + space));
      setFitting(Math.max(1, Math.min(columns ?? MOST, room)));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [columns, least, wraps, gap]);
  return { own, count: wraps ? fitting : (columns ?? 1) };
}

function GridView({ node, props, children }: ViewProps<typeof Grid>): ReactNode {
  const { minColumnWidth = LEAST_WIDTH, wrap = true, gap, columnGap = gap, verticalAlignment, border, rowHeight, dense } = props;
  const { own, count } = useColumns(props.columns, minColumnWidth, wrap, gapOf(columnGap));
  const style = {
    "--columns": count,
    "--least": wrap ? "0" : `${minColumnWidth}px`,
    "--row-gap": gapOf(gap),
    "--column-gap": gapOf(columnGap),
    "--row-height": rowHeight === undefined ? "auto" : `${rowHeight}px`,
  } as CSSProperties;
  const scrolls = typeof props.height === "number" || !wrap;
  return (
    <Box node={node} className={classes(styles.box, scrolls && styles.scrolls)} style={style}>
      <div ref={own} className={classes(styles.grid, dense && styles.dense)} {...(scrolls ? { tabIndex: 0, role: "group" } : {})}>
        {children.map((child) => (
          <div
            key={child.key}
            className={classes(styles.cell, border && styles.border, rowHeight !== undefined && styles.fixed)}
            data-align={verticalAlignment}
            data-testid="stGridItem"
            // What scrolls must be reachable by keyboard.
            {...(rowHeight === undefined ? {} : { tabIndex: 0, role: "group" })}
          >
            {child}
          </div>
        ))}
      </div>
    </Box>
  );
}

/** A cell of several elements; how far it reaches is a matter of the item that the grid put around it. */
function GridCellView({ node, props, children }: ViewProps<typeof GridCell>): ReactNode {
  const { columnSpan = 1, rowSpan = 1 } = props;
  const own = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const item = own.current?.parentElement;
    if (!item) return;
    item.style.gridColumn = columnSpan === "all" ? "1 / -1" : `span min(${columnSpan}, var(--columns))`;
    item.style.gridRow = `span ${rowSpan}`;
  }, [columnSpan, rowSpan]);
  return (
    <Box node={node} ref={own} className={styles.several}>
      <div className="rv-block stVerticalBlock" data-testid="stVerticalBlock" data-direction="vertical">
        {children}
      </div>
    </Box>
  );
}

export const gridView = view<typeof Grid>("grid", GridView);
export const gridCellView = view<typeof GridCell>("gridCell", GridCellView);
