import { encode } from "../../protocol/codec.ts";
import { packError, unpackError } from "../errors/carried-error.ts";
import { abortReason, AppError, readable } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { createQuietWork } from "../runs/quiet-work.ts";
import { currentScope, within } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { type Readers, TaskReaders } from "./readers.ts";

export type TaskState = "idle" | "running" | "done" | "failed" | "cancelled" | "lost";

/** How far a task says it is. */
export interface TaskProgress<Detail = unknown> {
  /** From 0 to 1. */
  readonly part: number;
  /** What the task said besides; undefined until it does. */
  readonly detail: Detail | undefined;
}

/** What a task's function gets before its own arguments. */
export interface TaskContext<Detail = unknown> {
  /** Tells how far the work is: a part from 0 to 1, and anything the page should show. */
  progress(part: number, detail?: Detail): void;
  /** Fires when the task is cancelled, or its session ends. */
  signal: AbortSignal;
  /** Adds a line to the log of the task; the latest 1000 are kept. */
  log(line: string): void;
}

/** A task at one time. */
export interface TaskFacts {
  state: TaskState;
  progress: TaskProgress;
  result: unknown;
  error: unknown;
  log: string[];
}

interface Entry extends TaskFacts {
  readonly key: string;
  /** Who looked at its state and what came of it. */
  readonly outcome: Readers;
  /** Who looked at how it goes: progress and log. */
  readonly course: Readers;
  controller: AbortController | undefined;
  /** The error, ready for another engine. */
  packed: Uint8Array | undefined;
}

/** What stands in the kept state of a session for a task; no user's key begins so. */
const KEPT = "$$ID-task:";
const MOST_LINES = 1000;
const START: TaskProgress = { part: 0, detail: undefined };

// biome-ignore lint/suspicious/noExplicitAny: takes whatever start() is given
type Work = (context: TaskContext<any>, ...args: any[]) => unknown;

/** The tasks of one session, by key: they live on from run to run. */
export class Tasks {
  private readonly entries = new Map<string, Entry>();
  readonly readers: TaskReaders;

  constructor(private readonly session: Session) {
    this.readers = new TaskReaders(session);
  }

  /** A task as it is now; the run that asks is redrawn when the side of it that it asks for changes. */
  read(key: string, side: "outcome" | "course"): TaskFacts {
    const entry = this.entry(key);
    const scope = currentScope();
    if (scope?.run) this.readers.note(entry[side], scope.run, scope.fragment);
    return entry;
  }

  /** False when the task with that key is running already. */
  start(key: string, work: Work, args: readonly unknown[]): boolean {
    const entry = this.entry(key);
    if (entry.state === "running") return false;
    const controller = new AbortController();
    Object.assign(entry, { state: "running", progress: START, result: undefined, error: undefined, log: [], controller, packed: undefined });
    const { core } = this.session;
    // Also a function that never waits must not hold up the run that starts it.
    core.host.soon(() => void this.work(entry, controller, work, args));
    this.readers.tell(entry.outcome);
    this.readers.tell(entry.course);
    this.session.keepSoon();
    return true;
  }

  cancel(key: string): void {
    const entry = this.entry(key);
    if (entry.state !== "running") return;
    const { controller } = entry;
    this.end(entry, { state: "cancelled" });
    controller?.abort(abortReason(`The task "${key}" was cancelled.`));
  }

  private async work(entry: Entry, controller: AbortController, work: Work, args: readonly unknown[]): Promise<void> {
    const { core, id } = this.session;
    const { signal } = controller;
    if (signal.aborted) return;
    const isCurrent = () => entry.controller === controller;
    const context: TaskContext = {
      signal,
      progress: (part, detail) => {
        checkPart(entry.key, part);
        if (!isCurrent()) return;
        entry.progress = { part: Math.min(1, Math.max(0, part)), detail };
        this.readers.tell(entry.course);
      },
      log: (line) => {
        if (!isCurrent()) return;
        entry.log.push(String(line));
        if (entry.log.length > MOST_LINES) entry.log.shift();
        this.readers.tell(entry.course);
      },
    };
    const shared = createQuietWork({
      what: "the task",
      name: `"${entry.key}"`,
      why: "it runs beside the script",
      hint: "Tell how far it is by progress(part, detail), return what it makes, and draw both in the script.",
      signal,
    });
    const scope = { run: undefined, target: shared.roots.main, shared, core };
    try {
      core.busy.enter(id);
      let made: unknown;
      try {
        made = within(scope, () => work(context, ...args));
      } finally {
        core.busy.leave();
      }
      const result = await made;
      if (isCurrent()) this.end(entry, { state: "done", result });
    } catch (thrown) {
      if (!isCurrent()) return;
      const error = readable(thrown);
      core.host.log("error", `The task "${entry.key}" failed.\n${core.reports.describe(error, core.reports.make(error, undefined))}`);
      this.end(entry, { state: "failed", error, packed: packError(error, core) });
    }
  }

  private end(entry: Entry, facts: Partial<TaskFacts> & { packed?: Uint8Array }): void {
    Object.assign(entry, facts, { controller: undefined });
    this.readers.tell(entry.outcome);
    this.session.keepSoon();
  }

  private entry(key: string): Entry {
    let entry = this.entries.get(key);
    if (!entry) {
      entry = {
        key,
        state: "idle",
        progress: START,
        result: undefined,
        error: undefined,
        log: [],
        outcome: this.readers.create(),
        course: this.readers.create(),
        controller: undefined,
        packed: undefined,
      };
      this.entries.set(key, entry);
    }
    return entry;
  }

  /** For an engine that takes over the session: results and errors, and which tasks will be missing theirs. */
  kept(): Map<string, unknown> {
    const kept = new Map<string, unknown>();
    for (const [key, { state, result, packed }] of this.entries) {
      if (state === "running" || (state === "done" && !isEncodable(result))) kept.set(KEPT + key, { state: "lost" });
      else if (state === "failed") kept.set(KEPT + key, { state, packed });
      else if (state === "done" || state === "cancelled" || state === "lost") kept.set(KEPT + key, { state, result });
    }
    return kept;
  }

  /** Takes up an entry of the kept state; false when it is none of a task. */
  restore(name: string, kept: unknown): boolean {
    if (!name.startsWith(KEPT)) return false;
    const entry = this.entry(name.slice(KEPT.length));
    const { state, result, packed } = kept as Pick<Entry, "state" | "result" | "packed">;
    entry.state = state;
    entry.result = result;
    entry.packed = packed;
    if (packed) entry.error = unpackError(packed, this.session.core);
    if (state === "lost") entry.error = lost(entry.key);
    return true;
  }

  /** Nobody will ask for the results any more. */
  close(): void {
    this.readers.close();
    for (const { controller, key } of this.entries.values()) {
      controller?.abort(abortReason(`The session of the task "${key}" has ended.`));
    }
    for (const entry of this.entries.values()) entry.controller = undefined;
    this.entries.clear();
  }
}

function isEncodable(value: unknown): boolean {
  try {
    encode(value, { references: true });
    return true;
  } catch {
    return false;
  }
}

function checkPart(key: string, part: unknown): void {
  if (typeof part === "number" && Number.isFinite(part)) return;
  throw new AppError("argument", `st.task "${key}": progress must be a number from 0 to 1, not ${quote(part)}`, {
    hint: "Divide what is done by what there is to do.",
  });
}

function lost(key: string): AppError {
  return new AppError("run-over", `The task "${key}" was lost: the process it ran in has ended.`, { hint: "Start it again." });
}
