import { lines } from "../knobs.ts";
import { play } from "../play.ts";

export const text = play("text", {
  args: { body: lines("Just as it is: *no* Markdown,\n    and spaces stay.") },
});
