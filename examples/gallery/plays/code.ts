import { choice, flag, lines, oneOf } from "../knobs.ts";
import { play } from "../play.ts";

export const code = play("code", {
  args: { body: lines("for (const boat of fleet) {\n  boat.sail(); // away\n}") },
  options: {
    language: oneOf<string | null>("typescript", ["typescript", "python", "sql", "json", "bash", null]),
    lineNumbers: flag(),
    wrapLines: flag(),
    height: choice("content", "stretch", 80),
    width: choice("stretch", "content", 300),
  },
});
