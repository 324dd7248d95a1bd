import { oneOf } from "../knobs.ts";
import { play } from "../play.ts";

export const space = play("space", {
  args: { size: oneOf<string | number>("large", ["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", 40]) },
});
