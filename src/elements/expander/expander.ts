import { AppError } from "../../engine/errors.ts";
import { here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, quote } from "../arguments.ts";
import { inside, takeBody } from "../container/container.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

export interface ExpanderProps {
  label: string;
  expanded?: boolean | undefined;
  icon?: string | undefined;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface ExpanderOptions {
  /** Whether it starts open. Default false. */
  expanded?: boolean | undefined;
  /** An emoji, or `:material/name:`, before the label. */
  icon?: string | undefined;
  /** Names it: the page gives it the class `st-key-` and the name. */
  key?: string | number | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Expander = defineKind<ExpanderProps>()("expander", { block: true });

/**
 * Holds elements under a line that opens and closes.
 *
 * @param label - The line. Markdown.
 * @param options - `expanded` (also as second argument), `icon`, `key`, `width`.
 * @param body - Draws what is inside.
 * @returns The container inside, or what `body` returns.
 * @throws AppError when the label is not text or the icon is none.
 * @example
 * st.expander("See explanation", { expanded: true }, () => st.write("The chart above shows …"));
 */
export function expander(this: Place | void, label: string, options?: ExpanderOptions): Container;
export function expander(this: Place | void, label: string, expanded?: boolean, options?: ExpanderOptions): Container;
export function expander<R>(this: Place | void, label: string, body: (here: Container) => R): R;
export function expander<R>(this: Place | void, label: string, options: ExpanderOptions, body: (here: Container) => R): R;
export function expander<R>(this: Place | void, label: string, expanded: boolean, body: (here: Container) => R): R;
export function expander(this: Place | void, label: string, ...given: unknown[]): unknown {
  if (typeof label !== "string") throw new AppError("argument", `st.expander: label must be text, not ${quote(label)}`);
  const { body, rest } = takeBody(given);
  const { expanded, icon, key, width } = gather<ExpanderOptions>(["expanded"], rest);
  checkSize("st.expander", "width", width, ["stretch", "content"]);
  const props: ExpanderProps = {
    label,
    expanded: expanded || undefined,
    icon: checkIcon("st.expander", icon),
    key: key === undefined ? undefined : String(key),
    width,
  };
  return inside(here(this as Container).block(Expander, props, { key }), body);
}
