import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, oneOf, quote, widthOf } from "../arguments.ts";
import { takeBody } from "../container/container.ts";
import type { Container } from "../index.ts";
import { openable, type OpenStateOptions, type Told } from "../open-state.ts";
import { gather, type Last } from "../widget.ts";

export interface PopoverProps {
  label: string;
  type: "primary" | "secondary" | "tertiary";
  help?: string | undefined;
  icon?: string | undefined;
  disabled?: boolean | undefined;
  wrap?: boolean | undefined;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export type PopoverOptions = PopoverLooks & OpenStateOptions<boolean>;

interface PopoverLooks {
  /** How much its button stands out. Default `"secondary"`. */
  type?: "primary" | "secondary" | "tertiary" | undefined;
  /** A tooltip on the button. Markdown. */
  help?: string | undefined;
  /** An emoji, or `:material/name:`, on the button. */
  icon?: string | undefined;
  /** Greyed out: seen, but not to be used. Default false. */
  disabled?: boolean | undefined;
  /** False keeps the label on one line. Default true. */
  wrap?: boolean | undefined;
  /** Of the button; the panel is at least as wide. Default `"content"`. */
  width?: number | "stretch" | "content" | undefined;
  /** The former way to say `width: "stretch"`; false is `"content"`. */
  useContainerWidth?: boolean | undefined;
}

export interface PopoverContainer extends Container {
  /** Whether it is open; null unless `onChange` or `bind` let the script know. */
  readonly open: boolean | null;
}

export const Popover = defineKind<PopoverProps>()("popover", { block: true });

/**
 * Holds elements in a panel beside a button that opens it.
 *
 * @param label - What stands on the button. Markdown.
 * @param options - `type`, `help`, `icon`, `disabled`, `width`, `key`, `onChange`, `args`, `bind`.
 * @param body - Draws what is in the panel. With `onChange` or `bind` it runs only while the panel is open.
 * @returns The container inside, which tells whether it is `open`; or what `body` returns.
 * @throws AppError when the label is not text, or an option is none.
 * @example
 * st.popover("Filter", { icon: ":material/filter_alt:" }, () => {
 *   st.checkbox("Only new ones");
 *   st.slider("Price", 0, 100, [20, 80]);
 * });
 */
export function popover(this: Place | void, label: string, ...rest: Last<PopoverOptions>): PopoverContainer;
export function popover<R>(this: Place | void, label: string, body: (here: PopoverContainer) => R): R;
export function popover<R>(this: Place | void, label: string, options: Told<PopoverOptions>, body: (here: PopoverContainer) => R): R | undefined;
export function popover<R>(this: Place | void, label: string, options: PopoverOptions, body: (here: PopoverContainer) => R): R;
export function popover(this: Place | void, label: string, ...given: unknown[]): unknown {
  if (typeof label !== "string") throw new AppError("argument", `st.popover: label must be text, not ${quote(label)}`);
  const { body, rest } = takeBody(given);
  const options = gather<PopoverOptions>(["help"], rest);
  const props = popoverProps(label, options);
  const { help, icon, disabled } = props;
  const state = { command: "st.popover", props, identity: [label, help, icon], isOpen: false, disabled };
  const { block, open } = openable(here(this as Container), Popover, state, options);
  const container: PopoverContainer = Object.assign(block, { open });
  if (!body) return container;
  return open === false ? undefined : block.with(() => body(container as never));
}

function popoverProps(label: string, options: PopoverOptions): PopoverProps {
  const { type = "secondary", help, icon, disabled, wrap, key } = options;
  const width = widthOf(options);
  checkSize("st.popover", "width", width, ["stretch", "content"]);
  return {
    label,
    type: oneOf("st.popover", "type", type, ["primary", "secondary", "tertiary"]),
    help,
    icon: checkIcon("st.popover", icon),
    disabled: disabled || undefined,
    wrap,
    key: key === undefined ? undefined : String(key),
    width,
  };
}
