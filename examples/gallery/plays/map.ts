import { choice, fixed, number } from "../knobs.ts";
import { play } from "../play.ts";
import { cities } from "./data.ts";

export const map = play("map", {
  args: { data: fixed(cities) },
  options: {
    size: number(200_000, { minValue: 1000, step: 50_000 }),
    color: choice("#ff4b4b", "#0068c9", "#21c354"),
    zoom: number(undefined, { minValue: 0, maxValue: 20 }),
    height: choice("stretch", 300, 600),
  },
});
