import { choice, fixed, flag, icon, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

export const metric = play("metric", {
  args: { label: text("Temperature"), value: text("21 °C"), delta: number(1.5, { step: 0.5 }) },
  options: {
    deltaColor: choice("normal", "inverse", "off", "red", "orange", "yellow", "blue", "green", "violet", "gray", "primary"),
    deltaArrow: choice("auto", "up", "down", "off"),
    deltaDescription: text(),
    chartData: fixed([19, 20, 18, 21, 22, 20, 21]),
    chartType: oneOf("area", ["line", "bar", "area"]),
    border: flag(),
    icon: icon(),
    help: text(),
    format: choice("compact", "percent", "%.2f"),
    labelVisibility: choice("visible", "hidden", "collapsed"),
    width: choice("stretch", "content", 200),
  },
});
