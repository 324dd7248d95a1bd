import type { Timer } from "../../engine/host.ts";
import type { Clock } from "./clock.ts";

interface Beat {
  seconds: number;
  timer: Timer;
}

/** Asks for runs of timed fragments, as the page does while it is open. */
export class PageTimers {
  private readonly beats = new Map<string, Beat>();

  constructor(
    private readonly clock: Clock,
    private readonly ask: (fragment: string) => void,
  ) {}

  /** Takes over the timers of the newest full run; those that stay keep their beat. */
  set(timers: readonly { fragment: string; seconds: number }[]): void {
    const wanted = new Map(timers.map(({ fragment, seconds }) => [fragment, seconds]));
    for (const [fragment, beat] of this.beats) {
      if (wanted.get(fragment) === beat.seconds) continue;
      beat.timer.cancel();
      this.beats.delete(fragment);
    }
    for (const [fragment, seconds] of wanted) if (!this.beats.has(fragment)) this.start(fragment, seconds);
  }

  private start(fragment: string, seconds: number): void {
    const timer = this.clock.after(seconds * 1000, () => {
      this.start(fragment, seconds);
      this.ask(fragment);
    });
    this.beats.set(fragment, { seconds, timer });
  }
}
