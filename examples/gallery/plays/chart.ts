import { choice, fixed, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";
import { boats, months } from "./data.ts";

const lines = {
  x: fixed("month"),
  y: oneOf<string | readonly string[]>(["north", "south"], ["north", "south"]),
  xLabel: text(),
  yLabel: text("boats"),
};

export const lineChart = play("lineChart", { args: { data: fixed(months) }, options: lines });
export const areaChart = play("areaChart", { args: { data: fixed(months) }, options: lines });
export const barChart = play("barChart", {
  args: { data: fixed(months) },
  options: { ...lines, sort: oneOf<boolean | string>(false, [true, false, "-north"]) },
});
export const scatterChart = play("scatterChart", {
  args: { data: fixed(boats) },
  options: {
    x: oneOf("metres", ["metres", "crew", "built"]),
    y: oneOf<string | readonly string[]>("crew", ["metres", "crew", "built"]),
    color: choice("boat", "metres", "#ff4b4b"),
    size: choice("crew", "metres", 200),
  },
});
