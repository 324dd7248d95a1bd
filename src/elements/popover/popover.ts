import { AppError } from "../../engine/errors.ts";
import { here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, oneOf, quote } from "../arguments.ts";
import { blockWidget } from "../block-widget.ts";
import { takeBody } from "../container/container.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

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

export interface PopoverOptions {
  /** Default `"secondary"`. */
  type?: "primary" | "secondary" | "tertiary" | undefined;
  /** A tooltip on the button. Markdown. */
  help?: string | undefined;
  /** An emoji, or `:material/name:`, on the button. */
  icon?: string | undefined;
  /** Default false. */
  disabled?: boolean | undefined;
  /** False keeps the label on one line. */
  wrap?: boolean | undefined;
  /** Of the button; the panel is at least as wide. Default `"content"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Names it; with `onChange`, also whether it is open in `st.sessionState`. */
  key?: string | number | undefined;
  /** What happens when it opens or closes: nothing, a rerun, or this function and a rerun. Default `"ignore"`. */
  onChange?: "ignore" | "rerun" | ((...args: never[]) => unknown) | undefined;
  /** What `onChange` gets, in place of whether it is open. */
  args?: readonly unknown[] | undefined;
}

export interface PopoverContainer extends Container {
  /** Whether it is open; null unless `onChange` lets the script know. */
  readonly open: boolean | null;
}

type Told = PopoverOptions & { onChange: "rerun" | ((...args: never[]) => unknown) };

export const Popover = defineKind<PopoverProps, boolean>()("popover", { block: true });

/**
 * Holds elements in a panel beside a button that opens it.
 *
 * @param label - What stands on the button. Markdown.
 * @param options - `type`, `help`, `icon`, `disabled`, `width`, `key`, `onChange` and others.
 * @param body - Draws what is in the panel. With `onChange` it runs only while the panel is open.
 * @returns The container inside, which tells whether it is `open`; or what `body` returns.
 * @throws AppError when the label is not text, or an option is none.
 * @example
 * st.popover("Filter", { icon: ":material/filter_alt:" }, () => {
 *   st.checkbox("Only new ones");
 *   st.slider("Price", 0, 100, [20, 80]);
 * });
 */
export function popover(this: Place | void, label: string, options?: PopoverOptions): PopoverContainer;
export function popover<R>(this: Place | void, label: string, body: (here: PopoverContainer) => R): R;
export function popover<R>(this: Place | void, label: string, options: Told, body: (here: PopoverContainer) => R): R | undefined;
export function popover<R>(this: Place | void, label: string, options: PopoverOptions, body: (here: PopoverContainer) => R): R;
export function popover(this: Place | void, label: string, ...given: unknown[]): unknown {
  if (typeof label !== "string") throw new AppError("argument", `st.popover: label must be text, not ${quote(label)}`);
  const { body, rest } = takeBody(given);
  const options = gather<PopoverOptions>(["help"], rest);
  const { block, open } = draw(here(this as Container), popoverProps(label, options), options);
  const container: PopoverContainer = Object.assign(block, { open });
  if (!body) return container;
  return open === false ? undefined : block.with(() => body(container as never));
}

function popoverProps(label: string, options: PopoverOptions): PopoverProps {
  const { type = "secondary", help, icon, disabled, wrap, width, key } = options;
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

function draw(place: Container, props: PopoverProps, { key, onChange = "ignore", args }: PopoverOptions): { block: Container; open: boolean | null } {
  if (typeof onChange !== "function") oneOf("st.popover", "onChange", onChange, ["ignore", "rerun"]);
  if (onChange === "ignore") return { block: place.block(Popover, props, { key }), open: null };
  const { block, value } = blockWidget(place, Popover, {
    command: "st.popover",
    key,
    identity: [props.label, props.help, props.icon],
    props,
    initial: false,
    decode: (wire) => wire === true,
    encode: (value) => value === true,
    disabled: props.disabled,
    onChange: typeof onChange === "function" ? onChange : undefined,
    args,
  });
  return { block, open: value };
}
