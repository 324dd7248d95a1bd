import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { checkText } from "../../ui/check-text.ts";
import { useDraft } from "../../ui/draft.ts";
import field from "../../ui/field.module.css";
import { FieldError, invalid } from "../../ui/field-error.tsx";
import { useFieldCheck, useForm } from "../../ui/forms.ts";
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
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const isLive = live !== undefined && !form;
  const take = (text: string, debounce = 0) => {
    if (checkText(text, props) === undefined) setValue(text, { debounce });
    else ask();
  };
  const draft = useDraft(value ?? "", take);
  const { wrong, ask } = useFieldCheck(widget.form, disabled ? undefined : checkText(draft.text, props), input);
  const change = (text: string) => {
    draft.change(text);
    if (form) setValue(text);
    else if (live !== undefined) take(text, live);
    if (type === "search" && text === "" && !form) take("");
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if (!form) draft.commit();
    else if (form.enterSubmits) form.submit();
    else ask();
  };
  const onLeave = () => {
    if (!form) draft.commit();
    // A field passed by is not held against anybody.
    else if (draft.text !== "") ask();
  };
  return (
    <Box node={node} className={field.box}>
      <Label of={props} htmlFor={ids.control} disabled={disabled} />
      <div className={field.group} data-disabled={disabled || undefined} data-wrong={wrong !== undefined || undefined} data-testid="stTextInputRootElement">
        {icon && <Icon icon={icon} className={field.icon} />}
        <input
          ref={input}
          id={ids.control}
          className={field.input}
          type={type === "password" && open ? "text" : NATIVE[type]}
          value={draft.text}
          placeholder={placeholder}
          autoComplete={autocomplete ?? "off"}
          maxLength={maxChars}
          disabled={disabled}
          aria-describedby={ids.hint}
          {...invalid(ids.error, wrong)}
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
      <FieldError id={ids.error} text={wrong} />
      <InputHint id={ids.hint} dirty={draft.dirty && !isLive && wrong === undefined} form={form} text={draft.text} maxChars={maxChars} />
    </Box>
  );
}

export const textInputView = view<typeof TextInput>("textInput", TextInputView);
