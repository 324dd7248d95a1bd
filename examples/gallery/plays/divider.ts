import { choice } from "../knobs.ts";
import { play } from "../play.ts";

export const divider = play("divider", { options: { width: choice("stretch", "content", 200) } });
