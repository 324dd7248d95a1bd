import { choice, icon, flag, text } from "../knobs.ts";
import { play } from "../play.ts";

const options = { icon: icon(), help: text(), anchor: text(), textAlignment: choice("left", "center", "right", "justify"), wrap: flag(true) };
const divider = choice("blue", "green", "orange", "red", "violet", "yellow", "gray", "rainbow");

export const title = play("title", { args: { body: text("Pickups in the *city*") }, options });
export const header = play("header", { args: { body: text("Where and when") }, options: { ...options, divider } });
export const subheader = play("subheader", { args: { body: text("By hour") }, options: { ...options, divider } });
