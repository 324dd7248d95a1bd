import { choice, fixed, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

export const metric = play("metric", {
  args: { label: text("Temperature"), value: text("21 °C"), delta: number(1.5, { step: 0.5 }) },
  options: {
    chartData: fixed([19, 20, 18, 21, 22, 20, 21]),
    chartType: oneOf("area", ["line", "bar", "area"]),
    format: choice("compact", "percent", "%.2f"),
  },
});
