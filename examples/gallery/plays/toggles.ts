import { choice, flag, text } from "../knobs.ts";
import { play } from "../play.ts";

const options = { disabled: flag(), help: text(), labelVisibility: choice("visible", "hidden", "collapsed"), width: choice("stretch", "content", 200) };

export const checkbox = play("checkbox", { args: { label: text("I agree to the *rules of the club*"), value: flag() }, options, result: "agreed" });
export const toggle = play("toggle", { args: { label: text("Dark water"), value: flag() }, options, result: "isDark" });
