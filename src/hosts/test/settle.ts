import type { StopFlag } from "../../engine/host.ts";
import type { Session } from "../../engine/sessions/session.ts";
import { AppTestError } from "./test-error.ts";

/** Kept from before a test replaces them: waiting must work while a test runner's timers stand still. */
const { setImmediate, setTimeout, clearTimeout, performance } = globalThis;

/** Raised once the time of a run is up, so that even a loop that never waits comes to its end. */
export class Deadline implements StopFlag {
  private end = Number.POSITIVE_INFINITY;
  private handed = false;
  /** The run has been asked where it is. */
  private asked = false;
  /** True once a run was ended by it. */
  passed = false;

  set(milliseconds: number): void {
    this.end = performance.now() + milliseconds;
    this.passed = false;
    this.handed = false;
    this.asked = false;
  }

  raised(): 0 | 1 | 2 | 3 {
    if (performance.now() < this.end) return 0;
    this.passed = true;
    if (!this.asked) {
      this.asked = true;
      return 3;
    }
    this.handed = true;
    return 2;
  }

  /** A run that was asked where it is goes on to its end. */
  lower(): void {
    if (this.handed) this.end = Number.POSITIVE_INFINITY;
    this.handed = false;
  }
}

const turn = (): Promise<void> => new Promise((next) => void setImmediate(next));

function isQuiet(session: Session): boolean {
  return session.run === undefined && !session.inbox.isWaiting && !session.fragments.isBusy;
}

function nextRest(session: Session): { promise: Promise<void>; forget(): void } {
  let wake = () => {};
  const promise = new Promise<void>((done) => {
    wake = done;
  });
  session.idle.add(wake);
  return { promise, forget: () => void session.idle.delete(wake) };
}

const moment = (): Promise<void> => new Promise((next) => void setTimeout(next, 1));

/** As below, for a script that may also wait for a clock that stands still. */
async function restOrSleep(session: Session, isOver: () => boolean, isAsleep: () => boolean): Promise<void> {
  while (!isOver()) {
    await turn();
    if (isQuiet(session)) {
      await turn();
      if (isQuiet(session)) return;
    }
    if (isAsleep()) return;
    await moment();
  }
}

/** Resolves when no run is in progress or waiting, and what was drawn after its run has been sent. */
export async function rest(session: Session, isOver: () => boolean = () => false): Promise<void> {
  while (!isOver()) {
    await turn();
    if (isQuiet(session)) {
      await turn();
      if (isQuiet(session)) return;
    }
    const next = nextRest(session);
    await next.promise;
    next.forget();
  }
}

export interface RestOptions {
  session: Session;
  deadline: Deadline;
  seconds: number;
  /** The test's name for the script. */
  name: string;
  /** True when only a clock that stands still can move the script on. Default: there is no such clock. */
  isAsleep?: (() => boolean) | undefined;
  /** Starts what is waited for. */
  ask(): void;
}

/**
 * Does something to the app and waits until it has come to rest.
 *
 * @throws LateError when the time is up; the run is stopped then.
 */
export async function actAndRest({ session, deadline, seconds, name, isAsleep, ask }: RestOptions): Promise<void> {
  let isOver = false;
  let ring = () => {};
  const alarm = new Promise<void>((done) => {
    ring = done;
  });
  const timer = setTimeout(ring, seconds * 1000);
  deadline.set(seconds * 1000);
  try {
    ask();
    const inTime = await Promise.race([
      (isAsleep ? restOrSleep(session, () => isOver, isAsleep) : rest(session, () => isOver)).then(() => true),
      alarm.then(() => false),
    ]);
    if (inTime && !deadline.passed) return;
    session.receive({ type: "stop" });
    throw new LateError(name, seconds);
  } finally {
    isOver = true;
    clearTimeout(timer);
    deadline.set(Number.POSITIVE_INFINITY);
  }
}

/** The app did not come to rest in time. */
export class LateError extends AppTestError {
  constructor(name: string, seconds: number) {
    super(
      `AppTest.run timed out: ${name} was still running after ${seconds} s. ` +
        "Raise the timeout, as in run({ timeout: 10 }) or { defaultTimeout: 10 }, or make the script wait for less.",
    );
  }
}
