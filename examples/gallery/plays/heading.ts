import { text } from "../knobs.ts";
import { play } from "../play.ts";

const options = { anchor: text() };

export const title = play("title", { args: { body: text("Pickups in the *city*") }, options });
export const header = play("header", { args: { body: text("Where and when") }, options });
export const subheader = play("subheader", { args: { body: text("By hour") }, options });
