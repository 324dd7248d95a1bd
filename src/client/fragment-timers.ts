/** Which fragment reruns by itself, and after how many seconds. */
interface Wanted {
  fragment: string;
  seconds: number;
}

/** The shortest time between two reruns, in milliseconds. */
const SHORTEST = 50;

/**
 * Reruns fragments at their intervals.
 *
 * @param rerun Asks for a run of a fragment.
 * @returns Sets what reruns from now on; what stays keeps its beat.
 */
export function createFragmentTimers(rerun: (fragment: string) => void): (wanted: readonly Wanted[]) => void {
  const timers = new Map<string, ReturnType<typeof setInterval>>();
  return (wanted) => {
    const names = new Map(wanted.map((one) => [`${one.fragment} ${one.seconds}`, one]));
    for (const [name, timer] of timers) {
      if (names.has(name)) continue;
      clearInterval(timer);
      timers.delete(name);
    }
    for (const [name, { fragment, seconds }] of names) {
      if (timers.has(name)) continue;
      const beat = Math.max(SHORTEST, seconds * 1000);
      timers.set(
        name,
        setInterval(() => rerun(fragment), beat),
      );
    }
  };
}
