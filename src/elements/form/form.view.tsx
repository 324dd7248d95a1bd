import type { ReactNode } from "react";
import { useFormBlock } from "../../ui/forms.ts";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { ButtonView } from "../button/button.view.tsx";
import type { Form, FormSubmitButton } from "./form.ts";
import styles from "./form.module.css";

function FormView({ node, props, children }: ViewProps<typeof Form>): ReactNode {
  const { form, clearOnSubmit = false, enterToSubmit = true, border, height } = props;
  const scrolls = typeof height === "number";
  const status = useFormBlock(form, { clearOnSubmit, enterToSubmit });
  const { attributes } = node;
  return (
    <div
      {...attributes}
      className={classes(attributes.className, "rv-block", border && styles.border, scrolls && styles.scrolls)}
      data-testid="stForm"
      data-border={border || undefined}
      // A scrolling region must be reachable by keyboard.
      tabIndex={scrolls ? 0 : undefined}
    >
      {children}
      {status.lacksButton && (
        <p className={styles.missing} role="alert">
          {t("missingSubmit")}
        </p>
      )}
    </div>
  );
}

export const formView = view<typeof Form>("form", FormView);
export const formSubmitButtonView = view<typeof FormSubmitButton>("formSubmitButton", ButtonView);
