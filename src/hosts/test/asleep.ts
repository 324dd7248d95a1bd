import type { Mirror } from "./mirror.ts";

/** Looks at a script that waits for the test's clock, before it counts as waiting for nothing else. */
const QUIET_TURNS = 10;

/**
 * With a clock of its own, a script that waits for that clock is at rest: only the test can move it on.
 *
 * @param mirror - The page, where a script that is awake is heard.
 * @param sleepers - How many timers of the script wait for the clock.
 * @returns Asked again and again; true when nothing else is under way.
 */
export function watchSleep(mirror: Mirror, sleepers: () => number): () => boolean {
  let heard = -1;
  let quiet = 0;
  return () => {
    const { length } = mirror.messages;
    quiet = length === heard && sleepers() > 0 ? quiet + 1 : 0;
    heard = length;
    return quiet > QUIET_TURNS;
  };
}
