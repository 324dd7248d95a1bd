import { AppError, readable } from "../errors/errors.ts";
import { currentCore, currentScope, engineScope, type Scope, within } from "../runs/scope.ts";
import type { CacheKind, Caches } from "./caches.ts";
import { type AnyFunction, CACHED, type Declaration, declare } from "./declaration.ts";
import { Flight } from "./flight.ts";
import { subject } from "./hash-errors.ts";
import { readBlob, UnreadBlobError } from "./hash-web.ts";
import { Recording, replay } from "./recording.ts";
import { RETRY_AFTER_MS } from "./refresh.ts";
import { showSpinnerNow } from "./spinner.ts";
import type { Entry, Store } from "./store.ts";

/** A synchronous function that took longer the last time shows its spinner, as one does that was never computed. */
const SLOW_MS = 200;

/** Caches of the engine that runs the code here; undefined where no engine is near. */
function cachesAt(scope: Scope | undefined): Caches | undefined {
  if (scope?.shared instanceof Recording) return scope.shared.core.caches;
  return (scope?.run?.live?.core ?? scope?.core)?.caches;
}

/** Refuses the call in a run that has been ended; other code may use cached functions whenever it likes. */
function check(scope: Scope | undefined): void {
  const run = scope?.run;
  if (run?.live) run.session();
  else if (run?.ended) throw run.ended;
}

/** Makes the function that stands for a cached one. */
export function createCached(kind: CacheKind, fn: AnyFunction, options: object): AnyFunction & { clear(...args: unknown[]): void } {
  // A declaration needs no engine: in a test it may come before there is one.
  let caches = cachesAt(engineScope());
  const declaration = declare(kind, fn, options, () => caches as Caches);
  const { settings, name } = declaration;
  let store: Store | undefined;
  if (settings.warning) {
    const { warning } = settings;
    const core = caches?.core ?? currentCore();
    core?.once(`cache-warning ${declaration.identity}`, () => core.host.log("warning", `The cached function ${name} ${warning}`));
  }

  const storeAt = (scope: Scope | undefined): Store => {
    const here = cachesAt(scope) ?? caches ?? currentCore()?.caches;
    if (!here) throw noEngine(name);
    caches = here;
    store = here.storeOf(declaration, scope);
    store.settings = settings;
    return store;
  };

  function cached(this: unknown, ...args: unknown[]): unknown {
    const scope = currentScope();
    check(scope);
    const at = storeAt(scope);
    let key: string;
    try {
      key = declaration.keyOf(at, this, args);
    } catch (error) {
      if (!(error instanceof UnreadBlobError)) throw error;
      return afterReading(error, declaration, caches as Caches, () => within(scope as Scope, () => cached.apply(this, args)));
    }
    const entry = at.find(key);
    const isOld = entry !== undefined && settings.refreshesBehind && at.wantsRefresh(key, entry);
    if (entry !== undefined && !settings.validate && !isOld) return hit(entry, scope);
    const call: Call = { caches: caches as Caches, declaration, store: at, scope, key, self: this, args };
    if (isOld) refreshBehind(call, entry);
    if (entry !== undefined && !settings.validate) return hit(entry, scope);
    return entry === undefined ? miss(call) : validated(call, entry);
  }
  cached.clear = (...args: unknown[]): void => {
    const at = storeAt(currentScope());
    try {
      // What a method was called on is not known here.
      const key = args.length === 0 || declaration.signature.usesThis ? undefined : declaration.keyOf(at, undefined, args);
      (caches as Caches).clearOf(declaration, at, key);
    } catch (error) {
      if (!(error instanceof UnreadBlobError)) throw error;
      // Which result it is, is known only once the file is read; until then none may be taken for good.
      (caches as Caches).clearOf(declaration, at);
    }
  };
  Object.defineProperty(cached, "name", { value: name, configurable: true });
  Object.defineProperty(cached, "length", { value: fn.length, configurable: true });
  Object.defineProperty(cached, CACHED, { value: declaration });
  return cached;
}

/** Calls again once the file among the arguments is read. */
function afterReading(error: UnreadBlobError, { fn, name }: Declaration, { core }: Caches, again: () => unknown): Promise<unknown> {
  const { what, blob } = error;
  if (isAsync(fn)) return readBlob(blob, (value) => core.host.hash(value)).then(again);
  const shown = blob instanceof File ? "File" : "Blob";
  throw new AppError("cache", `Cannot hash ${subject(what)} in '${name}': the bytes of a ${shown} can only be read by waiting, and the function is not async`, {
    hint: `Make '${name}' an async function, and await its result; or pass what the ${shown} holds: await file.text(), await file.arrayBuffer().`,
  });
}

/** One call that found no result. */
interface Call {
  readonly caches: Caches;
  readonly declaration: Declaration;
  readonly store: Store;
  readonly scope: Scope | undefined;
  readonly key: string;
  readonly self: unknown;
  readonly args: unknown[];
}

function hit(entry: Entry, scope: Scope | undefined): unknown {
  const value = entry.answer(scope);
  return entry.isAsync ? Promise.resolve(value) : value;
}

