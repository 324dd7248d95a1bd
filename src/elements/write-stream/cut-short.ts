import { AppError } from "../../engine/errors/errors.ts";
import { Block } from "../../engine/screen/node.ts";
import { Run } from "../../engine/runs/run.ts";
import { type Scope, within } from "../../engine/runs/scope.ts";
import type { Session } from "../../engine/sessions/session.ts";

/** Work of a run that must notice at once when the run may not go on. */
export interface Cut {
  /** Waits for a value, but not longer than the run lives. */
  until<V>(value: PromiseLike<V>): Promise<V>;
  isOver(): boolean;
  /** The work is done: nothing is listened to any more. */
  end(): void;
}

/** Calls `onCut` in the moment the run of `scope` ends: at Stop, at a newer interaction, or when nobody awaited the work. */
export function cutShort(scope: Scope, onCut: () => void): Cut {
  const { run, shared } = scope;
  const signal = shared?.signal ?? run?.signal;
  let isOver = false;
  let refuse: ((reason: unknown) => void) | undefined;
  const abort = () => {
    isOver = true;
    onCut();
    refuse?.(shared ? signal?.reason : (run?.ended ?? forgotten()));
  };
  signal?.addEventListener("abort", abort, { once: true });
  return {
    // One listener for all waits: a race with one promise would keep every loser alive as long as that.
    until: (value) =>
      new Promise((done, failed) => {
        refuse = failed;
        value.then(done, failed);
      }),
    isOver: () => isOver,
    end: () => signal?.removeEventListener("abort", abort),
  };
}

/** Runs a last function for a run that has ended: it may use the session's state; what it draws is not shown. */
export function lastWord(session: Session | undefined, scope: Scope, body: () => unknown): void {
  if (!session) return;
  const run = new Run(session, 0, undefined, new Map(), session.core.host.now());
  const release = () => run.release("done");
  const failed = (error: unknown) => {
    release();
    session.core.host.log("error", `st.writeStream: onEnd failed: ${error instanceof Error ? error.message : String(error)}`);
  };
  const nowhere = new Block("nowhere", new Uint8Array(), undefined);
  try {
    const result = within({ ...scope, run, target: nowhere, fragment: undefined }, body);
    if (result instanceof Promise) result.then(release, failed);
    else release();
  } catch (error) {
    failed(error);
  }
}

function forgotten(): AppError {
  return new AppError("run-over", "st.writeStream was still writing when the script ended", {
    hint: "Await it: await st.writeStream(…). In a body, return it, and await what the container returns.",
  });
}
