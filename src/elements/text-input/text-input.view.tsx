import { type KeyboardEvent, type ReactNode, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { checkText } from "../../ui/check-text.ts";
import { useDraft } from "../../ui/draft.ts";
import field from "../../ui/field.module.css";
import { useForm } from "../../ui/forms.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { InputHint } from "../../ui/input-hint.tsx";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { TextInput } from "./text-input.ts";

const NATIVE = { default: "text", password: "password", email: "email", url: "url", phone: "tel", search: "search" } as const;

function TextInputView({ node, props, value, setValue, disabled }: ViewProps<typeof TextInput>): ReactNode {
  const { maxChars, type, placeholder, autocomplete, icon, live, widget } = props;
  const ids = useLabelled();
  const form = useForm(widget.form);
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const isLive = live !== undefined && !form;
  const take = (text: string, debounce = 0) => {
    const error = checkText(text, props);
    // A text never touched is not held against anybody.
    setWrong(error);
    if (error === undefined) setValue(text, { debounce });
  };
  const draft = useDraft(value ?? "", take);
  const change = (text: string) => {
    draft.change(text);
    if (form) setValue(text);
    else if (live !== undefined) take(text, live);
    else if (wrong !== undefined) setWrong(checkText(text, props));
    if (type === "search" && text === "" && !form) take("");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if (form) setWrong(checkText(draft.text, props));
    else draft.commit();
    if (form?.enterSubmits && checkText(draft.text, props) === undefined) form.submit();
  };
  const onLeave = () => {
    if (form) setWrong(checkText(draft.text, props));
    else draft.commit();
  };
  return (
    <Box node={node} className={field.box}>
      <Label of={props} htmlFor={ids.control} disabled={disabled} />
      <div className={field.group} data-disabled={disabled || undefined} data-wrong={wrong !== undefined || undefined} data-testid="stTextInputRootElement">
        {icon && <Icon icon={icon} className={field.icon} />}
        <input
          id={ids.control}
          className={field.input}
          type={type === "password" && open ? "text" : NATIVE[type]}
          value={draft.text}
          placeholder={placeholder}
          autoComplete={autocomplete ?? "off"}
          maxLength={maxChars}
          disabled={disabled}
          aria-describedby={ids.hint}
          aria-invalid={wrong !== undefined || undefined}
          aria-required={props.required}
          onChange={(event) => change(event.target.value)}
          onBlur={onLeave}
          onKeyDown={onKey}
        />
        {type === "password" && (
          <button
            type="button"
            className={field.inside}
            disabled={disabled}
            aria-label={t(open ? "hidePassword" : "showPassword")}
            aria-pressed={open}
            onClick={() => setOpen(!open)}
          >
            <Glyph name={open ? "eyeOff" : "eye"} />
          </button>
        )}
      </div>
      {wrong !== undefined && (
        <div className={field.wrong} role="alert">
          {wrong}
        </div>
      )}
      <InputHint id={ids.hint} dirty={draft.dirty && !isLive && wrong === undefined} form={form} text={draft.text} maxChars={maxChars} />
    </Box>
  );
}

export const textInputView = view<typeof TextInput>("textInput", TextInputView);
