import { AppError } from "../../engine/errors/errors.ts";
import type { Place } from "../../engine/screen/place.ts";
import { active, here, RootPlace } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, cleanText, quote } from "../arguments.ts";
import type { Container } from "../index.ts";

const SECONDS = { short: 4, long: 10 } as const;

export interface ToastProps {
  body: string;
  icon?: string | undefined;
  /** Seconds it stays; absent for until it is closed. */
  seconds?: number | undefined;
  /** Number of the run that raised it: the same words in a later run are another toast. */
  run: number;
}

export interface ToastOptions {
  /** An emoji, or `:material/name:`, before the text. */
  icon?: string | undefined;
  /** `"short"` (4 s), `"long"` (10 s), `"infinite"`, or seconds. Default `"short"`. */
  duration?: "short" | "long" | "infinite" | number | undefined;
}

export const Toast = defineKind<ToastProps, string>()("toast");

/**
 * Says something briefly in the corner of the page.
 *
 * @param body - The text. Markdown.
 * @param options - `icon`, `duration`.
 * @returns The place of the toast, through which its text can be replaced.
 * @throws AppError when the text is blank, or the icon or duration is none.
 * @example
 * if (st.button("Save")) st.toast("Saved", { icon: "💾" });
 */
export function toast(this: Place | void, body: unknown, { icon, duration = "short" }: ToastOptions = {}): Container {
  const text = cleanText(body);
  if (text === "") throw new AppError("argument", "st.toast: body cannot be blank", { hint: "Say what happened." });
  const own = here(this as Container);
  // Only a toast can take the place of a toast; called on anything else it goes where all of them go.
  const place = own.node()?.kind === Toast.name ? own : (new RootPlace("event") as Place as Container);
  const props = { body: text, icon: checkIcon("st.toast", icon), seconds: secondsOf(duration), run: active().run?.number ?? 0 };
  return place.element(Toast, props);
}

function secondsOf(duration: unknown): number | undefined {
  if (duration === "infinite") return undefined;
  if (duration === "short" || duration === "long") return SECONDS[duration];
  if (typeof duration === "number" && duration > 0) return Number.isFinite(duration) ? duration : undefined;
  throw new AppError("argument", `st.toast: duration must be "short", "long", "infinite" or seconds above 0, not ${quote(duration)}`);
}
