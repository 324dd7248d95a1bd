import { ControlSignal, readable } from "../errors/errors.ts";
import type { Session } from "../sessions/session.ts";
import { showError } from "./execution.ts";
import type { Run } from "./run.ts";
import type { Scope } from "./scope.ts";

/** A promise that knows whether anybody takes what comes of it. */
class Noted<T> extends Promise<T> {
  isTaken = false;

  // What is made of it is a promise as any other.
  static override get [Symbol.species]() {
    return Promise;
  }

  // `await` calls it, because this is no plain promise.
  override then<A = T, B = never>(done?: ((value: T) => A | PromiseLike<A>) | null, failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    this.isTaken = true;
    return super.then(done, failed);
  }
}

/** Work of a run that it waits for at its end, awaited or not. */
export interface Owed {
  readonly result: Promise<unknown>;
  /** Where its error belongs, if nobody takes it. */
  readonly scope: Scope;
  isTaken(): boolean;
}

/**
 * Makes the run of `scope` wait for work before it ends, so that work nobody awaits can still draw, and its error has a place.
 *
 * @returns The promise for the script.
 */
export function owe<T>(scope: Scope, work: Promise<T>): Promise<T> {
  const { run } = scope;
  if (!run) return work;
  const noted = new Noted<T>((done, failed) => void work.then(done, failed));
  // Whatever nobody takes is shown at the end of the run, and is no stray.
  Promise.prototype.then.call(noted, undefined, () => {});
  run.owed.push({ result: work, scope, isTaken: () => noted.isTaken });
  return noted;
}

/**
 * Waits for what a run still owes, and shows errors that nobody takes where they happened.
 *
 * @returns True when there were such errors.
 * @throws The signal that ended one of the works.
 */
export async function settleOwed(session: Session, run: Run): Promise<boolean> {
  let hasFailed = false;
  for (let owed = run.owed.shift(); owed; owed = run.owed.shift()) {
    const { scope, result } = owed;
    try {
      await result;
    } catch (error) {
      if (owed.isTaken()) continue;
      if (error instanceof ControlSignal) throw error;
      if (run.ended) throw run.ended;
      hasFailed = true;
      showError(session, readable(error), scope, run);
    }
  }
  return hasFailed;
}
