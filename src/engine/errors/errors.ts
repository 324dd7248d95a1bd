/** Closed table of mistakes a script can make; tests and docs refer to them by code. */
export type ErrorCode =
  | "argument"
  | "duplicate-id"
  | "duplicate-key"
  | "state-locked"
  | "state-not-assignable"
  | "state-missing-key"
  | "state-reserved-key"
  | "state-not-serializable"
  | "not-in-run"
  | "run-over"
  | "while-importing"
  | "in-shared-work"
  | "nesting"
  | "form"
  | "fragment"
  | "page"
  | "cache"
  | "config"
  | "secrets"
  | "data"
  | "message-too-big"
  | "stray"
  | "test";

/** A mistake in how a command was used: shown to the author with the fix, without the framework's frames. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: { hint?: string | undefined; cause?: unknown } = {}) {
    super(message, "cause" in options ? { cause: options.cause } : undefined);
    this.name = "AppError";
    this.code = code;
    this.hint = options.hint;
  }
}

/** On every signal, whichever copy of this package made it: a library may bring its own, and must still end the run. */
const SIGNAL = Symbol.for("rivulet.signal");

/** Thrown to end or redirect a run; never an error, never caught for good by user code. */
export abstract class ControlSignal {
  abstract readonly signal: "stop" | "rerun" | "superseded" | "switch-page";
  /** What a subclass stands for; the class of all signals has none. */
  protected static readonly kind: ControlSignal["signal"] | undefined = undefined;

  get [SIGNAL](): ControlSignal["signal"] {
    return this.signal;
  }

  static [Symbol.hasInstance](value: unknown): boolean {
    const signal = signalOf(value);
    return signal !== undefined && (this.kind === undefined || this.kind === signal);
  }
}

/** Anything can be thrown, also what throws when it is looked at. */
function signalOf(value: unknown): string | undefined {
  try {
    return (value as { [SIGNAL]?: string } | null | undefined)?.[SIGNAL];
  } catch {
    return undefined;
  }
}

/** A reason for a signal to fire. Its stack is a mere text, so that whoever keeps the signal keeps nothing of the caller. */
export function abortReason(message: string): DOMException {
  const reason = new DOMException(message, "AbortError");
  void reason.stack;
  return reason;
}

/** What was thrown, or an error that stands for it when it cannot be looked at. */
export function readable(thrown: unknown): unknown {
  try {
    // What an error says is read with care; any other value must at least bear a look.
    if (!(thrown instanceof Error)) void (thrown as { message?: unknown } | null | undefined)?.message;
    return thrown;
  } catch {
    return new Error("a value was thrown that cannot be read: throw an Error instead");
  }
}

/** `st.stop()`, or Stop in the page. */
export class StopSignal extends ControlSignal {
  protected static override readonly kind = "stop";
  readonly signal = "stop";
}

/** `st.rerun()`. */
export class RerunSignal extends ControlSignal {
  protected static override readonly kind = "rerun";
  readonly signal = "rerun";
  constructor(readonly scope: "app" | "fragment") {
    super();
  }
}

/** A newer interaction took the place of this run. */
export class SupersededSignal extends ControlSignal {
  protected static override readonly kind = "superseded";
  readonly signal = "superseded";
}

/** `st.switchPage()`. */
export class SwitchPageSignal extends ControlSignal {
  protected static override readonly kind = "switch-page";
  readonly signal = "switch-page";
  constructor(
    readonly page: string,
    readonly query: string | undefined,
  ) {
    super();
  }
}
