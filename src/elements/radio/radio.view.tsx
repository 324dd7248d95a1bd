import { type ReactNode, useId } from "react";
import { Box } from "../../ui/box.tsx";
import { Label, useLabelled } from "../../ui/label.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { Radio } from "./radio.ts";
import styles from "./radio.module.css";

function RadioView({ node, props, value, setValue, disabled }: ViewProps<typeof Radio>): ReactNode {
  const { options, captions, horizontal } = props;
  const ids = useLabelled();
  const name = useId();
  // One blank line for all when any has a caption, so that rows stay level.
  const isCaptioned = captions?.some((caption) => caption !== "") ?? false;
  return (
    <Box node={node}>
      <Label of={props} id={ids.label} disabled={disabled} hugs />
      <div
        role="radiogroup"
        aria-labelledby={ids.label}
        aria-disabled={disabled || undefined}
        className={styles.group}
        data-horizontal={horizontal || undefined}
      >
        {options.length === 0 && <span className={styles.none}>{t("noOptions")}</span>}
        {options.map((option, at) => (
          <label key={at} className={styles.option} data-disabled={disabled || undefined} data-baseweb="radio">
            <input type="radio" className={styles.dot} name={name} checked={value === at} disabled={disabled} onChange={() => setValue(at)} />
            <span className={styles.text}>
              <InlineMarkdown source={option} />
              {isCaptioned && (
                <span className={styles.caption} style={{ display: "block" }} data-testid="stCaptionContainer">
                  <InlineMarkdown source={captions?.[at] ?? ""} />
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </Box>
  );
}

export const radioView = view<typeof Radio>("radio", RadioView);
