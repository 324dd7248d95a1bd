import type { CurrentSlot } from "./host.ts";

/** For hosts without async context: compiled code says itself who is current after every await (`resume`). */
export function variableSlot<T>(): CurrentSlot<T> {
  let current: T | undefined;
  return {
    get: () => current,
    run(value, body) {
      const before = current;
      current = value;
      try {
        return body();
      } finally {
        current = before;
      }
    },
    resume(value) {
      current = value;
    },
  };
}
