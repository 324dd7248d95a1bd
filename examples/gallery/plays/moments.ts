import { choice, flag, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

const common = { disabled: flag(), help: text(), labelVisibility: choice("visible", "hidden", "collapsed"), width: choice("stretch", 250) };

export const dateInput = play("dateInput", {
  args: { label: text("When do you sail?"), value: oneOf<string | string[] | null>("2026-07-14", ["2026-07-14", ["2026-07-14", "2026-07-21"], null, "today"]) },
  options: { minValue: choice("2026-07-01", "today"), maxValue: choice("2026-12-31"), format: choice("YYYY/MM/DD", "DD.MM.YYYY", "MM-DD-YYYY"), ...common },
  result: "day",
});
export const timeInput = play("timeInput", {
  args: { label: text("At what time?"), value: oneOf<string | null>("09:30", ["09:30", "18:00", "now", null]) },
  options: { step: number(900, { minValue: 60, maxValue: 82_800, step: 60 }), format: choice("12h", "24h", "localized"), ...common },
  result: "time",
});
