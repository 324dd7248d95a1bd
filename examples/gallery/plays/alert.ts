import { icon, lines } from "../knobs.ts";
import { play } from "../play.ts";

const options = { icon: icon(":material/info:") };

export const info = play("info", { args: { body: lines("The import runs **every night** at two.") }, options });
export const success = play("success", { args: { body: lines("All 128 rows were saved.") }, options });
export const warning = play("warning", { args: { body: lines("The disk is nearly full.") }, options });
export const error = play("error", { args: { body: lines("The file could not be read: it is empty.") }, options });
