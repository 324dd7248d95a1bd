import { fixed, flag, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

const several = ["North", "East", "South", "West"];
const mode = oneOf<"single" | "multi">(undefined, ["single", "multi"]);
const initial = oneOf<string | string[]>(undefined, ["North", ["North", "South"]]);
const group = { selectionMode: mode, default: initial, required: flag() };

export const pills = play("pills", { args: { label: text("Which way?"), options: fixed(several) }, options: group, result: "way" });
export const segmentedControl = play("segmentedControl", {
  args: { label: text("How far back?"), options: fixed(["Day", "Week", "Month"]) },
  options: { ...group, default: oneOf<string | string[]>("Week", ["Day", "Week", ["Day", "Week"]]) },
  result: "span",
});
export const menuButton = play("menuButton", {
  args: { label: text("Export"), options: fixed(["CSV", "JSON", ":material/print: Print"]) },
  options: { icon: oneOf(":material/download:", [":material/download:", "💾"]) },
  result: "chosen",
});
export const pagination = play("pagination", {
  args: { numPages: number(12, { minValue: 1 }) },
  options: { maxVisiblePages: oneOf<number | null>(undefined, [0, 5, 9, null]), default: number(undefined, { minValue: 1 }) },
  result: "page",
});
