import { lines } from "../knobs.ts";
import { play } from "../play.ts";

export const html = play("html", {
  args: { body: lines('<p style="border-left: 4px solid teal; padding-left: 1rem">Plain <b>HTML</b>, without its scripts.</p>') },
});
