import { AppError } from "../errors/errors.ts";
import { Block } from "../screen/node.ts";
import type { Drawer, SharedWork } from "./scope.ts";

const NOTHING = new Uint8Array();

export interface QuietWorkOptions {
  /** What messages call it: `the task`, and its name. */
  what: string;
  name: string;
  /** Why it cannot draw. */
  why: string;
  /** What to do instead. */
  hint: string;
  signal: AbortSignal;
  check?: SharedWork["check"];
}

/** The surroundings of work with no page to draw on and no session to read, only a signal of its own. */
export function createQuietWork({ what, name, why, hint, signal, check }: QuietWorkOptions): SharedWork {
  const refuse = (): never => {
    throw new AppError("in-shared-work", `${what} ${name} cannot draw: ${why}`, { hint });
  };
  const drawer: Drawer = { draw: refuse, encode: refuse, table: refuse, drawWidget: refuse };
  return { name, what, main: new Block("quiet:main", NOTHING, undefined), sidebar: new Block("quiet:sidebar", NOTHING, undefined), signal, drawer, check };
}
