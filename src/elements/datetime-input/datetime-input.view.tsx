import { type ReactNode, useMemo, useState } from "react";
import { t } from "../../ui/messages.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { CalendarField, todayHere } from "../date-input/calendar-field.tsx";
import { Calendar } from "../date-input/calendar.tsx";
import { readDay, showDay } from "../date-input/days.ts";
import { readTime, timesOf } from "../time-input/clock.ts";
import type { DatetimeInput } from "./datetime-input.ts";
import styles from "./datetime-input.module.css";
import { TimeList } from "./time-list.tsx";

/** A list longer than this is no help: 5 minutes apart at the least. */
const LEAST_APART = 300;

const show = (moment: string, format: string): string => `${showDay(moment.slice(0, 10), format)}, ${moment.slice(11)}`;

/** A day and a time as people type them; undefined for what is none. A day alone keeps the time it had. */
function read(text: string, format: string, time = "00:00"): string | undefined {
  const [, first = "", second] = /^\s*([^\s,T]+)(?:[,\sT]+(.*?))?\s*$/i.exec(text) ?? [];
  const day = readDay(first, format);
  const clock = second ? readTime(second)?.slice(0, 5) : time;
  return day && clock ? `${day}T${clock}` : undefined;
}

function DatetimeInputView({ node, props, value, setValue, disabled }: ViewProps<typeof DatetimeInput>): ReactNode {
  const { min, max, step, format, initial, clearable, required } = props;
  /** A day chosen while there is no time yet. */
  const [day, setDay] = useState<string>();
  const times = useMemo(() => timesOf(Math.max(step, LEAST_APART)).map((time) => time.slice(0, 5)), [step]);
  const stands = value ?? undefined;
  const [chosenDay, chosenTime] = day === undefined ? [stands?.slice(0, 10), stands?.slice(11)] : [day, undefined];
  const clamp = (moment: string) => (moment < min ? min : moment > max ? max : moment);
  const set = (moment: string | null) => {
    setDay(undefined);
    if (moment !== (value ?? null)) setValue(moment);
  };
  const take = (text: string): string | undefined => {
    if (text.trim() === "") {
      if (!required) set(initial);
      return undefined;
    }
    const moment = read(text, format, chosenTime);
    if (moment === undefined) return t("notAMoment", { format: `${format}, HH:MM` });
    if (moment < min || moment > max) return t("momentOutside", { min: show(min, format), max: show(max, format) });
    set(moment);
    return undefined;
  };
  const shown = day !== undefined ? `${showDay(day, format)}, --:--` : stands ? show(stands, format) : "";
  return (
    <CalendarField
      node={node}
      of={props}
      disabled={disabled}
      lacks={stands === undefined ? t("enterValue") : undefined}
      shown={shown}
      placeholder={`${format}, HH:MM`}
      testid="stDateTimeInputField"
      openLabel={t("chooseMoment")}
      panelLabel={t("chooseMoment")}
      onText={take}
      onClear={clearable && stands !== undefined ? () => set(null) : undefined}
      // A day alone begins at midnight.
      onClosed={() => day !== undefined && set(clamp(`${day}T00:00`))}
      renderPanel={({ takesFocus, close }) => (
        <div className={styles.panel}>
          <Calendar
            chosen={chosenDay ? [chosenDay] : []}
            min={min.slice(0, 10)}
            max={max.slice(0, 10)}
            today={todayHere()}
            takesFocus={takesFocus}
            onPick={(next) => (chosenTime === undefined ? setDay(next) : set(clamp(`${next}T${chosenTime}`)))}
          />
          <TimeList
            times={times}
            chosen={chosenTime}
            isOutside={(time) => {
              const moment = `${chosenDay ?? todayHere()}T${time}`;
              return moment < min || moment > max;
            }}
            onPick={(time) => {
              set(clamp(`${chosenDay ?? todayHere()}T${time}`));
              close();
            }}
          />
        </div>
      )}
    />
  );
}

export const datetimeInputView = view<typeof DatetimeInput>("datetimeInput", DatetimeInputView, { testid: "stDateTimeInput" });
