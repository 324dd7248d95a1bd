import type { ReactNode } from "react";
import { Glyph } from "../../ui/glyphs.tsx";
import { t } from "../../ui/messages.ts";
import styles from "./calendar.module.css";
import { type Day, rangesUntil } from "./days.ts";

/** Ranges that end today, to be chosen at once; absent where the bounds leave room for none. */
export function RangePresets(props: { chosen: readonly Day[]; min: Day; max: Day; today: Day; onPick(range: [Day, Day]): void }): ReactNode {
  const { chosen, min, max, today, onPick } = props;
  const presets = rangesUntil(today, min, max);
  if (presets.length === 0) return null;
  const at = presets.findIndex(({ range }) => range.join() === chosen.join());
  return (
    <span className={styles.presetsBox}>
      <select
        className={styles.presets}
        aria-label={t("chooseRange")}
        data-testid="stDateInputQuickSelect"
        value={at}
        onChange={(event) => {
          const preset = presets[Number(event.target.value)];
          if (preset) onPick(preset.range);
        }}
      >
        <option value={-1}>{t("chooseRange")}</option>
        {presets.map(({ unit, count }, place) => (
          <option key={`${unit}${count}`} value={place}>
            {nameOf(unit, count)}
          </option>
        ))}
      </select>
      <Glyph name="down" size={1.125} className={styles.presetsArrow} />
    </span>
  );
}

function nameOf(unit: "week" | "month" | "year", count: number): string {
  if (unit === "week") return t("pastWeek");
  return t(unit === "month" ? "pastMonths" : "pastYears", { count });
}
