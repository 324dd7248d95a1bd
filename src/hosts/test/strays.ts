import type { EngineCore } from "../../engine/engine.ts";
import { currentScope } from "../../engine/runs/scope.ts";

/** What takes the errors of one app that nobody caught. */
type Listener = (error: unknown) => void;

const EVENTS: readonly unknown[] = ["unhandledRejection", "uncaughtException"];
/** Weak: a test is done with an app when it lets go of it. */
const bySession = new Map<string, WeakRef<Listener>>();
const byCore = new WeakMap<EngineCore, Listener>();

/** Takes the errors of the app whose code threw, in a run or in work that sessions share; undefined when it was no app's. */
function listenerNow(): Listener | undefined {
  const scope = currentScope();
  const app = scope?.run && bySession.get(scope.run.sessionId);
  // Nobody looks any more at an app that is gone.
  if (app) return app.deref() ?? (() => {});
  const core = scope?.core ?? scope?.run?.live?.core;
  return core && byCore.get(core);
}

/**
 * Looks at every error that nobody caught before the test runner does: one of an app under test is the app's, as on a
 * server, where it ends nothing; all others go on to the runner.
 */
function watch(): void {
  const emit = process.emit.bind(process) as (event: string | symbol, ...args: unknown[]) => boolean;
  process.emit = ((event: string | symbol, ...args: unknown[]): boolean => {
    const listener = EVENTS.includes(event) ? listenerNow() : undefined;
    if (!listener) return emit(event, ...args);
    listener(args[0]);
    return true;
  }) as typeof process.emit;
}

let isWatching = false;

/** Hands errors nobody caught in an app to `listener`, as long as whoever made that holds it. */
export function catchStrays(session: string, core: EngineCore, listener: Listener): void {
  if (!isWatching) watch();
  isWatching = true;
  bySession.set(session, new WeakRef(listener));
  byCore.set(core, listener);
}
