import { choice, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

export const slider = play("slider", {
  args: { label: text("Price"), minValue: number(0), maxValue: number(100), value: oneOf<number | number[]>(25, [25, 75, [25, 75]]) },
  options: { step: number(undefined, { minValue: 1 }), format: choice("$%d", "%d km", "percent", "compact") },
  result: "price",
});
export const numberInput = play("numberInput", {
  args: { label: text("Crew"), minValue: number(1), maxValue: number(12), value: oneOf<number | null>(2, [2, 5, null]) },
  options: { step: number(undefined, { minValue: 1 }), format: choice("%d", "%.1f") },
  result: "crew",
});
