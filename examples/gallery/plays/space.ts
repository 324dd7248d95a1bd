import { oneOf } from "../knobs.ts";
import { call, play } from "../play.ts";

export const space = play("space", {
  beside: { above: [call("write", "Above")], below: [call("write", "Below")] },
  args: { size: oneOf<string | number>("large", ["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", 40]) },
});
