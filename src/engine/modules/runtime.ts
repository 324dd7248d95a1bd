/** Commands whose function is stamped by the compiler. */
export type StampedCall = "cacheData" | "cacheResource" | "fragment" | "dialog" | "task" | "offload" | "echo";

/** What the compiler knows of a function that has an identity: nothing of it depends on transpiled text. */
export interface FunctionStamp {
  readonly call: StampedCall;
  /** Id of the module in which the call stands. */
  readonly module: string;
  /** Names of the enclosing declarations and of the variable; unrelated edits do not change it. */
  readonly position: string;
  /** Hash of the original text of the function and of the functions of the same module it uses. */
  readonly hash: string;
  /** The variable that holds the result, else the function's own name, else "". */
  readonly name: string;
  /** Parameter names in order; a rest parameter begins with `...`, a pattern is named by what it takes: `{ id, name }`. */
  readonly parameters: readonly string[];
  /** What stands in the function of `echo`, as its author wrote it. */
  readonly source?: string;
  /** Variables from outside as they are now; what is not initialised yet is left out. */
  captured(): Record<string, unknown>;
}

/** A moment before a wait or a `try`: what was current then. Opaque to compiled code. */
export type ResumeToken = unknown;

/** What compiled code calls; the value of the parameter `__rv`. */
export interface ModuleRuntime {
  /** Writes the values of an expression statement. */
  magic(...values: unknown[]): void;
  /** Taken before user code waits, and before a `try`. */
  suspend(): ResumeToken;
  /** After a wait: makes the run current again, throws if it is superseded; returns `value`. */
  resume<T>(token: ResumeToken, value?: T): T;
  /** First thing in a `catch`: rethrows control signals, else makes the run current again; returns `error`. */
  caught<T>(token: ResumeToken, error: T): T;
  /** First thing in a `finally`: makes the run current again and never throws. */
  restore(token: ResumeToken): void;
  /** First thing in every turn of a loop: throws if the run is superseded. */
  step(): void;
  /** Marks a function with what the compiler knows of it; returns the function. */
  stamp<F extends (...args: never[]) => unknown>(fn: F, stamp: FunctionStamp): F;
}
