import { type ReactNode, useId } from "react";
import { Glyph } from "./glyphs.tsx";
import { classes } from "./key-class.ts";
import styles from "./label.module.css";
import { InlineMarkdown, Markdown } from "./markdown/markdown.tsx";
import { t } from "./messages.ts";
import { useTooltip } from "./tooltip.tsx";

export type LabelVisibility = "visible" | "hidden" | "collapsed";

/** Props that bear a label. */
export interface LabelledProps {
  label: string;
  help?: string | undefined;
  labelVisibility?: LabelVisibility | undefined;
}

/** A question mark that explains what it stands beside. `about` names it for screen readers. */
export function HelpIcon({ help, about }: { help: string; about?: string | undefined }): ReactNode {
  const tooltip = useTooltip<HTMLButtonElement>(<Markdown source={help} />, { explains: true });
  return (
    <span className={styles.help} data-testid="stTooltipIcon">
      <button type="button" className={styles.helpButton} aria-label={about ? t("helpFor", { label: about }) : t("help")} {...tooltip.props}>
        <Glyph name="help" size={1} />
      </button>
      {tooltip.bubble}
    </span>
  );
}

/**
 * The label row above a control: Markdown in one line, help at its end. Hidden keeps the space, collapsed does not;
 * both still name the control. With `hugs` the help follows the text, for controls no wider than what they hold. Give `htmlFor` for one native control, `id` to name a group with `aria-labelledby`.
 */
export function Label(props: { of: LabelledProps & { width?: unknown }; htmlFor?: string; id?: string; disabled?: boolean; hugs?: boolean }): ReactNode {
  const { of, htmlFor, id, disabled, hugs } = props;
  const visibility = of.labelVisibility ?? "visible";
  const text = (
    <span className={styles.text}>
      <InlineMarkdown source={of.label} />
    </span>
  );
  return (
    <div
      className={classes(
        styles.row,
        visibility === "hidden" && styles.hidden,
        visibility === "collapsed" && "rv-hidden",
        hugs && of.width !== "stretch" && styles.hugs,
      )}
      data-testid="stWidgetLabel"
      data-disabled={disabled || undefined}
    >
      {htmlFor ? (
        <label htmlFor={htmlFor} id={id}>
          {text}
        </label>
      ) : (
        <span id={id}>{text}</span>
      )}
      {of.help && visibility === "visible" && <HelpIcon help={of.help} about={of.label} />}
    </div>
  );
}

/**
 * Ids that tie a label to its control.
 * @example const ids = useLabelled(); <Label of={props} htmlFor={ids.control} id={ids.label} />; <input id={ids.control} />
 */
export function useLabelled(): { label: string; control: string; hint: string; error: string } {
  const id = useId();
  return { label: `${id}l`, control: `${id}c`, hint: `${id}h`, error: `${id}e` };
}
