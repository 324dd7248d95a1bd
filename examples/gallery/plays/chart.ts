import { choice, fixed, flag, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";
import { boats, months } from "./data.ts";

const lines = {
  x: fixed("month"),
  y: oneOf<string | readonly string[]>(["north", "south"], ["north", "south"]),
  xLabel: text(),
  yLabel: text("boats"),
  height: choice("content", 200, 400),
  width: choice("stretch", 400),
};
const stack = choice(true, false, "normalize", "center");

export const lineChart = play("lineChart", { args: { data: fixed(months) }, options: lines });
export const areaChart = play("areaChart", { args: { data: fixed(months) }, options: { ...lines, stack } });
export const barChart = play("barChart", {
  args: { data: fixed(months) },
  options: { ...lines, stack: choice(true, false, "normalize", "center", "layered"), horizontal: flag(), sort: choice(true, false, "-north") },
});
export const scatterChart = play("scatterChart", {
  args: { data: fixed(boats) },
  options: {
    x: oneOf("metres", ["metres", "crew", "built"]),
    y: oneOf<string | readonly string[]>("crew", ["metres", "crew", "built"]),
    color: choice("boat", "metres", "#ff4b4b"),
    size: choice("crew", "metres", 200),
    xLabel: text(),
    yLabel: text(),
    height: choice("content", 200, 400),
  },
});
