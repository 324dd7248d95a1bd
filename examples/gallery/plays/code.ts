import { choice, lines, oneOf } from "../knobs.ts";
import { play } from "../play.ts";

export const code = play("code", {
  args: { body: lines("for (const boat of fleet) {\n  boat.sail(); // away\n}") },
  options: {
    language: oneOf<string | null>("typescript", ["typescript", "python", "sql", "json", "bash", null]),
    height: choice("content", "stretch", 80),
  },
});
