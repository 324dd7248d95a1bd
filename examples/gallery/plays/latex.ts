import { lines } from "../knobs.ts";
import { play } from "../play.ts";

export const latex = play("latex", {
  args: { body: lines("\\sum_{k=0}^{n-1} a r^k = a \\left(\\frac{1 - r^n}{1 - r}\\right)") },
});
