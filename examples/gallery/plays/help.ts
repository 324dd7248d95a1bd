import { oneOf, Source } from "../knobs.ts";
import { play } from "../play.ts";

const values = [
  new Source('new Intl.NumberFormat("de")', new Intl.NumberFormat("de")),
  new Source("Math.hypot", Math.hypot),
  new Source('new Map([["sloop", 9.5]])', new Map([["sloop", 9.5]])),
];

export const help = play("help", { args: { value: oneOf(values[0], values) } });
