import { choice, number, oneOf } from "../knobs.ts";
import { call, play } from "../play.ts";

const FIGURES = [
  ["Wind", "12 kn"],
  ["Waves", "0.6 m"],
  ["Water", "17 °C"],
  ["Air", "21 °C"],
  ["Pressure", "1013 hPa"],
] as const;

export const grid = play("grid", {
  args: { columns: oneOf<number | "auto">(3, ["auto", 1, 2, 3, 4]) },
  options: {
    minColumnWidth: number(150, { minValue: 50, maxValue: 400, step: 50 }),
    border: oneOf<boolean>(true, [true, false]),
    gap: choice("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", "none", null),
    rowHeight: choice("content", 60, 140),
  },
  body: FIGURES.map(([name, value]) => call("metric", name, value)),
});
