import { choice, fixed, flag, number, text } from "../knobs.ts";
import { play } from "../play.ts";
import { boats } from "./data.ts";

export const dataframe = play("dataframe", {
  args: { data: fixed(boats) },
  options: {
    hideIndex: flag(),
    rowHeight: number(undefined, { minValue: 20, maxValue: 100 }),
    placeholder: text(),
    height: choice("auto", "content", 150),
    width: choice("stretch", "content", 400),
  },
});
