import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from "react";
import { Box } from "../../ui/box.tsx";
import { checkText } from "../../ui/check-text.ts";
import { useDraft } from "../../ui/draft.ts";
import field from "../../ui/field.module.css";
import { FieldError, invalid } from "../../ui/field-error.tsx";
import { useFieldCheck, useForm } from "../../ui/forms.ts";
import { showShortcut } from "../../ui/hooks.ts";
import { InputHint } from "../../ui/input-hint.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { TextArea } from "./text-area.ts";
import styles from "./text-area.module.css";

function TextAreaView({ node, props, value, setValue, disabled }: ViewProps<typeof TextArea>): ReactNode {
  const { maxChars, placeholder, height, required, widget } = props;
  const ids = useLabelled();
  const form = useForm(widget.form);
  const area = useRef<HTMLTextAreaElement>(null);
  const take = (text: string) => {
    if (checkText(text, { required }) === undefined) setValue(text);
    else ask();
  };
  const draft = useDraft(value ?? "", take);
  const { wrong, ask } = useFieldCheck(widget.form, disabled ? undefined : checkText(draft.text, { required }), area);
  const grows = height === "content" || height === "stretch";
  useGrowth(area, draft.text, grows);
  const change = (text: string) => {
    draft.change(text);
    if (form) setValue(text);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!form) draft.commit();
    else if (form.enterSubmits) form.submit();
  };
  return (
    <Box node={node} className={classes(field.box, styles.box)}>
      <Label of={props} htmlFor={ids.control} disabled={disabled} />
      <div
        className={classes(field.group, styles.group)}
        data-disabled={disabled || undefined}
        data-wrong={wrong !== undefined || undefined}
        data-fixed={typeof height === "number" || height === "stretch" || undefined}
        data-testid="stTextAreaRootElement"
      >
        <textarea
          ref={area}
          id={ids.control}
          className={classes(styles.area, grows && styles.grows)}
          rows={3}
          value={draft.text}
          placeholder={placeholder}
          maxLength={maxChars}
          disabled={disabled}
          aria-describedby={ids.hint}
          {...invalid(ids.error, wrong)}
          aria-required={required}
          onChange={(event) => change(event.target.value)}
          onBlur={() => !form && draft.commit()}
          onKeyDown={onKey}
        />
      </div>
      <FieldError id={ids.error} text={wrong} />
      <InputHint
        id={ids.hint}
        dirty={draft.dirty && wrong === undefined}
        form={form}
        text={draft.text}
        maxChars={maxChars}
        apply={t("pressModEnterToApply", { keys: showShortcut("mod+enter") })}
        submit={t("pressModEnterToSubmit", { keys: showShortcut("mod+enter") })}
      />
    </Box>
  );
}

/** Lets the field grow with its text where the style sheet alone cannot. */
function useGrowth(area: { current: HTMLTextAreaElement | null }, text: string, grows: boolean): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (!grows || !element || CSS.supports("field-sizing", "content")) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [area, text, grows]);
}

export const textAreaView = view<typeof TextArea>("textArea", TextAreaView);
