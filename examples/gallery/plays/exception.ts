import { oneOf, Source } from "../knobs.ts";
import { play } from "../play.ts";

const errors = [new Error("The city was not found"), new RangeError("From must come before to"), new TypeError("rows must be a list")].map(
  (error) => new Source(`new ${error.name}(${JSON.stringify(error.message)})`, error),
);

export const exception = play("exception", {
  args: { error: oneOf(errors[0], errors) },
});
