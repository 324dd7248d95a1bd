import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { Glyph } from "../../ui/glyphs.tsx";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import styles from "./calendar.module.css";
import { addDays, addMonths, type Day, firstWeekdayOf, weekday, weeksOf } from "./days.ts";

const clamp = (day: Day, min: Day, max: Day): Day => (day < min ? min : day > max ? max : day);

/** After the popover's own effect: a hidden element takes no focus. */
function focusSoon(grid: RefObject<HTMLElement | null>): () => void {
  const frame = requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus());
  return () => cancelAnimationFrame(frame);
}

/** A month to pick a day from. Arrows move by day and week, Page Up and Down by month, with Shift by year. */
export function Calendar(props: {
  chosen: readonly Day[];
  min: Day;
  max: Day;
  today: Day;
  /** True when the keyboard opened it, or went on into it: the day takes the focus at once. */
  takesFocus: boolean;
  onPick(day: Day): void;
}): ReactNode {
  const { chosen, min, max, today, takesFocus, onPick } = props;
  const locale = navigator.language;
  const [at, setAt] = useState(() => clamp(chosen.at(-1) ?? today, min, max));
  const grid = useRef<HTMLTableElement>(null);
  const follows = useRef(false);
  const firstWeekday = useMemo(() => firstWeekdayOf(locale), [locale]);
  const weeks = weeksOf(at, firstWeekday);
  const month = at.slice(0, 7);
  useEffect(() => (takesFocus ? focusSoon(grid) : undefined), [takesFocus]);
  useEffect(() => (follows.current ? focusSoon(grid) : undefined), [at]);
  const go = (day: Day, focuses: boolean) => {
    follows.current = focuses;
    setAt(clamp(day, min, max));
  };
  const onKey = (event: KeyboardEvent) => {
    const to = target(event, at, firstWeekday);
    if (to !== undefined) {
      event.preventDefault();
      go(to, true);
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onPick(at);
    }
  };
  const [from, until] = chosen;
  return (
    <div className={styles.calendar} data-testid="stDateInputCalendar">
      <Head at={at} min={min} max={max} locale={locale} onGo={(day) => go(day, false)} />
      <table ref={grid} role="grid" className={styles.grid} aria-label={monthName(at, locale, "long")} onKeyDown={onKey}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={dayName(day, locale, "long")}>
                {dayName(day, locale, "narrow")}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const isChosen = day === from || day === until;
                const isBetween = from !== undefined && until !== undefined && day >= from && day <= until && from !== until;
                const isOutside = day < min || day > max;
                return (
                  <td
                    key={day}
                    className={classes(isBetween && styles.between, isBetween && day === from && styles.first, isBetween && day === until && styles.last)}
                    aria-selected={isChosen || isBetween}
                  >
                    <button
                      type="button"
                      tabIndex={day === at ? 0 : -1}
                      aria-label={fullName(day, locale)}
                      aria-current={day === today ? "date" : undefined}
                      aria-disabled={isOutside || undefined}
                      className={classes(styles.day, day.slice(0, 7) !== month && styles.other, day === today && styles.today, isChosen && styles.chosen)}
                      onClick={() => !isOutside && onPick(day)}
                    >
                      {Number(day.slice(8))}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head(props: { at: Day; min: Day; max: Day; locale: string; onGo(day: Day): void }): ReactNode {
  const { at, min, max, locale, onGo } = props;
  const year = Number(at.slice(0, 4));
  const years = Array.from({ length: Number(max.slice(0, 4)) - Number(min.slice(0, 4)) + 1 }, (_, more) => Number(min.slice(0, 4)) + more);
  const months = Array.from({ length: 12 }, (_, more) => `${at.slice(0, 4)}-${String(more + 1).padStart(2, "0")}`);
  return (
    <div className={styles.head}>
      <button
        type="button"
        className={styles.arrow}
        aria-label={t("previousMonth")}
        disabled={at.slice(0, 7) <= min.slice(0, 7)}
        onClick={() => onGo(addMonths(at, -1))}
      >
        <Glyph name="down" size={1.125} className={styles.left} />
      </button>
      <div className={styles.choices}>
        <select aria-label={t("month")} value={at.slice(0, 7)} onChange={(event) => onGo(`${event.target.value}-01`)}>
          {months.map((month) => (
            <option key={month} value={month} disabled={month < min.slice(0, 7) || month > max.slice(0, 7)}>
              {monthName(`${month}-01`, locale)}
            </option>
          ))}
        </select>
        <select aria-label={t("year")} value={year} onChange={(event) => onGo(addMonths(at, (Number(event.target.value) - year) * 12))}>
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </div>
      <button
        type="button"
        className={styles.arrow}
        aria-label={t("nextMonth")}
        disabled={at.slice(0, 7) >= max.slice(0, 7)}
        onClick={() => onGo(addMonths(at, 1))}
      >
        <Glyph name="down" size={1.125} className={styles.right} />
      </button>
    </div>
  );
}

function target(event: KeyboardEvent, at: Day, firstWeekday: number): Day | undefined {
  const intoWeek = (weekday(at) - firstWeekday + 7) % 7;
  switch (event.key) {
    case "ArrowLeft":
      return addDays(at, -1);
    case "ArrowRight":
      return addDays(at, 1);
    case "ArrowUp":
      return addDays(at, -7);
    case "ArrowDown":
      return addDays(at, 7);
    case "Home":
      return addDays(at, -intoWeek);
    case "End":
      return addDays(at, 6 - intoWeek);
    case "PageUp":
      return addMonths(at, event.shiftKey ? -12 : -1);
    case "PageDown":
      return addMonths(at, event.shiftKey ? 12 : 1);
    default:
      return undefined;
  }
}

const named = (day: Day, locale: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(Date.parse(`${day}T00:00:00Z`));
const dayName = (day: Day, locale: string, style: "long" | "narrow") => named(day, locale, { weekday: style });
const fullName = (day: Day, locale: string) => named(day, locale, { dateStyle: "full" });
const monthName = (day: Day, locale: string, style?: "long") => named(day, locale, style ? { month: "long", year: "numeric" } : { month: "long" });
