import { choice, flag, icon, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

const common = {
  placeholder: text("Ada"),
  maxChars: number(undefined, { minValue: 1 }),
  required: flag(),
  disabled: flag(),
  help: text(),
  labelVisibility: choice("visible", "hidden", "collapsed"),
  width: choice("stretch", 250),
};

export const textInput = play("textInput", {
  args: { label: text("Your name"), value: text() },
  options: {
    type: choice("default", "password", "email", "url", "phone", "search"),
    icon: icon(),
    live: oneOf<boolean | string>(undefined, [true, "1s"]),
    ...common,
  },
  result: "name",
});
export const textArea = play("textArea", {
  args: { label: text("What happened?"), value: text() },
  options: { height: choice("content", 200), ...common },
  result: "story",
});
