import type { Outcome, WireValue } from "../../protocol/messages.ts";
import { ControlSignal, readable, RerunSignal, StopSignal, SupersededSignal, SwitchPageSignal } from "../errors/errors.ts";
import { Exception } from "../errors/exception-kind.ts";
import { checkSerializable } from "../state/kept-state.ts";
import { Block } from "../screen/node.ts";
import type { Run, Trigger } from "./run.ts";
import { type Scope, within } from "./scope.ts";
import type { Session } from "../sessions/session.ts";

/** Takes up reported values and says which callbacks they call, in the order of the report. */
export function callbacksFor(session: Session, values: Map<string, WireValue>, triggers: Map<string, Trigger>): (() => unknown)[] {
  const { widgets, core } = session;
  // A page shows such widgets so that nobody can move them: what comes for one was not done by a person.
  const isShut = (id: string) => Boolean(widgets.drawnAs(id)?.spec.disabled);
  const callbacks: (() => unknown)[] = [];
  const call = (id: string, value: () => unknown) => {
    const spec = widgets.drawnAs(id)?.spec;
    const { onChange, args } = spec ?? {};
    if (onChange) callbacks.push(() => (args ? onChange(...args) : onChange(value())));
  };
  for (const [id, wire] of values) {
    if (isShut(id)) continue;
    if (widgets.report(id, wire, core.isEqual)) call(id, () => widgets.read(id));
  }
  for (const [id, trigger] of triggers) {
    if (trigger.called) continue;
    if (isShut(id)) {
      triggers.delete(id);
      continue;
    }
    trigger.called = true;
    call(id, () => widgets.drawnAs(id)?.spec.decode(trigger.wire));
  }
  return callbacks;
}

/**
 * Callbacks run one after the other, to their end; an error in one ends the run before its body. So does a rerun of the
 * whole app asked for in a fragment's callback, once all have run; elsewhere what is asked for comes anyway.
 */
export async function runCallbacks(session: Session, run: Run, scope: Scope, callbacks: (() => unknown)[]): Promise<void> {
  let asked: RerunSignal | undefined;
  for (const callback of callbacks) {
    try {
      const result = within(scope, callback);
      if (result instanceof Promise) await result;
    } catch (error) {
      if (!(error instanceof RerunSignal)) throw error;
      run.ended = undefined;
      if (run.fragment && error.scope === "app") asked = error;
    }
  }
  if (!asked) return;
  run.end(asked);
  throw asked;
}

/** At the end of a run, where the app asks for it: every entry must be such that another process could take it over. */
export function checkState({ core, widgets }: Session): void {
  if (core.option("runner.enforceSerializableSessionState", false)) checkSerializable(widgets.entries());
}

/** What an error, or a signal, that left the script means for the run. */
export function outcomeOf(session: Session, run: Run, error: unknown, scope: Scope): Outcome {
  const signal = error instanceof ControlSignal ? error : run.ended;
  if (signal instanceof StopSignal) return "stopped";
  if (signal instanceof RerunSignal) {
    run.rerunScope = signal.scope;
    return "rerun";
  }
  if (signal instanceof SupersededSignal) return "superseded";
  if (signal instanceof SwitchPageSignal) {
    session.pages.switchTo(signal);
    return "rerun";
  }
  try {
    showError(session, readable(error), scope, run);
  } catch (second) {
    // Whatever is wrong with the error itself, the run must come to its end.
    session.core.host.log("error", `An error could not be shown: ${second instanceof Error ? second.message : ""}`);
  }
  return "error";
}

/** Draws the error box and writes the error to the log. */
export function showError(session: Session, error: unknown, scope: Scope, run?: Run): void {
  const { core, drawer, screen } = session;
  // What the script could have used is looked at, also the session state: where it runs.
  const report = within(scope, () => core.reports.make(error, run));
  core.host.log("error", core.reports.describe(error, report));
  const target = scope.target instanceof Block ? scope.target : screen.roots.main;
  // The box of a page goes with it when another is shown.
  const page = scope.page ?? (session.pages.shownKey || undefined);
  within({ ...scope, page }, () => drawer.draw(target, Exception, core.reports.redact(report), undefined, false, undefined));
}
