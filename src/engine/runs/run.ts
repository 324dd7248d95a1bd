import type { Outcome, WireValue } from "../../protocol/messages.ts";
import type { FunctionStamp } from "../modules/runtime.ts";
import { abortReason, AppError, type ControlSignal, StopSignal, SupersededSignal } from "../errors/errors.ts";
import { sayWhere } from "../errors/said.ts";
import type { Block, Node } from "../screen/node.ts";
import type { Owed } from "./owed.ts";
import type { Session } from "../sessions/session.ts";

/** A click, or another value that lives for one run. */
export interface Trigger {
  wire: WireValue;
  /** Its callback has run; only the widget's call is still to see it. */
  called: boolean;
  /** The widget's call has seen it. */
  delivered: boolean;
}

/** A part of the script that reruns on its own. */
export interface FragmentInstance {
  readonly id: string;
  readonly block: Block;
  readonly body: () => unknown;
  readonly parent: FragmentInstance | undefined;
  readonly stamp: FunctionStamp | undefined;
  everySeconds: number | undefined;
}

/** One for all: an error made at the end of a run would hold on to its session by its stack, for as long as somebody has the signal. */
const OVER = abortReason("The run is over.");

/** One pass through the script, or through one fragment of it. */
export class Run {
  phase: "callbacks" | "body" = "callbacks";
  /** Set once the run may do nothing more; thrown at every further step of it. */
  ended: ControlSignal | undefined;
  readonly drawnIds = new Set<string>();
  readonly drawnKeys = new Set<string>();
  /** Cached functions that gave the session frozen values, for the hint when somebody writes to one: often a callback, in a later run. */
  readonly frozen: Set<string>;
  /** Errors of it that nobody caught. */
  strays = 0;
  readonly sessionId: string;
  readonly startedAt: number;
  lastSettle: number;
  /** Ordinals of fragments and the like that are told apart by order. */
  readonly counters = new Map<string, number>();
  /** Set by the command that may come once in a run. */
  readonly once = new Set<string>();
  /** Toasts and the like that it has shown. */
  readonly announced: Node[] = [];
  /** Work it waits for before it is over. */
  readonly owed: Owed[] = [];
  /** Nobody asked for it and the page does not hear of it: after a move to another engine it makes the callbacks exist. */
  isSilent = false;
  /** What `st.rerun()` asked to run again. */
  rerunScope: "app" | "fragment" = "app";
  private owner: Session | undefined;
  private controller: AbortController | undefined;
  private finished = false;

  constructor(
    session: Session,
    readonly number: number,
    readonly fragment: FragmentInstance | undefined,
    readonly triggers: Map<string, Trigger>,
    now: number,
  ) {
    this.owner = session;
    this.sessionId = session.id;
    this.frozen = session.frozen;
    this.startedAt = now;
    this.lastSettle = now;
  }

  /** The session, while this run may still act on it. Every `st` call passes here. */
  session(): Session {
    if (this.ended) throw this.ended;
    const { owner } = this;
    if (!owner) throw runOver();
    const asked = owner.stop.raised();
    if (asked !== 0) this.obey(asked);
    return owner;
  }

  /** The session without the check, for the engine's own use; undefined once the run is over. */
  get live(): Session | undefined {
    return this.ended ? undefined : this.owner;
  }

  get signal(): AbortSignal {
    this.controller ??= new AbortController();
    if (this.ended || this.finished) this.controller.abort(this.ended ?? OVER);
    return this.controller.signal;
  }

  /** The value a one-time widget has in this run; seeing it delivers it. */
  trigger(id: string): Trigger | undefined {
    return this.triggers.get(id);
  }

  /** From here on every step of the run throws `signal`. */
  end(signal: ControlSignal): void {
    if (this.ended || this.finished) return;
    this.ended = signal;
    this.controller?.abort(signal);
  }

  /** Empties the handle that timers and closures of the script may still hold. */
  release(outcome: Outcome): void {
    this.finished = true;
    this.owner = undefined;
    if (outcome === "superseded" && !this.ended) this.ended = new SupersededSignal();
    this.controller?.abort(this.ended ?? OVER);
  }

  /** Ordinal of something within this run, starting at 0. */
  count(what: string): number {
    const n = this.counters.get(what) ?? 0;
    this.counters.set(what, n + 1);
    return n;
  }

  private obey(asked: 1 | 2 | 3): void {
    if (asked === 3) {
      this.owner?.stop.lower();
      if (this.owner) sayWhere(this.owner, this);
      return;
    }
    if (asked === 1 && (this.phase === "callbacks" || this.fragment)) return;
    this.owner?.stop.lower();
    this.end(asked === 2 ? new StopSignal() : new SupersededSignal());
    throw this.ended;
  }
}

function runOver(): AppError {
  return new AppError("run-over", "a command was called after its run had ended", {
    hint: "Await everything the script starts, or move work that outlives a run into st.task.",
  });
}
