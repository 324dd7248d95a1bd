import { AppError } from "../errors.ts";
import { Block } from "../node.ts";
import type { Drawer, SharedWork } from "../scope.ts";

const NOTHING = new Uint8Array();

/** The surroundings of a task: no page to draw on and no session to read, only its own signal. */
export function createTaskWork(key: string, signal: AbortSignal): SharedWork {
  const refuse = (): never => {
    throw new AppError("in-shared-work", `the task "${key}" cannot draw: it runs beside the script`, {
      hint: "Tell how far it is by progress(part, detail), return what it makes, and draw both in the script.",
    });
  };
  const drawer: Drawer = { draw: refuse, encode: refuse, table: refuse, drawWidget: refuse };
  return {
    name: `"${key}"`,
    what: "the task",
    main: new Block("task:main", NOTHING, undefined),
    sidebar: new Block("task:sidebar", NOTHING, undefined),
    signal,
    drawer,
  };
}
