import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { FieldError, invalid } from "../../ui/field-error.tsx";
import field from "../../ui/field.module.css";
import { decimalsOf, formatNumber } from "../../ui/format.ts";
import { useFieldCheck, useForm } from "../../ui/forms.ts";
import { useLatest } from "../../ui/hooks.ts";
import { Icon } from "../../ui/icon.tsx";
import { InputHint } from "../../ui/input-hint.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import type { NumberInput, NumberInputProps } from "./number-input.ts";
import styles from "./number-input.module.css";

/** A number as its field shows it: at least as many decimals as the step has, never fewer than the number needs. */
function textOf(value: number | null, { format, step, whole }: NumberInputProps): string {
  if (value === null) return "";
  if (format) return formatNumber(value, format);
  if (whole) return String(value);
  const text = value.toFixed(Math.min(10, decimalsOf(step)));
  return Number(text) === value ? text : String(value);
}

const between = (value: number, { min, max }: NumberInputProps) => Math.min(max ?? Infinity, Math.max(min ?? -Infinity, value));

const isOutside = (text: string, { min, max }: NumberInputProps) =>
  Number(text) > (max ?? Infinity) || (text.trim() !== "" && Number(text) < (min ?? -Infinity));

/** Adding steps must not add the noise of binary fractions. */
const sum = (value: number, change: number) => Number((value + change).toPrecision(15));

function NumberInputView({ node, props, value, setValue, disabled }: ViewProps<typeof NumberInput>): ReactNode {
  const { min, max, step, whole, placeholder, icon, label, initial, required, widget } = props;
  const ids = useLabelled();
  const form = useForm(widget.form);
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const stands = value === undefined ? initial : value;
  /** In a form: what stood before somebody began to type. */
  const before = useRef(stands);
  const isEmpty = draft === null ? stands === null : draft.trim() === "" && !input.current?.validity.badInput;
  const isFault = draft !== null && (input.current?.validity.badInput || isOutside(draft, props));
  const lacks = required && isEmpty ? t("enterValue") : isFault ? input.current?.validationMessage : undefined;
  const { wrong, ask } = useFieldCheck(widget.form, disabled ? undefined : lacks, input);
  // Many clicks may come before the next render.
  const newest = useLatest({ value: stands });
  const set = (next: number | null) => {
    newest.current.value = next;
    setDraft(null);
    input.current?.setCustomValidity("");
    if (next !== stands) setValue(next);
  };
  const commit = () => {
    const element = input.current;
    if (draft === null || !element) return true;
    if (!element.checkValidity()) {
      ask();
      return false;
    }
    if (element.value.trim() !== "") set(whole ? Math.trunc(Number(element.value)) : Number(element.value));
    else if (required) ask();
    else set(initial);
    return true;
  };
  const move = (way: 1 | -1) => {
    const typed = draft === null || draft.trim() === "" ? newest.current.value : Number(draft);
    set(between(typed === null || Number.isNaN(typed) ? (min ?? 0) : sum(typed, way * step), props));
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      move(event.key === "ArrowUp" ? 1 : -1);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      if (!commit()) input.current?.reportValidity();
      else if (form?.enterSubmits) form.submit();
    } else if (event.key === "Escape" && draft !== null) {
      setDraft(null);
      if (form) setValue(before.current);
    }
  };
  const change = (text: string) => {
    if (draft === null) before.current = stands;
    setDraft(text);
    if (!form || text.trim() === "") return;
    // What was typed on the way to a number that cannot be taken is nobody's wish.
    if (!input.current?.checkValidity()) setValue(before.current);
    else setValue(whole ? Math.trunc(Number(text)) : Number(text));
  };
  const text = draft ?? textOf(stands, props);
  const steppers = [
    { way: -1, sign: "−", name: "decrease", testid: "stNumberInputStepDown", atEnd: stands !== null && min !== undefined && stands <= min },
    { way: 1, sign: "+", name: "increase", testid: "stNumberInputStepUp", atEnd: stands !== null && max !== undefined && stands >= max },
  ] as const;
  return (
    <Box node={node} className={field.box}>
      <Label of={props} htmlFor={ids.control} disabled={disabled} />
      <div className={field.group} data-disabled={disabled || undefined} data-wrong={wrong !== undefined || undefined} data-testid="stNumberInputContainer">
        {icon && <Icon icon={icon} className={field.icon} />}
        <input
          ref={input}
          id={ids.control}
          className={classes(field.input, styles.input)}
          data-testid="stNumberInputField"
          type="number"
          inputMode={whole && (min ?? -1) >= 0 ? "numeric" : "decimal"}
          min={min}
          max={max}
          step="any"
          value={text}
          placeholder={placeholder}
          disabled={disabled}
          aria-describedby={ids.hint}
          {...invalid(ids.error, wrong)}
          aria-required={required}
          onChange={(event) => change(event.target.value)}
          onBlur={commit}
          onKeyDown={onKey}
          // A wheel over a focused field would change it by accident.
          onWheel={(event) => event.currentTarget.blur()}
        />
        {steppers.map(({ way, sign, name, testid, atEnd }) => (
          <button
            key={way}
            type="button"
            className={field.stepper}
            data-testid={testid}
            tabIndex={-1}
            disabled={disabled || atEnd}
            aria-label={t(name, { label })}
            onClick={() => move(way)}
          >
            {sign}
          </button>
        ))}
      </div>
      <FieldError id={ids.error} text={wrong} />
      <InputHint id={ids.hint} dirty={wrong === undefined && draft !== null && draft !== textOf(stands, props)} form={form} text={text} />
    </Box>
  );
}

export const numberInputView = view<typeof NumberInput>("numberInput", NumberInputView);
