import { type DurationInput, secondsOf } from "../cache/duration.ts";
import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { active, here, type Place, sessionOf, targetOf } from "../screen/place.ts";
import { stampOf } from "../runtime.ts";

export interface FragmentOptions {
  /** Reruns the fragment by itself after each such time: seconds, or a text such as `"10s"`. Default, as 0: never. */
  runEvery?: DurationInput | null | undefined;
}

/**
 * Makes a function whose output reruns on its own: an interaction with a widget drawn in it runs only the function,
 * with the arguments of the last full run, and its return value is then ignored.
 *
 * @param body - Draws; may be async.
 * @param options - `runEvery`.
 * @returns The function to call where it should be drawn; of a container's own `fragment` it draws in the container. In a full run it returns what `body` returns.
 * @throws AppError when `runEvery` is no length of time.
 * @example
 * const clock = st.fragment(() => st.write(new Date().toISOString()), { runEvery: "1s" });
 * clock();
 */
export function fragment<A extends unknown[], R>(this: Place | void, body: (...args: A) => R, options: FragmentOptions = {}): (...args: A) => R {
  if (typeof body !== "function") {
    throw new AppError("argument", `st.fragment: the first argument must be a function, not ${quote(body)}`, {
      hint: "Write const part = st.fragment(() => { … }), and call part() where it should be drawn.",
    });
  }
  const { runEvery } = options;
  // No time at all means not by itself, as `null` does.
  const seconds = runEvery === undefined || runEvery === null ? undefined : secondsOf("st.fragment: runEvery", runEvery) || undefined;
  const stamp = stampOf(body);
  const place = here(this);
  return (...args) => {
    const session = sessionOf("a fragment");
    const { scope } = active();
    return session.fragments.call(scope, targetOf(place.target, scope), stamp, () => body(...args), seconds, body) as R;
  };
}
