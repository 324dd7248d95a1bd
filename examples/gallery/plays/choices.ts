import { fixed, number, oneOf, text } from "../knobs.ts";
import { play } from "../play.ts";

const boats = ["Dinghy", "Kayak", "Sloop", "Ketch"];

export const radio = play("radio", {
  args: { label: text("Which boat?"), options: fixed(boats), index: number(0, { minValue: 0, maxValue: 3 }) },
  options: { captions: oneOf<readonly string[]>(undefined, [["3.2 m", "4.1 m", "9.5 m", "14.2 m"]]) },
  result: "boat",
});
export const selectbox = play("selectbox", {
  args: { label: text("Which boat?"), options: fixed(boats), index: oneOf<number | null>(0, [0, 1, 2, 3, null]) },
  result: "boat",
});
export const multiselect = play("multiselect", {
  args: { label: text("Which boats?"), options: fixed(boats) },
  options: {
    default: oneOf(["Dinghy", "Sloop"], [["Dinghy", "Sloop"], ["Ketch"]]),
    maxSelections: number(undefined, { minValue: 1, maxValue: 4 }),
    selectAll: oneOf<boolean | number>(undefined, [true, false, 3]),
  },
  result: "boats",
});
export const selectSlider = play("selectSlider", {
  args: {
    label: text("How much wind?"),
    options: fixed(["calm", "breeze", "gale", "storm"]),
    value: oneOf<string | string[]>("breeze", ["calm", "breeze", "gale", "storm", ["breeze", "gale"]]),
  },
  result: "wind",
});
