import { choice, flag, lines, text as words } from "../knobs.ts";
import { play } from "../play.ts";

export const text = play("text", {
  args: { body: lines("Just as it is: *no* Markdown,\n    and spaces stay.") },
  options: { help: words(), textAlignment: choice("left", "center", "right", "justify"), wrap: flag(true), width: choice("stretch", "content", 200) },
});
