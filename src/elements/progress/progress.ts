import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { decode } from "../../protocol/codec.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, quote } from "../arguments.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

export interface ProgressProps {
  /** Percent, 0 to 100. */
  value: number;
  text?: string | undefined;
  /** True once the bar was given a fraction: 1 is all of it from then on. */
  parts?: true | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface ProgressOptions {
  /** Words above the bar. Markdown. */
  text?: string | undefined;
  /** What `value` has when all is done; without it whole numbers are percentages and fractions parts of 1. */
  max?: number | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Progress = defineKind<ProgressProps, number>()("progress");

/**
 * Shows how far something is. Call it again on what it returns to move the bar.
 *
 * @param value - With `max`, 0 to `max`. Without, a whole number is a percentage (0 to 100) and a fraction a part of 1;
 *   a bar that was given a fraction before takes 1 as full.
 * @param options - `text` (also as second argument), `max`, `width`.
 * @returns The place of the bar: `bar.progress(…)` moves it, `bar.empty()` takes it away.
 * @throws AppError for a value outside its range or of another type.
 * @example
 * const bar = st.progress(0, "Loading");
 * for (const [i, file] of files.entries()) {
 *   await load(file);
 *   bar.progress(i + 1, { max: files.length, text: `Loaded ${file}` });
 * }
 * bar.empty();
 */
export function progress(this: Place | void, value: number, options?: ProgressOptions): Container;
export function progress(this: Place | void, value: number, text?: string, options?: ProgressOptions): Container;
export function progress(this: Place | void, value: number, ...rest: unknown[]): Container {
  const place = here(this as Container);
  const { text, max, width } = gather<ProgressOptions>(["text"], rest);
  if (text !== undefined && text !== null && typeof text !== "string") {
    throw new AppError("argument", `st.progress: text must be text, not ${quote(text)}`);
  }
  checkSize("st.progress", "width", width, ["stretch", "content"]);
  const parts = hadParts(place) || (max === undefined && !Number.isInteger(value)) || undefined;
  return place.element(Progress, { value: percent(value, max, parts === true), text: text ?? undefined, parts, width });
}

/** What the bar at this place was given before. */
function hadParts(place: Container): boolean {
  const node = place.node();
  return node?.kind === Progress.name && (decode(node.bytes) as ProgressProps).parts === true;
}

function percent(value: unknown, max: number | undefined, parts: boolean): number {
  if (typeof value !== "number" || Number.isNaN(value)) {
    throw new AppError("argument", `st.progress: value must be a number, not ${quote(value)}`);
  }
  if (max !== undefined && !(typeof max === "number" && max > 0 && Number.isFinite(max))) {
    throw new AppError("argument", `st.progress: max must be a number above 0, not ${quote(max)}`);
  }
  const isPart = max === undefined && (!Number.isInteger(value) || (parts && value <= 1));
  const whole = max ?? (isPart ? 1 : 100);
  if (value < 0 || value > whole) {
    const range = isPart ? "0.0 to 1.0 for a fraction" : max === undefined ? "0 to 100 for a whole number" : `0 to max (${max})`;
    throw new AppError("argument", `st.progress: value must be in ${range}, not ${value}`, {
      hint: "Whole numbers are percentages and fractions parts of 1; { max: n } counts to n.",
    });
  }
  return Math.round((value / whole) * 1e6) / 1e4;
}
