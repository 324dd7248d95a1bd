import { choice, fixed, flag, icon, oneOf, text } from "../knobs.ts";
import { call, play } from "../play.ts";

const inside = [call("write", "What is drawn in the body stands inside."), call("metric", "Boats", 12, 2)];
const sizes = ["stretch", "content", 300] as const;

export const expander = play("expander", {
  args: { label: text("How it was counted") },
  body: inside,
});
export const popover = play("popover", {
  args: { label: text("Settings") },
  options: { type: choice("primary", "secondary", "tertiary"), icon: icon(":material/settings:"), help: text(), disabled: flag(), width: choice(...sizes) },
  body: [call("toggle", "Show the wind"), call("slider", "Depth", 0, 50, 10)],
});
export const container = play("container", {
  options: {
    border: oneOf<boolean>(true, [true, false]),
    horizontal: oneOf<boolean>(true, [true, false]),
    gap: choice("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", "none", null),
  },
  body: [call("button", "One"), call("button", "Two"), call("button", "Three")],
});
export const columns = play("columns", {
  args: { spec: oneOf<number | number[]>(3, [3, [2, 1, 1], [1, 2, 3]]) },
  options: {
    gap: choice("xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", "none", null),
    border: oneOf<boolean>(true, [true, false]),
  },
  parts: {
    left: [call("metric", "Wind", "12 kn")],
    middle: [call("metric", "Waves", "0.6 m"), call("caption", "Rising")],
    right: [call("metric", "Water", "17 °C")],
  },
});
export const tabs = play("tabs", {
  args: { tabs: fixed(["Chart", "Table", "About"]) },
  options: { default: choice("Chart", "Table", "About"), height: choice("content", 300), width: choice("stretch", 300) },
  parts: {
    chart: [call("lineChart", [3, 5, 4, 6], { height: 160 })],
    table: [
      call("table", [
        { day: 1, boats: 3 },
        { day: 2, boats: 5 },
      ]),
    ],
    about: [call("write", "Only the open tab is in view; all are drawn.")],
  },
});
export const empty = play("empty", { body: [call("info", "First this …"), call("success", "… then this: a slot holds the last thing.")] });
export const chatMessage = play("chatMessage", {
  args: { name: oneOf("assistant", ["assistant", "user", "Ada"]) },
  options: { avatar: icon() },
  body: [call("markdown", "What can I do **for you**?"), call("barChart", [2, 4, 3], { height: 140 })],
});
