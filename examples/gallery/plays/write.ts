import { fixed, lines } from "../knobs.ts";
import { play } from "../play.ts";

export const write = play("write", {
  args: {
    first: lines("Three boats, the longest of **9.5** metres:"),
    second: fixed([
      { boat: "Dinghy", metres: 3.2 },
      { boat: "Kayak", metres: 4.1 },
      { boat: "Sloop", metres: 9.5 },
    ]),
  },
});
