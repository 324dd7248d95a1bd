import { icon, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

export const badge = play("badge", {
  args: { label: text("New") },
  options: { color: oneOf("green", ["red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "primary"]), icon: icon(":material/check:") },
});
