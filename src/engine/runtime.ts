import { ControlSignal } from "./errors/errors.ts";
import type { CurrentSlot } from "./host.ts";
import type { FunctionStamp, ModuleRuntime } from "./modules/runtime.ts";
import { Place } from "./screen/place.ts";
import type { Scope } from "./runs/scope.ts";

export const STAMP = Symbol.for("rivulet.stamp");
const wherever = new Place(undefined);

/** What the compiler said of a function, if it was stamped. */
export function stampOf(body: unknown): FunctionStamp | undefined {
  return (body as { [STAMP]?: FunctionStamp } | undefined)?.[STAMP];
}

/** The `__rv` of one module: keeps the current run current over awaits, and ends runs that may not go on. */
export function createRuntime(_module: string, slot: CurrentSlot<Scope>): ModuleRuntime {
  const check = (scope: Scope | undefined): void => {
    const run = scope?.run;
    if (run?.live) run.session();
    else if (run?.ended) throw run.ended;
    scope?.shared?.check?.();
  };
  return {
    magic(...values) {
      (wherever as unknown as { write(...values: unknown[]): void }).write(...values);
    },
    suspend: () => slot.get(),
    resume(token, value) {
      slot.resume(token as Scope | undefined);
      check(token as Scope | undefined);
      return value as never;
    },
    caught(token, error) {
      slot.resume(token as Scope | undefined);
      if (error instanceof ControlSignal) throw error;
      check(token as Scope | undefined);
      return error;
    },
    restore(token) {
      slot.resume(token as Scope | undefined);
    },
    step() {
      check(slot.get());
    },
    stamp(body, stamp) {
      Object.defineProperty(body, STAMP, { value: stamp, configurable: true });
      return body;
    },
  };
}
