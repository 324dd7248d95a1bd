import { CodecError, encode } from "../../protocol/codec.ts";
import { packError, unpackError } from "../errors/carried-error.ts";
import type { EngineCore } from "../engine.ts";
import { AppError } from "../errors/errors.ts";
import type { OffloadAnswer, OffloadCall, Offloader } from "../host.ts";
import { currentCore, currentScope, type Scope } from "../runs/scope.ts";
import { executeOffloaded } from "./execute.ts";
import { noThreads, notAFunction, notExported } from "./refusals.ts";

/** Leads from an offloaded function to what it stands for: in keys of caches it counts by that. */
export const OFFLOADED = Symbol.for("rivulet.offloaded");

/** Where an offloaded function comes from, with the hash of its module's source. */
export type OffloadedFrom = () => string;

/**
 * Puts a function on another thread: a long computation then holds up neither this page nor anybody else's. The
 * function must be exported by a module of the app. Arguments and results are copied: plain data, dates, tables of
 * typed arrays, `Temporal`, `Map`, `Set`. An `AbortSignal` among the arguments, by itself or as a field of an
 * options object, arrives as a signal; when it fires, and when the run that waits is superseded or stopped, the work
 * is ended, with its thread if it does not give way. The function cannot draw, nor use what belongs to a session.
 *
 * @param fn - The exported function; may be async.
 * @returns The function to call instead, with a promise of the same result. What it throws is thrown there.
 * @throws AppError for a function that no module exports, naming what it uses of its surroundings; when called, for
 * arguments and results that cannot be copied.
 * @example
 * import { simulate } from "./simulate.ts";
 * const run = st.offload(simulate);
 * st.lineChart(await run(st.slider("Years", 1, 100)));
 */
export function offload<A extends unknown[], R>(fn: (...args: A) => R): (...args: A) => Promise<Awaited<R>> {
  if (typeof fn !== "function") throw notAFunction(fn);
  const core = currentCore();
  // A function taken as the script, as tests do, has no modules at all.
  const origin = core?.modules.originOf(fn) ?? (core?.entry === "" ? { module: "", name: fn.name } : undefined);
  if (!core || !origin) throw notExported(fn);
  const offloaded = (...args: A): Promise<Awaited<R>> => call(fn as (...args: unknown[]) => unknown, origin, args) as Promise<Awaited<R>>;
  const from: OffloadedFrom = () => `${origin.module}#${origin.name}|${core.modules.compiled(origin.module)?.hash ?? ""}`;
  Object.defineProperty(offloaded, "name", { value: fn.name, configurable: true });
  Object.defineProperty(offloaded, OFFLOADED, { value: from });
  return offloaded;
}

async function call(fn: (...args: unknown[]) => unknown, origin: { module: string; name: string }, args: unknown[]): Promise<unknown> {
  const scope = currentScope();
  if (scope?.run?.ended) throw scope.run.ended;
  const core = currentCore();
  const port = core?.host.offload;
  if (!core || port === undefined) throw noThreads(fn.name);
  const caller = new Error("called here");
  const { given, signals, sources } = separateSignals(args);
  const packed: OffloadCall = { ...origin, args: encodeArguments(fn.name || origin.name, given), signals };
  const job = port === "here" ? runHere(core, packed, fn) : port.run(packed, ownerOf(scope));
  const answer = await untilEnded(job, scope, sources);
  if ("error" in answer) throw unpackError(answer.error, core, caller);
  return core.decodeState(answer.value);
}

/** Takes signals out of the arguments: they cannot be copied, but the other thread can have one that follows them. */
function separateSignals(args: readonly unknown[]) {
  const signals: (string | number)[][] = [];
  const sources: AbortSignal[] = [];
  const given = args.map((argument, at) => {
    if (argument instanceof AbortSignal) {
      signals.push([at]);
      sources.push(argument);
      return undefined;
    }
    if (typeof argument !== "object" || argument === null || Object.getPrototypeOf(argument) !== Object.prototype) return argument;
    const fields = Object.entries(argument).filter(([, value]) => value instanceof AbortSignal);
    for (const [key, signal] of fields) {
      signals.push([at, key]);
      sources.push(signal as AbortSignal);
    }
    return fields.length === 0 ? argument : { ...argument, ...Object.fromEntries(fields.map(([key]) => [key, undefined])) };
  });
  return { given, signals, sources };
}

function encodeArguments(name: string, args: readonly unknown[]): Uint8Array {
  try {
    return encode(args, { references: true });
  } catch (error) {
    if (!(error instanceof CodecError)) throw error;
  }
  for (const [at, argument] of args.entries()) {
    try {
      encode(argument, { references: true });
    } catch (error) {
      throw new AppError("argument", `st.offload: argument ${at + 1} of ${name} cannot be given to another thread. ${(error as Error).message}`, {
        hint: "Pass plain data, and let the function make or import what else it needs.",
      });
    }
  }
  throw new AppError("argument", `st.offload: the arguments of ${name} are too big to be given to another thread`, { hint: "Pass less at once." });
}

/** Calls of one session wait for each other before those of others do. */
function ownerOf(scope: Scope | undefined): string {
  return scope?.run?.sessionId ?? scope?.shared?.name ?? "";
}

function runHere(core: EngineCore, packed: OffloadCall, fn: (...args: unknown[]) => unknown): ReturnType<Offloader["run"]> {
  const controller = new AbortController();
  const execute = async (): Promise<OffloadAnswer> => {
    try {
      return { value: await executeOffloaded({ core, call: packed, signal: controller.signal }, fn) };
    } catch (error) {
      return { error: packError(error, core) };
    }
  };
  return { answer: execute(), stop: () => controller.abort() };
}

/** Waits for the answer; ends the work when whoever waits for it is ended, or when he says so by a signal. */
function untilEnded({ answer, stop }: ReturnType<Offloader["run"]>, scope: Scope | undefined, given: readonly AbortSignal[]): Promise<OffloadAnswer> {
  return new Promise((resolve, reject) => {
    const listening: [AbortSignal, () => void][] = [];
    const done = (): void => {
      for (const [signal, listener] of listening) signal.removeEventListener("abort", listener);
    };
    const follow = (signal: AbortSignal, reasonOf: () => unknown): void => {
      const onAbort = (): void => {
        const reason = reasonOf();
        // A run that came to its end by itself takes nothing back.
        if (reason === undefined) return;
        done();
        stop();
        reject(reason);
      };
      listening.push([signal, onAbort]);
      signal.addEventListener("abort", onAbort);
      if (signal.aborted) onAbort();
    };
    answer.then(resolve, reject).finally(done);
    const { run, shared } = scope ?? {};
    if (shared) follow(shared.signal, () => shared.signal.reason);
    else if (run) follow(run.signal, () => run.ended);
    for (const signal of given) follow(signal, () => signal.reason);
  });
}
