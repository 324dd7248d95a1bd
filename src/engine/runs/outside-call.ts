import { Block } from "../screen/node.ts";
import type { Session } from "../sessions/session.ts";
import { Run } from "./run.ts";
import { within } from "./scope.ts";

const NOTHING = new Uint8Array();

/**
 * Calls a function of the script outside of its runs: state can be read there, and what it draws is nowhere.
 *
 * @param what - What the function makes, for the block that takes what it draws.
 */
export async function callOutside(session: Session, what: string, act: () => unknown): Promise<unknown> {
  const run = new Run(session, 0, undefined, new Map(), session.core.host.now());
  try {
    return await within({ run, target: new Block(what, NOTHING, undefined) }, act);
  } finally {
    run.release("done");
  }
}

/** After it has moved to another engine, a session knows what its elements offer once its script has run. */
export async function untilDrawn(session: Session): Promise<void> {
  if (session.hasRun) return;
  await new Promise<void>((wake) => {
    const once = () => {
      session.idle.delete(once);
      wake();
    };
    session.idle.add(once);
    session.request({ type: "rerun", seq: session.screen.seq });
  });
}
