import { flag, text } from "../knobs.ts";
import { play } from "../play.ts";

export const checkbox = play("checkbox", { args: { label: text("I agree to the *rules of the club*"), value: flag() }, result: "agreed" });
export const toggle = play("toggle", { args: { label: text("Dark water"), value: flag() }, result: "isDark" });
export const colorPicker = play("colorPicker", { args: { label: text("The sail"), value: text("#0068c9") }, result: "color" });
