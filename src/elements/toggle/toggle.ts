import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { booleanSpec, type CheckboxOptions, type CheckboxProps } from "../checkbox/checkbox.ts";
import { gather, type Last } from "../widget.ts";

export type ToggleOptions = CheckboxOptions;

export const Toggle = defineKind<CheckboxProps, boolean>()("toggle", { testid: "stCheckbox", widget: true });

/**
 * Shows a switch.
 *
 * @param label - What stands beside it. Markdown.
 * @param value - Whether it is on at the start. Default false.
 * @param options - `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`, `wrap`.
 * @returns Whether it is on.
 * @example
 * const live = st.toggle("Follow the market", true);
 */
export function toggle(this: Place | void, label: string, ...rest: Last<ToggleOptions>): boolean;
export function toggle(this: Place | void, label: string, value: boolean | undefined, ...rest: Last<ToggleOptions>): boolean;
export function toggle(this: Place | void, label: string, ...rest: unknown[]): boolean {
  return here(this).widget(Toggle, booleanSpec("st.toggle", label, gather<ToggleOptions>(["value"], rest)));
}
