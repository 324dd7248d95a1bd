import { Spinner } from "../../engine/cache/spinner-kind.ts";
import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { checkSize, cleanText, quote } from "../arguments.ts";
import type { Container } from "../index.ts";
import { isOptions } from "../widget.ts";
import { whileShown } from "./while-shown.ts";

export interface SpinnerOptions {
  /** Shows how long it has been there. Default false. */
  showTime?: boolean | undefined;
  /** In CSS pixels; `"stretch"` takes the room there is. Default `"content"`. */
  width?: number | "stretch" | "content" | undefined;
}

export { Spinner };

/**
 * Shows a turning ring while something is worked on, and takes it away afterwards, also when that fails. The run ends
 * only after async work, awaited or not; the error of work that nobody awaits is shown here.
 *
 * @param text - What is going on. Markdown. Default `"In progress..."`.
 * @param options - `showTime`, `width`.
 * @param body - The work; it draws where the spinner stands. May be async.
 * @returns What `body` returns.
 * @throws AppError when there is no body.
 * @example
 * const answer = await st.spinner("Thinking", { showTime: true }, () => ask(question));
 */
export function spinner<R>(this: Place | void, body: () => R): R;
export function spinner<R>(this: Place | void, text: string, body: () => R): R;
export function spinner<R>(this: Place | void, text: string | undefined, options: SpinnerOptions, body: () => R): R;
export function spinner(this: Place | void, ...given: unknown[]): unknown {
  const body = given.at(-1);
  if (typeof body !== "function") {
    throw new AppError("argument", `st.spinner: the last argument must be the function it waits for, not ${quote(body)}`, {
      hint: 'Write st.spinner("Loading", () => load()), with await before it when the function is async.',
    });
  }
  const text = typeof given[0] === "string" ? given[0] : "In progress...";
  const { showTime, width } = (given.find(isOptions) ?? {}) as SpinnerOptions;
  checkSize("st.spinner", "width", width, ["stretch", "content"]);
  const place = here(this as Container);
  const slot = place.element(Spinner, { text: cleanText(text), showTime: showTime || undefined, width });
  return whileShown(place, slot, body as () => unknown);
}
