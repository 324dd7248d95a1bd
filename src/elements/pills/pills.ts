import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { Option, OptionsAmong } from "../choices.ts";
import { gather, type Last } from "../widget.ts";
import {
  type ButtonGroupOptions,
  type ButtonGroupProps,
  buttonGroupSpec,
  type ButtonGroupValue,
  type Chosen,
  type SelectionMode,
  verbs,
} from "./button-group.ts";

export type PillsOptions<T, M extends SelectionMode = "single", R extends boolean = false, D = null> = ButtonGroupOptions<T, M, R, D>;

export const Pills = defineKind<ButtonGroupProps, ButtonGroupValue>()("pills", { testid: "stButtonGroup", widget: true, verbs });

/**
 * Shows options as pills, of which one or several are chosen.
 *
 * @param label - What stands above. Markdown.
 * @param options - What can be chosen: any iterable of any values, or a map (its keys). Markdown.
 * @param rest - `selectionMode`, `default`, `required`, `formatFunc`, `wrap`, `key`, `width` (default `"content"`) and others.
 * @returns The chosen option of this run's `options`, null when none is; with `selectionMode: "multi"` a list, in the order of the options.
 * @throws AppError for options that are no list, a default that is none of them, or `required` where several may be chosen.
 * @example
 * const topics = st.pills("Topics", ["News", "Sports", "Music"], { selectionMode: "multi" });
 */
export function pills<T extends Option, M extends SelectionMode = "single", R extends boolean = false, D extends Option = null>(
  this: Place | void,
  label: string,
  options: ReadonlyMap<T, unknown>,
  ...rest: Last<PillsOptions<T, M, R, D>>
): Chosen<T, M, R, D>;
export function pills<T extends Option, M extends SelectionMode = "single", R extends boolean = false, D extends Option = null>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  ...rest: Last<PillsOptions<T, M, R, D>>
): Chosen<T, M, R, D>;
export function pills<T extends Option, M extends SelectionMode = "single", R extends boolean = false, D extends Option = null>(
  this: Place | void,
  label: string,
  options: PillsOptions<T, M, R, D> & OptionsAmong<T>,
): Chosen<T, M, R, D>;
export function pills(this: Place | void, label: string, options: unknown, ...rest: unknown[]): unknown {
  return here(this).widget(Pills, buttonGroupSpec("st.pills", label, options, gather([], rest)));
}
