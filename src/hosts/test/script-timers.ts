import { AsyncResource } from "node:async_hooks";

import type { Clock } from "./clock.ts";

/** What a script finds under the names of the timers and of the date. */
export const TIMER_NAMES = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] as const;
export type TimerGlobals = Readonly<Record<(typeof TIMER_NAMES)[number], unknown>>;

/** As much of Node's timers as scripts use. */
class Handle {
  constructor(readonly cancel: () => void) {}
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
  hasRef(): boolean {
    return true;
  }
  [Symbol.dispose](): void {
    this.cancel();
  }
}

function dateOf(clock: Clock): DateConstructor {
  return new Proxy(Date, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [clock.wallClock()] : args, newTarget) as object,
    apply: () => new Date(clock.wallClock()).toString(),
    get: (target, key) => (key === "now" ? () => clock.wallClock() : Reflect.get(target, key)),
  });
}

/**
 * Timers and the date of a script, which go by the clock of a test. Packages keep the real ones.
 *
 * @param clock What moves them.
 * @param failed Takes what their functions throw, where the script's run is known.
 */
export function scriptTimers(clock: Clock, failed: (error: unknown) => void): { globals: TimerGlobals; pending(): number } {
  const waiting = new Set<Handle>();
  const start = (run: (...args: unknown[]) => void, milliseconds: number, args: unknown[], again: boolean): Handle => {
    let timer = clock.after(milliseconds, due);
    const handle = new Handle(() => {
      timer.cancel();
      waiting.delete(handle);
    });
    waiting.add(handle);
    // As real timers do: the function runs where it was set.
    const call = AsyncResource.bind((): void => {
      try {
        run(...args);
      } catch (error) {
        failed(error);
      }
    });
    function due(): void {
      // The next beat is set before the function runs, which may clear it.
      if (again) timer = clock.after(Math.max(1, milliseconds), due);
      else waiting.delete(handle);
      call();
    }
    return handle;
  };
  const stop = (handle: unknown): void => {
    if (handle instanceof Handle) handle.cancel();
  };
  const globals: TimerGlobals = {
    setTimeout: (run: () => void, milliseconds = 0, ...args: unknown[]) => start(run, Number(milliseconds) || 0, args, false),
    setInterval: (run: () => void, milliseconds = 0, ...args: unknown[]) => start(run, Number(milliseconds) || 0, args, true),
    clearTimeout: stop,
    clearInterval: stop,
    Date: dateOf(clock),
  };
  return { globals, pending: () => waiting.size };
}
