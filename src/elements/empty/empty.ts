import { Empty } from "../../engine/cache/spinner-kind.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import type { Container } from "../index.ts";

export { Empty };

/**
 * Keeps a place for one element: whatever is drawn there takes the place of what was there before.
 * On the place of an element it clears it.
 *
 * @param body - Draws into the place; of several elements the last stays.
 * @returns The place, or what `body` returns.
 * @example
 * const latest = st.empty();
 * for (let i = 1; i <= 10; i += 1) {
 *   latest.text(`Step ${i}`);
 *   await new Promise((done) => setTimeout(done, 100));
 * }
 * latest.empty();
 */
export function empty(this: Place | void): Container;
export function empty<R>(this: Place | void, body: (here: Container) => R): R;
export function empty(this: Place | void, body?: (here: Container) => unknown): unknown {
  const place = here(this as Container).element(Empty, {});
  return body ? place.with(body) : place;
}
