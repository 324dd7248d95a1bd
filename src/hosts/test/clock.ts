import type { Timer } from "../../engine/host.ts";
import { AppTestError } from "./test-error.ts";

/** Time as the engine sees it. */
export interface Clock {
  now(): number;
  wallClock(): number;
  after(milliseconds: number, run: () => void): Timer;
}

interface Appointment {
  at: number;
  run: () => void;
}

/** A clock that stands still until a test moves it. */
export class FakeClock implements Clock {
  private time = 0;
  private readonly appointments = new Set<Appointment>();

  constructor(private readonly begin = Date.now()) {}

  now(): number {
    return this.time;
  }

  wallClock(): number {
    return this.begin + this.time;
  }

  after(milliseconds: number, run: () => void): Timer {
    const appointment = { at: this.time + Math.max(0, milliseconds), run };
    this.appointments.add(appointment);
    return { cancel: () => void this.appointments.delete(appointment) };
  }

  /**
   * Moves the time on and runs what falls due, in order.
   *
   * @param milliseconds - How far.
   * @param settle - Awaited after each thing that ran, before time goes on.
   */
  async advance(milliseconds: number, settle: () => Promise<void>): Promise<void> {
    const end = this.time + milliseconds;
    for (let next = this.next(end); next; next = this.next(end)) {
      this.appointments.delete(next);
      this.time = Math.max(this.time, next.at);
      next.run();
      await settle();
    }
    this.time = end;
  }

  private next(end: number): Appointment | undefined {
    let first: Appointment | undefined;
    for (const one of this.appointments) if (one.at <= end && (!first || one.at < first.at)) first = one;
    return first;
  }
}

/** The clock a test asks for: none for the real time; a date is where it starts. */
export function fakeClock(asked: boolean | "fake" | Date | undefined): FakeClock | undefined {
  if (asked === undefined || asked === false) return undefined;
  if (asked === true || asked === "fake") return new FakeClock();
  if (asked instanceof Date && !Number.isNaN(asked.getTime())) return new FakeClock(asked.getTime());
  throw new AppTestError(`clock must be "fake", a valid Date to start from, true or false, not ${String(asked)}.`);
}
