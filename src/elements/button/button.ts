import { AppError } from "../../engine/errors.ts";
import { here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { labelProps, type LabelProps, type OnClick, type WidgetOptions } from "../widget.ts";

export type ButtonType = "primary" | "secondary" | "tertiary";

export interface ButtonProps extends LabelProps {
  type: ButtonType;
  icon?: string | undefined;
  shortcut?: string | undefined;
}

export type ButtonOptions = OnClick &
  Pick<WidgetOptions, "key" | "help" | "disabled" | "width"> & {
    /** How much it stands out. Default `"secondary"`. */
    type?: ButtonType | undefined;
    /** An emoji, or `:material/name:`, before the label. */
    icon?: string | undefined;
    /** Keys that press it, such as `"mod+s"`. */
    shortcut?: string | undefined;
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
 * @throws AppError for an unknown `type`.
 * @example
 * if (st.button("Say hello")) st.write("Hello!");
 */
export function button(this: Place | void, label: string, options: ButtonOptions = {}): boolean {
  const { type = "secondary", icon, shortcut, key, disabled, onClick, args } = options;
  if (!TYPES.includes(type)) {
    throw new AppError("argument", `st.button: type must be "primary", "secondary" or "tertiary", not ${JSON.stringify(type)}`);
  }
  return here(this).widget(Button, {
    command: "st.button",
    key,
    identity: [label, options.help],
    props: { ...labelProps("st.button", label, options), type, icon, shortcut },
    initial: false,
    decode: (wire) => wire === true,
    trigger: true,
    disabled,
    onChange: onClick,
    args,
  });
}
