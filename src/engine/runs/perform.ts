import type { Outcome } from "../../protocol/messages.ts";
import type { Session } from "../sessions/session.ts";
import { checkState, outcomeOf, runCallbacks } from "./execution.ts";
import { settleOwed } from "./owed.ts";
import type { Run } from "./run.ts";
import { type Scope, within } from "./scope.ts";

/** One run and what it is made of, be it of the whole script or of a fragment. */
export interface RunParts {
  run: Run;
  /** Where its callbacks and its body draw. */
  scope: Scope;
  callbacks: (() => unknown)[];
  body: () => unknown;
  /** False once another run has taken its place, which then answers for it. */
  isCurrent(): boolean;
}

/**
 * Runs the callbacks, then the body, and waits for all that they started. Errors are shown where they happened.
 *
 * @returns How the run came to its end; undefined when another has taken its place.
 */
export async function perform(session: Session, parts: RunParts): Promise<Outcome | undefined> {
  const { run, scope, isCurrent } = parts;
  let outcome: Outcome = "done";
  try {
    await callbacksAndBody(session, parts);
    if (run.ended) throw run.ended;
    if (await settleOwed(session, run)) outcome = "error";
    if (run.ended) throw run.ended;
    checkState(session);
  } catch (error) {
    if (!isCurrent()) return undefined;
    outcome = outcomeOf(session, run, error, scope);
    // What else is under way still belongs to this run.
    if (outcome === "error") await settleOwed(session, run).catch((signal) => (outcome = outcomeOf(session, run, signal, scope)));
  }
  return isCurrent() ? outcome : undefined;
}

async function callbacksAndBody(session: Session, { run, scope, callbacks, body }: RunParts): Promise<void> {
  const { busy } = session.core;
  let result: unknown;
  busy.enter(session.id);
  try {
    if (callbacks.length > 0) await runCallbacks(session, run, scope, callbacks);
    run.phase = "body";
    // Callbacks run to their end; what was asked for meanwhile goes before the body.
    if (callbacks.length > 0 && session.inbox.isWaiting) session.fullRuns.pump();
    if (!run.ended) result = within(scope, body);
  } finally {
    busy.leave();
  }
  await result;
}
