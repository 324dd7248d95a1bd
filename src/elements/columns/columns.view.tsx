import type { CSSProperties, ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { classes } from "../../ui/key-class.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { gapOf } from "../container/container.view.tsx";
import type { Column, ColumnsKind } from "./columns.ts";
import styles from "./columns.module.css";

function ColumnsView({ node, props, children }: ViewProps<typeof ColumnsKind>): ReactNode {
  return (
    <Box node={node} className={styles.columns} style={{ "--columns-gap": gapOf(props.gap) } as CSSProperties}>
      {children}
    </Box>
  );
}

function ColumnView({ node, props, children }: ViewProps<typeof Column>): ReactNode {
  const { weight, border, verticalAlignment } = props;
  return (
    <Box node={node} className={classes(styles.column, border && styles.border)} style={{ "--share": weight } as CSSProperties}>
      <div
        className={classes("rv-block stVerticalBlock", styles.inside)}
        data-testid="stVerticalBlock"
        data-direction="vertical"
        data-align={verticalAlignment}
      >
        {children}
      </div>
    </Box>
  );
}

export const columnsView = view<typeof ColumnsKind>("columns", ColumnsView, { testid: "stHorizontalBlock" });
export const columnView = view<typeof Column>("column", ColumnView);
