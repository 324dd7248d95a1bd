import { choice, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

const common = {
  placeholder: text("Ada"),
  maxChars: number(undefined, { minValue: 1 }),
};

export const textInput = play("textInput", {
  args: { label: text("Your name"), value: text() },
  options: {
    live: oneOf<boolean | string>(undefined, [true, "1s"]),
    autocomplete: choice("name", "email", "off"),
    ...common,
  },
  result: "name",
});
export const textArea = play("textArea", {
  args: { label: text("What happened?"), value: text() },
  options: common,
  result: "story",
});
