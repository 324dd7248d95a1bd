import { StopSignal } from "../engine/errors/errors.ts";
import { owe } from "../engine/runs/owed.ts";
import type { Run } from "../engine/runs/run.ts";
import { within } from "../engine/runs/scope.ts";
import { active } from "../engine/screen/place.ts";
import type { Session } from "../engine/sessions/session.ts";
import type { Container } from "./index.ts";

export interface Showing {
  /** Tells the page that the work is over; it may draw. */
  end(outcome: "complete" | "error"): void;
  /** As `end`, when the run was stopped and may draw no more. */
  stopped(session: Session): void;
}

/**
 * Runs the body of a command that shows how it goes. The run does not end before an async body has, awaited or not.
 *
 * @param place - Where the error of a body that nobody awaits is shown.
 * @param body - The work, already where it draws.
 * @param showing - What to do at its end.
 * @returns What the body returns.
 */
export function work(place: Container, body: () => unknown, showing: Showing): unknown {
  const { scope, run } = active();
  // Synchronous work would keep the page from hearing of it.
  run?.session().updates.settleNow();
  const unwatch = run ? watchStop(run, showing) : () => {};
  const over = (outcome: "complete" | "error") => {
    unwatch();
    if (!run || run.live) within(scope, () => showing.end(outcome));
  };
  const failed = (error: unknown): never => {
    over("error");
    throw error;
  };
  const done = (value: unknown) => {
    over("complete");
    return value;
  };
  let result: unknown;
  try {
    result = body();
  } catch (error) {
    return failed(error);
  }
  return result instanceof Promise ? owe({ ...scope, target: place.target ?? scope.target }, result.then(done, failed)) : done(result);
}

function watchStop(run: Run, { stopped }: Showing): () => void {
  const session = run.session();
  const { signal } = run;
  const listen = () => {
    if (run.ended instanceof StopSignal && !session.closed) stopped(session);
  };
  signal.addEventListener("abort", listen, { once: true });
  return () => signal.removeEventListener("abort", listen);
}
