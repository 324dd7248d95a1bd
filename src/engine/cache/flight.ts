import type { EngineCore } from "../engine.ts";
import { type ControlSignal, StopSignal } from "../errors/errors.ts";
import type { Timer } from "../host.ts";
import type { Scope } from "../runs/scope.ts";
import { showSpinner } from "./spinner.ts";

/** How long a computation that nobody waits for goes on: the run that superseded its caller may ask for the same. */
const GRACE_MS = 300;

/** A result as each caller gets it, with what it drew. */
export interface Landing {
  /** Draws for one caller and gives his value. */
  answer(scope: Scope | undefined): unknown;
}

interface Waiter {
  resolve(value: unknown): void;
  reject(reason: unknown): void;
  readonly promise: Promise<unknown>;
  readonly scope: Scope | undefined;
  /** Stops listening, and takes the spinner away. */
  done(): void;
}

export interface FlightOptions {
  core: EngineCore;
  controller: AbortController;
  /** Text of the spinner; undefined for none. */
  spinner: { text: string; showTime: boolean } | undefined;
  /** Nobody waits any more. */
  onAbandon(): void;
}

/** One computation in progress, and all who wait for it. */
export class Flight {
  private readonly waiters = new Set<Waiter>();
  private grace: Timer | undefined;
  private landed: Landing | undefined;
  private failure: { reason: unknown } | undefined;

  constructor(private readonly options: FlightOptions) {}

  /** A promise for one caller, which is rejected when his run is ended. */
  join(scope: Scope | undefined): Promise<unknown> {
    const { landed, failure } = this;
    if (landed) return new Promise((resolve) => resolve(landed.answer(scope)));
    if (failure) return Promise.reject(failure.reason);
    this.grace?.cancel();
    this.grace = undefined;
    const waiter = this.newWaiter(scope);
    this.waiters.add(waiter);
    return waiter.promise;
  }

  private newWaiter(scope: Scope | undefined): Waiter {
    const { core, spinner } = this.options;
    let resolve: Waiter["resolve"] = () => {};
    let reject: Waiter["reject"] = () => {};
    const promise = new Promise<unknown>((fulfil, refuse) => {
      resolve = fulfil;
      reject = refuse;
    });
    const hide = spinner ? showSpinner(core, scope, spinner) : undefined;
    const signal = scope?.shared?.signal ?? scope?.run?.signal;
    const onAbort = (): void => {
      const reason = scope?.shared ? scope.shared.signal.reason : scope?.run?.ended;
      // A run that came to its end by itself takes nothing back.
      if (reason !== undefined) this.leave(waiter, reason);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    const done = (): void => {
      signal?.removeEventListener("abort", onAbort);
      hide?.();
    };
    const waiter: Waiter = { resolve, reject, promise, scope, done };
    return waiter;
  }

  private leave(waiter: Waiter, reason: ControlSignal): void {
    if (!this.waiters.delete(waiter)) return;
    waiter.done();
    // Whoever was superseded often waits no more; then nobody is there to catch this.
    waiter.promise.catch(() => {});
    waiter.reject(reason);
    if (this.waiters.size > 0) return;
    const abandon = (): void => {
      this.options.onAbandon();
      this.options.controller.abort(reason);
    };
    if (reason instanceof StopSignal) abandon();
    else this.grace = this.options.core.host.after(GRACE_MS, abandon);
  }

  /** Gives every caller the result. */
  land(landing: Landing): void {
    this.landed = landing;
    this.each((waiter) => waiter.resolve(landing.answer(waiter.scope)));
  }

  /** Gives every caller the error; `draw` shows him what came before it. */
  fail(reason: unknown, draw: (scope: Scope | undefined) => void): void {
    this.failure = { reason };
    this.each((waiter) => {
      draw(waiter.scope);
      waiter.reject(reason);
    });
  }

  private each(settle: (waiter: Waiter) => void): void {
    this.grace?.cancel();
    const waiters = [...this.waiters];
    this.waiters.clear();
    for (const waiter of waiters) {
      waiter.done();
      try {
        settle(waiter);
      } catch (error) {
        waiter.reject(error);
      }
    }
  }
}
