import type { FragmentInstance, Run } from "../runs/run.ts";
import type { Timer } from "../host.ts";
import type { Session } from "../sessions/session.ts";

/** What reads tasks is redrawn at most this often. */
const EVERY_MS = 100;

/** The whole script, as opposed to the id of a fragment. */
const APP = "";

/** What on the page was made from one side of a task. */
export interface Readers {
  /** Counts the changes of that side. */
  version: number;
  /** Fragments by id, and the script itself, with the version each has seen first in its run. */
  readonly seen: Map<string, number>;
}

/**
 * Reruns what has read a task when the task changes. A full run forgets all readers as it begins, a fragment's run
 * only itself, so that whoever does not read any more is left alone.
 */
export class TaskReaders {
  private readonly all = new Set<Readers>();
  private readonly changed = new Set<Readers>();
  private timer: Timer | undefined;
  private isWaiting = false;
  private last = Number.NEGATIVE_INFINITY;

  constructor(private readonly session: Session) {}

  /** Readers of one more thing. */
  create(): Readers {
    const readers: Readers = { version: 0, seen: new Map() };
    this.all.add(readers);
    return readers;
  }

  /** A run, or a part of it, has looked at the task. Callbacks draw nothing: what they read needs no redraw. */
  note(readers: Readers, run: Run, fragment: FragmentInstance | undefined): void {
    const reader = fragment?.id ?? APP;
    if (run.phase === "body" && !readers.seen.has(reader)) readers.seen.set(reader, readers.version);
  }

  beginRun(fragment = APP): void {
    for (const { seen } of this.all) {
      if (fragment === APP) seen.clear();
      else seen.delete(fragment);
    }
  }

  /** The task has changed: its readers run again, a little later. */
  tell(readers: Readers): void {
    readers.version += 1;
    this.changed.add(readers);
    if (this.timer || this.session.closed) return;
    const { host } = this.session.core;
    const wait = Math.max(0, this.last + EVERY_MS - host.now());
    this.timer = host.after(wait, () => this.flush());
  }

  close(): void {
    this.timer?.cancel();
    this.changed.clear();
    this.all.clear();
  }

  private flush(): void {
    this.timer = undefined;
    const { session } = this;
    if (session.closed) return;
    const wanted = new Set<string>();
    for (const { version, seen } of this.changed) {
      for (const [reader, was] of seen) if (was < version) wanted.add(reader);
    }
    if (wanted.has(APP) && this.isBusy()) {
      this.whenIdle();
      return;
    }
    this.last = session.core.host.now();
    this.changed.clear();
    const { seq } = session.screen;
    if (wanted.has(APP)) session.request({ type: "rerun", seq, auto: true });
    else for (const fragment of wanted) session.request({ type: "rerun", seq, fragment, auto: true });
  }

  /** A redraw of the whole script never cuts short what a person has asked for. */
  private isBusy(): boolean {
    const { session } = this;
    return session.run !== undefined || session.inbox.isWaiting || session.fragments.isBusy;
  }

  private whenIdle(): void {
    const { session } = this;
    if (this.isWaiting) return;
    this.isWaiting = true;
    const wake = () => {
      session.idle.delete(wake);
      this.isWaiting = false;
      session.core.host.soon(() => {
        if (!this.timer) this.flush();
      });
    };
    session.idle.add(wake);
  }
}
