import type { ReactNode } from "react";
import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { useRoving } from "../../ui/roving.ts";
import type { ViewProps } from "../../ui/view.ts";
import styles from "./button-group.module.css";
import type { ButtonGroupProps, ButtonGroupValue } from "./button-group.ts";

/** A row of buttons of which one, or several, are pressed. */
export function ButtonGroup(view: ViewProps<Kind<string, ButtonGroupProps, ButtonGroupValue>> & { look: "pills" | "segments" }): ReactNode {
  const { node, props, value, setValue, disabled, look } = view;
  const { options, multi = false, required = false, wrap } = props;
  const ids = useLabelled();
  const chosen = Array.isArray(value) ? value : typeof value === "number" ? [value] : [];
  const row = useRoving(chosen[0] ?? 0);
  const press = (at: number) => {
    if (multi) setValue(chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at].toSorted((a, b) => a - b));
    else if (!chosen.includes(at)) setValue(at);
    else if (!required) setValue(null);
  };
  return (
    <Box node={node}>
      <Label of={props} id={ids.label} disabled={disabled} hugs />
      {options.length === 0 && <span className={styles.none}>{t("noOptions")}</span>}
      <div
        {...row.props}
        role={multi ? "toolbar" : "radiogroup"}
        aria-labelledby={ids.label}
        aria-disabled={disabled || undefined}
        aria-required={required || undefined}
        className={classes(styles.row, styles[look])}
        data-stretch={(props.width !== undefined && props.width !== "content") || undefined}
        data-wrap={wrap === false ? "false" : undefined}
      >
        {options.map((option, at) => {
          const isChosen = chosen.includes(at);
          return (
            <button
              // An option is its place.
              key={at}
              type="button"
              className={styles.button}
              {...(multi ? { "aria-pressed": isChosen } : { role: "radio", "aria-checked": isChosen })}
              data-testid={`stBaseButton-${look === "pills" ? "pills" : "segmented_control"}${isChosen ? "Active" : ""}`}
              tabIndex={row.tabIndex(at)}
              disabled={disabled}
              onClick={() => press(at)}
            >
              <span>
                <InlineMarkdown source={option} links={false} />
              </span>
            </button>
          );
        })}
      </div>
    </Box>
  );
}
