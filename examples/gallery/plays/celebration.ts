import { play } from "../play.ts";

export const balloons = play("balloons", { press: "Celebrate" });
export const snow = play("snow", { press: "Let it snow" });
