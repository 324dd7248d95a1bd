import { choice, flag, icon, number, oneOf, text } from "../knobs.ts";
import { call, play } from "../play.ts";

export const progress = play("progress", {
  args: { value: number(60, { minValue: 0, maxValue: 100, step: 5 }) },
  options: { text: text("Loading the boats") },
});
export const spinner = play("spinner", {
  args: { text: text("Asking the harbour") },
  press: "Ask",
  seconds: 3,
});
export const status = play("status", {
  args: { label: text("Preparing the report") },
  options: {
    state: oneOf<"running" | "complete" | "error">("running", ["running", "complete", "error"]),
    expanded: oneOf<boolean>(true, [true, false]),
  },
  filled: { name: "report", calls: [call("write", "Found 3 sources."), call("write", "Writing the summary …")] },
});
export const skeleton = play("skeleton", { args: { height: number(120, { minValue: 1, step: 10 }) } });
export const toast = play("toast", {
  args: { body: text("The boats are **back**.") },
  options: { icon: icon("🎈"), duration: choice("short", "long", "infinite", 2) },
  press: "Tell me",
});
export const chatInput = play("chatInput", {
  args: { placeholder: text("Say something") },
  options: { maxChars: number(undefined, { minValue: 1 }), disabled: flag(), width: choice("stretch", 300) },
  result: "message",
});
