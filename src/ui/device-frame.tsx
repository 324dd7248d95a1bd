import type { ReactNode } from "react";
import { Box } from "./box.tsx";
import styles from "./device-frame.module.css";
import { FieldError } from "./field-error.tsx";
import { classes } from "./key-class.ts";
import { Label, type LabelledProps, useLabelled } from "./label.tsx";
import type { ViewNode } from "./view.ts";

/** A widget that records the viewer: its label, the frame around its parts, and what went wrong. */
export function DeviceFrame(props: {
  node: ViewNode;
  of: LabelledProps;
  disabled: boolean;
  error: string | undefined;
  className: string | undefined;
  /** True while it records. */
  isLive?: boolean;
  testid?: string;
  /** Below the frame. */
  note?: ReactNode;
  children: ReactNode;
}): ReactNode {
  const { node, of, disabled, error, className, isLive, testid, note, children } = props;
  const ids = useLabelled();
  return (
    <Box node={node}>
      <Label of={of} id={ids.label} disabled={disabled} />
      <div
        className={classes(styles.frame, className)}
        role="group"
        aria-labelledby={ids.label}
        aria-disabled={disabled || undefined}
        data-disabled={disabled || undefined}
        data-live={isLive || undefined}
        data-testid={testid}
      >
        {children}
      </div>
      {note}
      <FieldError id={ids.error} text={error} />
    </Box>
  );
}
