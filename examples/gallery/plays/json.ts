import { fixed, oneOf } from "../knobs.ts";
import { play } from "../play.ts";

export const json = play("json", {
  args: {
    body: fixed({
      name: "Ada",
      boats: [
        { name: "Sloop", metres: 9.5 },
        { name: "Dinghy", metres: 3.2 },
      ],
      member: true,
    }),
  },
  options: { expanded: oneOf<boolean | number>(true, [true, false, 1, 2]) },
});
