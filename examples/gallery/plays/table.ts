import { choice, fixed, flag } from "../knobs.ts";
import { play } from "../play.ts";
import { boats } from "./data.ts";

export const table = play("table", {
  args: { data: fixed(boats) },
  options: {
    border: choice(true, false, "horizontal"),
    hideIndex: flag(),
    hideHeader: flag(),
    height: choice("content", 120),
    width: choice("stretch", "content", 300),
  },
});
