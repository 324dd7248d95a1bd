import { fixed } from "../knobs.ts";
import { play } from "../play.ts";
import { months } from "./data.ts";

const encoding = { x: { field: "month", type: "nominal", sort: null }, y: { field: "north", type: "quantitative" } };

export const vegaLiteChart = play("vegaLiteChart", {
  args: { data: fixed(months), spec: fixed({ mark: { type: "bar", cornerRadiusEnd: 4 }, encoding }) },
});
