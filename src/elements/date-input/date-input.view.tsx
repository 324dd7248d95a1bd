import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import field from "../../ui/field.module.css";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Label, useLabelled } from "../../ui/label.tsx";
import { t } from "../../ui/messages.ts";
import { Popover } from "../../ui/popover.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import { Calendar } from "./calendar.tsx";
import type { DateInput } from "./date-input.ts";
import { type Day, readDay, showDay } from "./days.ts";

/** Stands between start and end of a range. */
const DASH = " – ";

function DateInputView({ node, props, value, setValue, disabled }: ViewProps<typeof DateInput>): ReactNode {
  const { min, max, isRange, initial, format, clearable } = props;
  const ids = useLabelled();
  const group = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState<"no" | "pointer" | "keys">("no");
  const [draft, setDraft] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string>();
  const days = value ?? [];
  const shown = days.map((day) => showDay(day, format)).join(DASH) + (isRange && days.length === 1 ? DASH : "");
  const set = (next: Day[]) => {
    setDraft(null);
    setWrong(undefined);
    if (next.join() !== days.join()) setValue(next);
  };
  const close = () => setOpen("no");
  const closeToField = () => {
    close();
    input.current?.focus();
  };
  const commit = () => {
    if (draft === null) return;
    const texts = draft
      .split(/\s+[–—-]\s+|–/)
      .map((text) => text.trim())
      .filter(Boolean);
    if (texts.length === 0) return set(initial);
    const read = texts.slice(0, isRange ? 2 : 1).map((text) => readDay(text, format));
    const good = read.filter((day) => day !== undefined);
    if (good.length < read.length) setWrong(t("notADay", { format }));
    else if (good.some((day) => day < min || day > max)) setWrong(t("dayOutside", { min: showDay(min, format), max: showDay(max, format) }));
    else set(good.toSorted());
  };
  const pick = (day: Day) => {
    if (!isRange) {
      set([day]);
      return closeToField();
    }
    const start = days.length === 1 ? days[0] : undefined;
    set(start === undefined ? [day] : [start, day].toSorted());
    if (start !== undefined) closeToField();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      commit();
      close();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      setOpen("keys");
    } else if (event.key === "Escape" && open === "no") {
      if (draft !== null) {
        setDraft(null);
        setWrong(undefined);
      } else if (clearable && days.length > 0) set([]);
    }
  };
  const canClear = clearable && days.length > 0 && !disabled;
  return (
    <Box node={node} className={field.box}>
      <Label of={props} htmlFor={ids.control} id={ids.label} disabled={disabled} />
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
          data-testid="stDateInputField"
          type="text"
          role="combobox"
          aria-haspopup="dialog"
          aria-expanded={open !== "no"}
          aria-controls={open === "no" ? undefined : ids.hint}
          aria-invalid={wrong !== undefined || undefined}
          autoComplete="off"
          inputMode="numeric"
          value={draft ?? shown}
          placeholder={isRange ? `${format}${DASH}${format}` : format}
          disabled={disabled}
          onClick={() => setOpen("pointer")}
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKey}
        />
        {canClear && (
          <button type="button" className={field.inside} tabIndex={-1} aria-label={t("clear")} onClick={() => set([])}>
            <Glyph name="close" size={1} />
          </button>
        )}
        <button
          type="button"
          className={field.inside}
          aria-label={t("openCalendar")}
          disabled={disabled}
          onClick={() => (open === "no" ? setOpen("keys") : closeToField())}
        >
          <Icon icon=":material/calendar_month:" />
        </button>
      </div>
      {wrong !== undefined && (
        <div className={field.wrong} role="alert">
          {wrong}
        </div>
      )}
      {open !== "no" && (
        <Popover anchor={group} onClose={closeToField} role="dialog" label={t("chooseDate")} id={ids.hint}>
          <Calendar chosen={days} min={min} max={max} today={todayHere()} takesFocus={open === "keys"} onPick={pick} />
        </Popover>
      )}
    </Box>
  );
}

/** The viewer's own day: where they are, not where the server is. */
function todayHere(): Day {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

export const dateInputView = view<typeof DateInput>("dateInput", DateInputView);
