import { choice, oneOf } from "../knobs.ts";
import { play } from "../play.ts";

export const feedback = play("feedback", {
  args: { options: oneOf<"thumbs" | "faces" | "stars">("stars", ["thumbs", "faces", "stars"]) },
  options: { default: choice(0, 1) },
  result: "rating",
});
