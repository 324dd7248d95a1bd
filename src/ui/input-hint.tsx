import type { ReactNode } from "react";
import styles from "./input-hint.module.css";
import { classes } from "./key-class.ts";
import { t } from "./messages.ts";
import type { FormStatus } from "./page.ts";

/** The small line under a text field: how to apply what was typed, and how many characters are left. */
export function InputHint(props: {
  id: string;
  dirty: boolean;
  form: FormStatus | null;
  text: string;
  maxChars?: number | undefined;
  /** What applies the text; default is Enter. */
  apply?: string;
  /** What submits the form; default is Enter. */
  submit?: string;
}): ReactNode {
  const { id, dirty, form, text, maxChars, apply, submit } = props;
  const hint = form ? form.enterSubmits && form.pending && (submit ?? t("pressEnterToSubmit")) : dirty && (apply ?? t("pressEnterToApply"));
  const full = maxChars !== undefined && text.length >= maxChars;
  const counted = maxChars !== undefined && (dirty || text.length > 0);
  return (
    <div id={id} className={classes(styles.hint, "stWidgetInstructions")} data-testid="InputInstructions">
      {hint && <span className={classes(form && styles.submit)}>{hint}</span>}
      {counted && <span className={classes(full && styles.full)}>{`${text.length}/${maxChars}`}</span>}
    </div>
  );
}
