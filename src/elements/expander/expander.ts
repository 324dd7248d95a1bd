import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, oneOf, quote } from "../arguments.ts";
import { takeBody } from "../container/container.ts";
import type { Container } from "../index.ts";
import { openable, type OpenStateOptions, type Told } from "../open-state.ts";
import { gather, type Last } from "../widget.ts";

export type ExpanderType = "default" | "compact" | "step";

export interface ExpanderProps {
  label: string;
  expanded?: boolean | undefined;
  icon?: string | undefined;
  type?: "compact" | "step" | undefined;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export type ExpanderOptions = ExpanderLooks & OpenStateOptions<boolean>;

interface ExpanderLooks {
  /** Whether it starts open. Default false. */
  expanded?: boolean | undefined;
  /** An emoji, `:material/name:` or `"spinner"`, before the label. */
  icon?: string | undefined;
  /**
   * `"compact"` is a line without a frame, for what is rarely looked at; `"step"` is a stage of a sequence, whose line
   * leads to the next one. Default `"default"`.
   */
  type?: ExpanderType | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export interface ExpanderContainer extends Container {
  /** Whether it is open; null unless `onChange` or `bind` let the script know. */
  readonly open: boolean | null;
}

export const Expander = defineKind<ExpanderProps>()("expander", { block: true });

/**
 * Holds elements under a line that opens and closes.
 *
 * @param label - The line. Markdown.
 * @param options - `expanded` (also as second argument), `icon`, `type`, `width`, `key`, `onChange`, `args`, `bind`.
 * @param body - Draws what is inside. With `onChange` or `bind` it runs only while the expander is open.
 * @returns The container inside, which tells whether it is `open`; or what `body` returns.
 * @throws AppError when the label is not text, or an option is none.
 * @example
 * st.expander("See explanation", { expanded: true }, () => st.write("The chart above shows …"));
 * st.expander("All rows", { onChange: "rerun" }, () => st.dataframe(loadAll())); // loads when it is opened
 */
export function expander(this: Place | void, label: string, ...rest: Last<ExpanderOptions>): ExpanderContainer;
export function expander(this: Place | void, label: string, expanded: boolean | undefined, ...rest: Last<ExpanderOptions>): ExpanderContainer;
export function expander<R>(this: Place | void, label: string, body: (here: ExpanderContainer) => R): R;
export function expander<R>(this: Place | void, label: string, options: Told<ExpanderOptions>, body: (here: ExpanderContainer) => R): R | undefined;
export function expander<R>(this: Place | void, label: string, options: ExpanderOptions, body: (here: ExpanderContainer) => R): R;
export function expander<R>(this: Place | void, label: string, expanded: boolean, body: (here: ExpanderContainer) => R): R;
export function expander(this: Place | void, label: string, ...given: unknown[]): unknown {
  if (typeof label !== "string") throw new AppError("argument", `st.expander: label must be text, not ${quote(label)}`);
  const { body, rest } = takeBody(given);
  const options = gather<ExpanderOptions>(["expanded"], rest);
  const { expanded, icon, type = "default", key, width } = options;
  checkSize("st.expander", "width", width, ["stretch", "content"]);
  const looks = oneOf("st.expander", "type", type, ["default", "compact", "step"]);
  const props: ExpanderProps = {
    label,
    expanded: expanded || undefined,
    icon: checkIcon("st.expander", icon),
    type: looks === "default" ? undefined : looks,
    key: key === undefined ? undefined : String(key),
    width,
  };
  const state = { command: "st.expander", props, identity: [label, expanded === true, icon], isOpen: expanded === true };
  const { block, open } = openable(here(this as Container), Expander, state, options);
  const container: ExpanderContainer = Object.assign(block, { open });
  if (!body) return container;
  return open === false ? undefined : block.with(() => body(container as never));
}
