import { fixed, number } from "../knobs.ts";
import { play } from "../play.ts";
import { boats } from "./data.ts";

export const dataframe = play("dataframe", {
  args: { data: fixed(boats) },
  options: {
    rowHeight: number(undefined, { minValue: 20, maxValue: 100 }),
  },
});
