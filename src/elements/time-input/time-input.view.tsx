import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { afterPress } from "../../ui/after-press.ts";
import { Box } from "../../ui/box.tsx";
import { useCombobox } from "../../ui/combobox.ts";
import { ComboboxList, comboboxField } from "../../ui/combobox-list.tsx";
import { FieldError, invalid } from "../../ui/field-error.tsx";
import field from "../../ui/field.module.css";
import { useFieldCheck } from "../../ui/forms.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { classes } from "../../ui/key-class.ts";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { readTime, showTime, timesOf } from "./clock.ts";
import type { TimeInput } from "./time-input.ts";
import styles from "./time-input.module.css";

/** A list longer than this is no help: 5 minutes apart at the least. */
const LEAST_APART = 300;

function TimeInputView({ node, props, value, setValue, disabled }: ViewProps<typeof TimeInput>): ReactNode {
  const { step, format, clearable, required, widget } = props;
  const ids = useLabelled();
  const group = useRef<HTMLDivElement>(null);
  const [isNoTime, setNoTime] = useState(false);
  const seconds = step % 60 !== 0;
  const times = useMemo(() => timesOf(Math.max(step, LEAST_APART)), [step]);
  const texts = useMemo(() => times.map((time) => showTime(time, format, seconds)), [times, format, seconds]);
  const at = value ? times.findLastIndex((time) => time <= value.padEnd(8, ":00")) : 32;
  const set = (time: string | null) => {
    setNoTime(false);
    if (time !== value) setValue(time);
  };
  /** Takes the text as the value; false leaves it there to be mended. */
  const commit = (text: string) => {
    // One that began with a time is never empty.
    const time = text.trim() === "" ? (clearable ? null : (value ?? null)) : readTime(text);
    if (time === undefined) afterPress(() => setNoTime(true));
    else set(time === null || seconds ? time : `${time.slice(0, 5)}:00`);
    return time !== undefined;
  };
  const box = useCombobox({
    texts,
    mode: null,
    acceptsNew: false,
    disabled,
    chosen: Math.max(0, at),
    closesOnPick: true,
    onPick: (place) => set(times[place as number] as string),
  });
  const [draft, setDraft] = useState<string | null>(null);
  const lacks = isNoTime ? t("notATime") : required && !value && !disabled ? t("enterValue") : undefined;
  const check = useFieldCheck(widget.form, lacks, box.input);
  const wrong = isNoTime ? lacks : check.wrong;
  const shown = value ? showTime(value, format, seconds) : "";
  const drop = () => {
    setDraft(null);
    setNoTime(false);
  };
  const [seen, setSeen] = useState(shown);
  if (seen !== shown) {
    setSeen(shown);
    drop();
  }
  const finish = () => {
    if (draft === null || commit(draft)) setDraft(null);
    box.close();
  };
  const clear = () => {
    drop();
    set(null);
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (draft !== null && event.key === "Enter") {
      event.preventDefault();
      finish();
    } else if (event.key === "Escape" && !box.isOpen && draft === null && clearable) set(null);
    else if (event.key === "Escape" && draft !== null) drop();
    else if (["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Tab", "Enter"].includes(event.key)) box.press(event);
  };
  return (
    <Box node={node} className={field.box}>
      <Label of={props} htmlFor={ids.control} id={ids.label} disabled={disabled} />
      <div
        ref={group}
        className={classes(field.group, styles.group)}
        data-disabled={disabled || undefined}
        data-wrong={wrong !== undefined || undefined}
        data-testid="stTimeInputTimeDisplay"
      >
        <input
          {...comboboxField(box, ids.hint, "none")}
          id={ids.control}
          className={field.input}
          {...invalid(ids.error, wrong)}
          aria-required={required}
          value={draft ?? shown}
          placeholder={seconds ? "--:--:--" : "--:--"}
          disabled={disabled}
          onClick={(event) => {
            box.open();
            event.currentTarget.select();
          }}
          onChange={(event) => {
            box.close();
            setDraft(event.target.value);
          }}
          onKeyDown={onKey}
          onBlur={finish}
        />
        {clearable && value && !disabled && (
          <button type="button" className={field.inside} tabIndex={-1} aria-label={t("clear")} onClick={clear}>
            <Glyph name="close" size={1} />
          </button>
        )}
      </div>
      <FieldError id={ids.error} text={wrong} />
      <ComboboxList box={box} id={ids.hint} labelledBy={ids.label} anchor={group} onPick={() => setDraft(null)} />
    </Box>
  );
}

export const timeInputView = view<typeof TimeInput>("timeInput", TimeInputView);
