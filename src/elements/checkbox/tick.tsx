import type { ReactNode } from "react";
import { Box } from "../../ui/box.tsx";
import { cutTitle } from "../../ui/cut-title.ts";
import { classes } from "../../ui/key-class.ts";
import { HelpIcon, useLabelled } from "../../ui/label.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import type { ViewNode } from "../../ui/view.ts";
import type { CheckboxProps } from "./checkbox.ts";
import styles from "./checkbox.module.css";

/** A box to tick, or a switch, with its label behind it. */
export function Tick(props: {
  node: ViewNode;
  of: CheckboxProps;
  look: "check" | "switch";
  isOn: boolean;
  disabled: boolean;
  onChange(isOn: boolean): void;
}): ReactNode {
  const { node, of, look, isOn, disabled, onChange } = props;
  const { label, help, labelVisibility = "visible", wrap } = of;
  const ids = useLabelled();
  return (
    <Box node={node} className={styles.box}>
      <label className={styles.label} data-disabled={disabled || undefined} data-baseweb="checkbox">
        <input
          type="checkbox"
          role={look === "switch" ? "switch" : undefined}
          className={styles[look]}
          checked={isOn}
          disabled={disabled}
          aria-labelledby={ids.label}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span
          id={ids.label}
          {...(wrap === false ? cutTitle : {})}
          className={classes(
            styles.text,
            wrap === false && styles.oneLine,
            labelVisibility === "hidden" && styles.hidden,
            labelVisibility === "collapsed" && "rv-hidden",
          )}
          data-testid="stWidgetLabel"
        >
          <InlineMarkdown source={label} />
        </span>
      </label>
      {help && labelVisibility === "visible" && <HelpIcon help={help} about={label} />}
    </Box>
  );
}
