import { choice, fixed } from "../knobs.ts";
import { play } from "../play.ts";
import { boats } from "./data.ts";

export const table = play("table", {
  args: { data: fixed(boats) },
  options: { height: choice("content", 120) },
});
