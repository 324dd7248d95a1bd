import { AppError } from "../errors/errors.ts";
import { createRoots } from "../screen/roots.ts";
import type { Drawer, SharedWork } from "./scope.ts";

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
  return { name, what, roots: createRoots("quiet"), signal, drawer, check };
}
