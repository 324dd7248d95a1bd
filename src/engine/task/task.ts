import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { sessionOf } from "../screen/place.ts";
import type { TaskContext, TaskFacts, TaskProgress } from "./tasks.ts";

interface TaskCommands<A extends unknown[], Detail> {
  readonly key: string;
  /** How far it says it is; `{ part: 0 }` until it says so. */
  readonly progress: TaskProgress<Detail>;
  /** The lines it has logged since its last start, oldest first. */
  readonly log: readonly string[];
  /**
   * Starts the work, unless a task with this key is running already.
   *
   * @returns False when it was running already.
   */
  start(...args: A): boolean;
  /** Fires the signal of the running work, whose result will be dropped; does nothing when none is running. */
  cancel(): void;
}

/** What has come of the work, told apart by `state`. */
type TaskOutcome<R> =
  | { readonly state: "idle" | "running" | "cancelled"; readonly result: undefined; readonly error: undefined }
  | { readonly state: "done"; readonly result: R; readonly error: undefined }
  | { readonly state: "failed" | "lost"; readonly result: undefined; readonly error: unknown };

/** Work beside the script. `state` is `"lost"` when the server was restarted before the work was done. */
export type Task<A extends unknown[] = unknown[], R = unknown, Detail = unknown> = TaskCommands<A, Detail> & TaskOutcome<R>;

/**
 * Names a piece of work that goes on beside the script: over reruns, and while the page is not connected. Defining it
 * starts nothing. It is the session's own. Whatever part of the page reads the task is drawn again when it changes,
 * at most ten times a second. The function cannot draw nor use what belongs to the session: give it what it needs.
 *
 * @param key - Name of the task in the session; two tasks of one key are the same task.
 * @param work - Gets `{ progress, signal, log }`, then what `start` is given; may be async.
 * @returns The task: its `state`, `progress`, `result`, `error` and `log`, and `start` and `cancel`.
 * @throws AppError when the key is no text or the work is no function.
 * @example
 * const sum = st.task("sum", async ({ progress }, pages: number) => {
 *   for (let page = 0; page < pages; page += 1) { await load(page); progress(page / pages); }
 * });
 * if (st.button("Start")) sum.start(20);
 */
export function task<A extends unknown[], R, Detail = unknown>(
  key: string,
  work: (context: TaskContext<Detail>, ...args: A) => R,
): Task<A, Awaited<R>, Detail> {
  if (typeof key !== "string" || key === "") {
    throw new AppError("argument", `st.task: key must be a text, not ${key === "" ? "an empty one" : quote(key)}`, {
      hint: 'Name the task: st.task("train", …).',
    });
  }
  if (typeof work !== "function") {
    throw new AppError("argument", `st.task: the second argument must be a function, not ${quote(work)}`, {
      hint: 'Write st.task("name", async ({ progress }) => { … }).',
    });
  }
  const tasks = () => sessionOf("st.task").tasks;
  const facts = (side: "outcome" | "course" = "outcome"): TaskFacts => tasks().read(key, side);
  const handle = {
    key,
    get state() {
      return facts().state;
    },
    get progress() {
      return facts("course").progress;
    },
    get result() {
      return facts().result;
    },
    get error() {
      return facts().error;
    },
    get log() {
      return [...facts("course").log];
    },
    start: (...args: A) => tasks().start(key, work, args),
    cancel: () => tasks().cancel(key),
  };
  return handle as Task<A, Awaited<R>, Detail>;
}
