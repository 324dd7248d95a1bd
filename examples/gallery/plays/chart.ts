import { choice, fixed, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";
import { boats, months, weeks } from "./data.ts";

const series = {
  y: oneOf<string | readonly string[]>(["north", "south"], ["north", "south"]),
  xLabel: text(),
  yLabel: text("boats"),
};
const lines = { x: fixed("week"), ...series };

export const lineChart = play("lineChart", { args: { data: fixed(weeks) }, options: lines });
export const areaChart = play("areaChart", { args: { data: fixed(weeks) }, options: lines });
export const barChart = play("barChart", {
  args: { data: fixed(months) },
  options: { x: fixed("month"), ...series, sort: oneOf<boolean | string>(false, [true, false, "-north"]) },
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
