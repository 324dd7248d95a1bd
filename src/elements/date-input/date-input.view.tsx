import type { ReactNode } from "react";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { CalendarField, todayHere } from "./calendar-field.tsx";
import { Calendar } from "./calendar.tsx";
import type { DateInput } from "./date-input.ts";
import { RangePresets } from "./range-presets.tsx";
import { type Day, readDay, showDay } from "./days.ts";

/** Stands between start and end of a range. */
const DASH = " – ";

function DateInputView({ node, props, value, setValue, disabled }: ViewProps<typeof DateInput>): ReactNode {
  const { min, max, isRange, initial, format, clearable, required } = props;
  const days = value ?? [];
  const shown = days.map((day) => showDay(day, format)).join(DASH) + (isRange && days.length === 1 ? DASH : "");
  const set = (next: Day[]) => {
    if (next.join() !== days.join()) setValue(next);
  };
  const take = (text: string): string | undefined => {
    const texts = text
      .split(/\s+[–—-]\s+|–/)
      .map((part) => part.trim())
      .filter(Boolean);
    const read = texts.slice(0, isRange ? 2 : 1).map((part) => readDay(part, format));
    const good = read.filter((day) => day !== undefined);
    if (good.length < read.length) return t("notADay", { format });
    if (good.some((day) => day < min || day > max)) return t("dayOutside", { min: showDay(min, format), max: showDay(max, format) });
    set(good.length > 0 ? good.toSorted() : required ? days : initial);
    return undefined;
  };
  const pick = (day: Day, close: () => void) => {
    const start = isRange && days.length === 1 ? days[0] : undefined;
    set(start === undefined ? [day] : [start, day].toSorted());
    if (!isRange || start !== undefined) close();
  };
  return (
    <CalendarField
      node={node}
      of={props}
      disabled={disabled}
      lacks={days.length === 0 && !isRange ? t("enterValue") : isRange && days.length < 2 ? t("rangeNeeded") : undefined}
      shown={shown}
      placeholder={isRange ? `${format}${DASH}${format}` : format}
      testid="stDateInputField"
      openLabel={t("openCalendar")}
      panelLabel={t("chooseDate")}
      onText={take}
      onClear={clearable && days.length > 0 ? () => set([]) : undefined}
      renderPanel={({ takesFocus, close }) => (
        <>
          <Calendar chosen={days} min={min} max={max} today={todayHere()} takesFocus={takesFocus} onPick={(day) => pick(day, close)} />
          {isRange && (
            <RangePresets
              chosen={days}
              min={min}
              max={max}
              today={todayHere()}
              onPick={(range) => {
                set(range);
                close();
              }}
            />
          )}
        </>
      )}
    />
  );
}

export const dateInputView = view<typeof DateInput>("dateInput", DateInputView);
