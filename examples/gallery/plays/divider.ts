import { play } from "../play.ts";

export const divider = play("divider", {});
