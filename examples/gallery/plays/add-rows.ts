import { fixed } from "../knobs.ts";
import { call, play } from "../play.ts";

export const addRows = play("addRows", {
  on: { ...call("lineChart", [{ north: 3 }, { north: 5 }, { north: 4 }], { height: 200 }), name: "chart" },
  press: "Add three rows",
  args: { data: fixed([{ north: 6 }, { north: 9 }, { north: 7 }]) },
});
