import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, oneOf, quote, widthOf } from "../arguments.ts";
import { labelProps, type LabelProps, type OnClick, type WidgetOptions } from "../widget.ts";
import { checkShortcut } from "./shortcut.ts";

export type ButtonType = "primary" | "secondary" | "tertiary";

export interface ButtonProps extends LabelProps {
  type: ButtonType;
  icon?: string | undefined;
  iconPosition?: "right" | undefined;
  shortcut?: string | undefined;
  wrap?: boolean | undefined;
}

export type ButtonOptions = OnClick &
  Pick<WidgetOptions, "key" | "help" | "disabled"> & {
    /** In CSS pixels; `"stretch"` takes the room there is. Default `"content"`. */
    width?: WidgetOptions["width"];
    /** How much it stands out. Default `"secondary"`. */
    type?: ButtonType | undefined;
    /** An emoji, or `:material/name:`, beside the label. */
    icon?: string | undefined;
    /** Which side of the label the icon stands on. Default `"left"`. */
    iconPosition?: "left" | "right" | undefined;
    /** Keys that press it, such as `"Ctrl+K"` or `"Shift+Enter"`; C and R are the page's own. */
    shortcut?: string | undefined;
    /** False keeps a long label on one line, cut. Default true. */
    wrap?: boolean | undefined;
    /** The former way to say `width: "stretch"`; false is `"content"`. */
    useContainerWidth?: boolean | undefined;
  };

export const Button = defineKind<ButtonProps, boolean>()("button", {
  widget: true,
  verbs: { click: (widget) => widget.setValue(true) },
});

const TYPES = ["primary", "secondary", "tertiary"];

/**
 * Shows a button.
 *
 * @param label - What stands on it. Markdown.
 * @param options - `onClick`, `type`, `icon`, `key` and others.
 * @returns True in the run that its click caused, false in every other.
 * @throws AppError for an unknown `type`, an icon that is none, or a shortcut that names no key.
 * @example
 * if (st.button("Say hello")) st.write("Hello!");
 */
export function button(this: Place | void, label: string, options: ButtonOptions = {}): boolean {
  const { key, disabled, onClick, args } = options;
  return here(this).widget(Button, {
    command: "st.button",
    key,
    identity: [label, options.help],
    props: buttonProps("st.button", label, options),
    initial: false,
    decode: (wire) => wire === true,
    trigger: true,
    disabled,
    onChange: onClick,
    args,
  });
}

/** What every button's view gets, from the options its command got. */
export function buttonProps(command: string, label: string, options: ButtonOptions): ButtonProps {
  const { type = "secondary", icon, iconPosition = "left", shortcut, wrap } = options;
  if (!TYPES.includes(type)) {
    throw new AppError("argument", `${command}: type must be "primary", "secondary" or "tertiary", not ${quote(type)}`);
  }
  oneOf(command, "iconPosition", iconPosition, ["left", "right"]);
  return {
    ...labelProps(command, label, { ...options, width: widthOf(options) }),
    type,
    icon: checkIcon(command, icon),
    iconPosition: iconPosition === "right" ? iconPosition : undefined,
    shortcut: checkShortcut(command, shortcut),
    wrap,
  };
}
