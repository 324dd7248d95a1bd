import { choice, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

export const dateInput = play("dateInput", {
  args: { label: text("When do you sail?"), value: oneOf<string | string[] | null>("2026-07-14", ["2026-07-14", ["2026-07-14", "2026-07-21"], null, "today"]) },
  options: { minValue: choice("2026-07-01", "today"), maxValue: choice("2026-12-31"), format: choice("YYYY/MM/DD", "DD.MM.YYYY", "MM-DD-YYYY") },
  result: "day",
});
export const timeInput = play("timeInput", {
  args: { label: text("At what time?"), value: oneOf<string | null>("09:30", ["09:30", "18:00", "now", null]) },
  options: { step: number(900, { minValue: 60, maxValue: 82_800, step: 60 }), format: choice("12h", "24h", "localized") },
  result: "time",
});
export const datetimeInput = play("datetimeInput", {
  args: {
    label: text("When does it leave?"),
    value: oneOf<string | null>("2026-07-14T16:45", ["2026-07-14T16:45", "now", null]),
  },
  options: {
    minValue: choice("2026-07-01", "2026-07-14T12:00"),
    maxValue: choice("2026-12-31T23:59"),
    step: number(undefined, { minValue: 60, maxValue: 82_800, step: 60 }),
    format: choice("YYYY/MM/DD", "DD.MM.YYYY", "MM-DD-YYYY"),
  },
  result: "departure",
});
