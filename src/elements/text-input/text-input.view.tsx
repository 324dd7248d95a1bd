import { type KeyboardEvent, type ReactNode, useState } from "react";
import type { Kind } from "../../protocol/kind.ts";
import { Box } from "../../ui/box.tsx";
import { useForm } from "../../ui/forms.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Label, type LabelledProps, useLabelled } from "../../ui/label.tsx";
import { InputHint } from "../../ui/input-hint.tsx";
import { t } from "../../ui/messages.ts";
import { useDraft } from "../../ui/draft.ts";
import { type ViewProps, view, type WidgetFacts } from "../../ui/view.ts";
import field from "../../ui/field.module.css";

interface TextInputProps extends LabelledProps {
  maxChars?: number;
  type: "default" | "password" | "email" | "url" | "tel" | "search";
  placeholder?: string;
  autocomplete?: string;
  icon?: string;
  live?: boolean;
  widget: WidgetFacts;
}

type TextInput = Kind<"textInput", TextInputProps, string | null>;

/** Milliseconds a live field waits for the next letter. */
const LIVE_PAUSE = 200;

function TextInputView({ node, props, value, setValue, disabled }: ViewProps<TextInput>): ReactNode {
  const { maxChars, type, placeholder, autocomplete, icon, widget } = props;
  const ids = useLabelled();
  const form = useForm(widget.form);
  const live = props.live ?? widget.live ?? false;
  const draft = useDraft(value ?? "", (text) => setValue(text));
  const [open, setOpen] = useState(false);
  const change = (text: string) => {
    draft.change(text);
    if (form) setValue(text);
    else if (live) setValue(text, { debounce: LIVE_PAUSE });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    draft.commit();
    if (form?.enterSubmits) form.submit();
  };
  return (
    <Box node={node} className={field.box}>
      <Label of={props} htmlFor={ids.control} disabled={disabled} />
      <div className={field.group} data-disabled={disabled || undefined} data-testid="stTextInputRootElement">
        {icon && <Icon icon={icon} className={field.icon} />}
        <input
          id={ids.control}
          className={field.input}
          type={type === "password" ? (open ? "text" : "password") : type === "default" ? "text" : type}
          value={draft.text}
          placeholder={placeholder}
          autoComplete={autocomplete ?? (type === "password" ? "new-password" : "off")}
          maxLength={maxChars}
          disabled={disabled}
          aria-describedby={ids.hint}
          onChange={(event) => change(event.target.value)}
          onBlur={draft.commit}
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
      <InputHint id={ids.hint} dirty={draft.dirty && !live} form={form} text={draft.text} maxChars={maxChars} />
    </Box>
  );
}

export const textInputView = view<TextInput>("textInput", TextInputView);
