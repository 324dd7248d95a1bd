import { icon, lines } from "../knobs.ts";
import { play } from "../play.ts";

const withIcon = (name: string) => ({ icon: icon(`:material/${name}:`) });

export const info = play("info", { args: { body: lines("The import runs **every night** at two.") }, options: withIcon("info") });
export const success = play("success", { args: { body: lines("All 128 rows were saved.") }, options: withIcon("check") });
export const warning = play("warning", { args: { body: lines("The disk is nearly full.") }, options: withIcon("warning") });
export const error = play("error", { args: { body: lines("The file could not be read: it is empty.") }, options: withIcon("error") });
