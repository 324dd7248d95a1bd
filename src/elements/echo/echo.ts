import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { stampOf } from "../../engine/runtime.ts";
import { cleanText, oneOf, quote } from "../arguments.ts";
import type { Container } from "../index.ts";
import { isOptions } from "../widget.ts";

export interface EchoOptions {
  /** Where the source stands. Default `"above"`. */
  codeLocation?: "above" | "below" | undefined;
}

/**
 * Runs a body and shows its source beside what it draws, as it is written in the script.
 *
 * @param options - `codeLocation`, which may also be given by itself.
 * @param body - Draws; may be async. Written as a function in the call.
 * @returns What `body` returns.
 * @throws AppError when there is no body, or the location is none.
 * @example
 * st.echo(() => {
 *   st.write("This line is shown, and so is its output.");
 * });
 */
export function echo<R>(this: Place | void, body: () => R): R;
export function echo<R>(this: Place | void, options: EchoOptions | "above" | "below", body: () => R): R;
export function echo(this: Place | void, ...given: unknown[]): unknown {
  const body = given.at(-1);
  if (typeof body !== "function") {
    throw new AppError("argument", `st.echo: the last argument must be the function whose source is shown, not ${quote(body)}`, {
      hint: "Write st.echo(() => { … }).",
    });
  }
  const [first] = given;
  const location = oneOf("st.echo", "codeLocation", (isOptions(first) ? first.codeLocation : given.length > 1 ? first : undefined) ?? "above", [
    "above",
    "below",
  ]);
  const place = here(this as Container);
  const show = () => void place.code(sourceOf(body), { language: "typescript" });
  const run = () => place.with(() => (body as () => unknown)());
  if (location === "above") {
    show();
    return run();
  }
  const result = run();
  if (result instanceof Promise) {
    return result.then((value: unknown) => {
      show();
      return value;
    });
  }
  show();
  return result;
}

/** The user's own text where the compiler has kept it, else what runs. */
function sourceOf(body: object): string {
  const source = stampOf(body)?.source ?? withoutHead(Function.prototype.toString.call(body));
  return cleanText(source);
}

function withoutHead(text: string): string {
  const block = /^(?:async\s+)?(?:function\b[^{]*|\([^)]*\)\s*=>\s*|[\w$]+\s*=>\s*)\{([\s\S]*)\}$/.exec(text.trim());
  return block ? (block[1] as string) : text.replace(/^(?:async\s+)?\([^)]*\)\s*=>\s*/, "");
}
