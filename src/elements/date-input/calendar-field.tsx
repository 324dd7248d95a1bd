import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { afterPress } from "../../ui/after-press.ts";
import { Box } from "../../ui/box.tsx";
import { FieldError, invalid } from "../../ui/field-error.tsx";
import field from "../../ui/field.module.css";
import { useFieldCheck } from "../../ui/forms.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Label, type LabelledProps, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { Popover } from "../../ui/popover.tsx";
import type { ViewNode, WidgetFacts } from "../../ui/view.ts";

/** What the panel of an open field may do. */
export interface Panel {
  /** True when the keyboard opened it. */
  takesFocus: boolean;
  /** For when something was picked. */
  close(): void;
}

/** A text field with a panel to pick from below it. What is typed counts on Enter and when the field is left. */
export function CalendarField(props: {
  node: ViewNode;
  of: LabelledProps & { required?: boolean | undefined; widget: WidgetFacts };
  /** What a required field still lacks. */
  lacks: string | undefined;
  disabled: boolean;
  shown: string;
  placeholder: string;
  testid: string;
  openLabel: string;
  panelLabel: string;
  /** Takes the typed text as the value, or tells what is wrong with it. */
  onText(text: string): string | undefined;
  /** Takes the value back; absent where there is nothing to take back. */
  onClear?: (() => void) | undefined;
  /** The panel was left without picking all there is to pick. */
  onClosed?(): void;
  renderPanel(panel: Panel): ReactNode;
}): ReactNode {
  const { node, of, disabled, shown, placeholder, testid, onText, onClear, onClosed } = props;
  const ids = useLabelled();
  const group = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<"no" | "pointer" | "keys">("no");
  const [draft, setDraft] = useState<string | null>(null);
  const [misread, setMisread] = useState<string>();
  const check = useFieldCheck(of.widget.form, disabled ? undefined : (misread ?? (of.required ? props.lacks : undefined)), input);
  const wrong = misread ?? check.wrong;
  const [seen, setSeen] = useState(shown);
  const drop = () => {
    setDraft(null);
    setMisread(undefined);
  };
  if (seen !== shown) {
    setSeen(shown);
    drop();
  }
  const close = () => {
    if (open !== "no") onClosed?.();
    setOpen("no");
  };
  const closeToField = () => {
    close();
    input.current?.focus();
  };
  const pickedAndClosed = () => {
    drop();
    setOpen("no");
    input.current?.focus();
  };
  const commit = () => {
    if (draft === null) return;
    const error = onText(draft);
    if (error === undefined) drop();
    else afterPress(() => setMisread(error));
  };
  const clear = () => {
    drop();
    onClear?.();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      commit();
      close();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      setOpen("keys");
    } else if (event.key === "Escape" && open === "no") {
      if (draft !== null) drop();
      else clear();
    }
  };
  return (
    <Box node={node} className={field.box}>
      <Label of={of} htmlFor={ids.control} id={ids.label} disabled={disabled} />
      <div
        ref={group}
        className={field.group}
        data-disabled={disabled || undefined}
        data-wrong={wrong !== undefined || undefined}
        onBlur={(event) => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget)) {
            commit();
            if (event.relatedTarget) close();
          }
        }}
      >
        <input
          ref={input}
          id={ids.control}
          className={field.input}
          data-testid={testid}
          type="text"
          role="combobox"
          aria-haspopup="dialog"
          aria-expanded={open !== "no"}
          aria-controls={open === "no" ? undefined : ids.hint}
          {...invalid(ids.error, wrong)}
          aria-required={of.required}
          autoComplete="off"
          inputMode="numeric"
          value={draft ?? shown}
          placeholder={placeholder}
          disabled={disabled}
          onClick={() => setOpen("pointer")}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKey}
        />
        {onClear && !disabled && (
          <button type="button" className={field.inside} tabIndex={-1} aria-label={t("clear")} onClick={clear}>
            <Glyph name="close" size={1} />
          </button>
        )}
        <button
          type="button"
          className={field.inside}
          aria-label={props.openLabel}
          disabled={disabled}
          onClick={() => (open === "no" ? setOpen("keys") : closeToField())}
        >
          <Icon icon=":material/calendar_month:" />
        </button>
      </div>
      <FieldError id={ids.error} text={wrong} />
      {open !== "no" && (
        <Popover anchor={group} onClose={closeToField} role="dialog" label={props.panelLabel} id={ids.hint}>
          {props.renderPanel({ takesFocus: open === "keys", close: pickedAndClosed })}
        </Popover>
      )}
    </Box>
  );
}

/** The viewer's own day: where they are, not where the server is. */
export function todayHere(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