/** Hands a resource out if its author still finds it good, else makes another. */
function validated(call: Call, entry: Entry): unknown {
  const { store, scope, key, declaration } = call;
  const again = (): unknown => {
    // Another caller may have found the same, and made it anew already.
    if (store.find(key) === entry) store.delete(key);
    const now = store.find(key);
    return now ? hit(now, scope) : miss(call);
  };
  const verdict = declaration.settings.validate?.(entry.kept.value);
  if (!isThenable(verdict)) return verdict ? hit(entry, scope) : again();
  if (entry.isAsync) return Promise.resolve(verdict).then((good) => (good ? hit(entry, scope) : again()));
  throw new AppError("cache", `validate of the cached function '${declaration.name}' returned a promise, but the function itself is synchronous`, {
    hint: "Make validate synchronous, or the cached function async.",
  });
}

function miss(call: Call): unknown {
  const { store, key, scope, declaration } = call;
  if (scope?.shared instanceof Recording && scope.shared.computes(store, key)) throw loop(declaration.name);
  const flight = store.flights.get(key);
  return flight ? flight.join(scope) : compute(call);
}

/** Runs the function in a context of its own, and keeps what comes of it. */
function compute(call: Call): unknown {
  const { caches, declaration, store, scope, key, self, args } = call;
  const { core } = caches;
  const controller = new AbortController();
  const recording = new Recording(core, declaration.name, controller.signal, store, key, scope?.shared);
  let result: unknown;
  const spinner = spinnerOf(declaration, args);
  const mayBeSlow = (store.took ?? Number.POSITIVE_INFINITY) > SLOW_MS && !isAsync(declaration.fn);
  const hide = spinner && mayBeSlow ? showSpinnerNow(scope, spinner) : undefined;
  const began = core.host.now();
  try {
    result = within({ run: undefined, target: recording.roots.main, shared: recording, core }, () => declaration.fn.apply(self, args));
    if (!isThenable(result)) {
      store.took = core.host.now() - began;
      const entry = finish(call, result, recording, false);
      hide?.();
      store.put(key, entry);
      return entry.answer(scope);
    }
  } catch (error) {
    hide?.();
    replay(recording.drawn(), scope, core);
    throw error;
  }
  hide?.();
  // An async function has its own way to show one.
  store.took = 0;
  const onAbandon = (): void => {
    if (store.flights.get(key) === flight) store.flights.delete(key);
  };
  const flight: Flight = new Flight({ core, controller, spinner, onAbandon });
  store.flights.set(key, flight);
  const promise = flight.join(scope);
  void follow(call, result, recording, flight);
  return promise;
}

async function follow(call: Call, result: PromiseLike<unknown>, recording: Recording, flight: Flight): Promise<void> {
  const { store, key, caches } = call;
  try {
    const entry = finish(call, await result, recording, true);
    // Whoever cleared the cache meanwhile does not want this one any more.
    if (store.flights.get(key) === flight) {
      store.put(key, entry);
      store.flights.delete(key);
    }
    flight.land(entry);
  } catch (error) {
    if (store.flights.get(key) === flight) store.flights.delete(key);
    flight.fail(error, (scope) => replay(recording.drawn(), scope, caches.core));
  }
}

/** Computes anew, for nobody in particular, what all get the old result of meanwhile. */
function refreshBehind(call: Call, old: Entry): void {
  const { caches, declaration, store, key, self, args } = call;
  const { core } = caches;
  const { host } = core;
  const recording = new Recording(core, declaration.name, new AbortController().signal, store, key, undefined);
  const scope = { run: undefined, target: recording.roots.main, shared: recording, core };
  store.refreshes.set(key, "under way");
  // Whoever asked for it has his answer first.
  host.soon(async () => {
    try {
      const made: unknown = within(scope, () => declaration.fn.apply(self, args));
      store.renew(key, old, finish(call, await made, recording, isThenable(made)));
      store.refreshes.delete(key);
    } catch (thrown) {
      store.refreshes.set(key, host.now() + RETRY_AFTER_MS);
      const error = readable(thrown);
      host.log(
        "error",
        `The cached function ${declaration.name} failed in the background, so its old result is used.\n${core.reports.describe(error, core.reports.make(error, undefined))}`,
      );
    }
  });
}

function finish({ caches, declaration, store }: Call, value: unknown, recording: Recording, isAsync: boolean): Entry {
  if (declaration.kind === "resource" && ((typeof value === "object" && value !== null) || typeof value === "function")) caches.identify(value);
  return store.entry(value, recording.drawn(), isAsync);
}

function spinnerOf({ settings, name }: Declaration, args: readonly unknown[]): { text: string; showTime: boolean } | undefined {
  const { showSpinner, showTime } = settings;
  if (showSpinner === false) return undefined;
  const text = showSpinner === true ? `Running \`${name}(${args.length === 0 ? "" : "..."})\`.` : showSpinner;
  return { text, showTime };
}

function isAsync(fn: AnyFunction): boolean {
  return (fn as { [Symbol.toStringTag]?: string })[Symbol.toStringTag] === "AsyncFunction";
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

/** Waiting for oneself would never end. */
function loop(name: string): AppError {
  return new AppError("cache", `The cached function '${name}' calls itself with the same arguments, and would wait for itself for ever`, {
    hint: "Call it with other arguments, or call an uncached function.",
  });
}

function noEngine(name: string): AppError {
  return new AppError("not-in-run", `The cached function '${name}' was called where no app runs`, { hint: "Start the app with `rivulet run`." });
}
