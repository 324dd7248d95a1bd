import { Block } from "../../engine/screen/node.ts";
import { active } from "../../engine/screen/place.ts";
import { within } from "../../engine/runs/scope.ts";
import { Empty } from "../empty/empty.ts";
import type { Container } from "../index.ts";

/** Runs `body` where `slot` stands, and empties the slot when it is over, also when it fails. */
export function whileShown(place: Container, slot: Container, body: () => unknown): unknown {
  const { scope, run } = active();
  // Synchronous work would keep the page from hearing of it.
  run?.session().updates.settleNow();
  const clear = () => within(scope, () => void slot.element(Empty, {}));
  return during(() => (place.target instanceof Block ? place.with(() => body()) : body()), clear);
}

/** Runs `body`, then `clear`, whether it returned, threw, or its promise settled. */
function during(body: () => unknown, clear: () => void): unknown {
  const clearQuietly = () => {
    try {
      clear();
    } catch {
      // The run may be over already: what the body threw says more.
    }
  };
  let result: unknown;
  try {
    result = body();
  } catch (error) {
    clearQuietly();
    throw error;
  }
  if (!(result instanceof Promise)) {
    clear();
    return result;
  }
  return result.then(
    (value: unknown) => {
      clear();
      return value;
    },
    (error: unknown) => {
      clearQuietly();
      throw error;
    },
  );
}
