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
} from "../pills/button-group.ts";

export type SegmentedControlOptions<T, M extends SelectionMode = "single", R extends boolean = false, D = null> = ButtonGroupOptions<T, M, R, D>;

export const SegmentedControl = defineKind<ButtonGroupProps, ButtonGroupValue>()("segmentedControl", { testid: "stButtonGroup", widget: true, verbs });

/**
 * Shows options as the parts of one bar, of which one or several are chosen.
 *
 * @param label - What stands above. Markdown.
 * @param options - What can be chosen: any iterable of any values, or a map (its keys). Markdown.
 * @param rest - `selectionMode`, `default`, `required`, `formatFunc`, `wrap`, `key`, `width` (default `"content"`) and others.
 * @returns The chosen option of this run's `options`, null when none is; with `selectionMode: "multi"` a list, in the order of the options.
 * @throws AppError for options that are no list, a default that is none of them, or `required` where several may be chosen.
 * @example
 * const zoom = st.segmentedControl("Zoom", ["Day", "Week", "Month"], { default: "Week", required: true });
 */
export function segmentedControl<T extends Option, M extends SelectionMode = "single", R extends boolean = false, D extends Option = null>(
  this: Place | void,
  label: string,
  options: ReadonlyMap<T, unknown>,
  ...rest: Last<SegmentedControlOptions<T, M, R, D>>
): Chosen<T, M, R, D>;
export function segmentedControl<T extends Option, M extends SelectionMode = "single", R extends boolean = false, D extends Option = null>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  ...rest: Last<SegmentedControlOptions<T, M, R, D>>
): Chosen<T, M, R, D>;
export function segmentedControl<T extends Option, M extends SelectionMode = "single", R extends boolean = false, D extends Option = null>(
  this: Place | void,
  label: string,
  options: SegmentedControlOptions<T, M, R, D> & OptionsAmong<T>,
): Chosen<T, M, R, D>;
export function segmentedControl(this: Place | void, label: string, options: unknown, ...rest: unknown[]): unknown {
  return here(this).widget(SegmentedControl, buttonGroupSpec("st.segmentedControl", label, options, gather([], rest)));
}
