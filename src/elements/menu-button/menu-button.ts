import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type ButtonOptions, type ButtonProps, buttonProps } from "../button/button.ts";
import { type FormatFunc, type Option, placeForTest, placeOf, readChoices, type OptionsAmong } from "../choices.ts";
import { gather, type Last } from "../widget.ts";

export interface MenuButtonProps extends ButtonProps {
  options: string[];
}

/** A function for when an option is chosen: gets it, or exactly `args` when they are given. */
type OnPick<T> =
  | { onClick?: ((option: NoInfer<T>) => unknown) | undefined; args?: undefined }
  // biome-ignore lint/suspicious/noExplicitAny: takes whatever args holds
  | { onClick: (...args: any[]) => unknown; args: readonly unknown[] };

export type MenuButtonOptions<T> = OnPick<T> &
  Omit<ButtonOptions, "onClick" | "args" | "iconPosition" | "shortcut"> & {
    /** Turns an option into what the menu says. Markdown. Default is its text. */
    formatFunc?: FormatFunc<T> | undefined;
  };

export const MenuButton = defineKind<MenuButtonProps, number | null>()("menuButton", {
  widget: true,
  verbs: { select: (widget, option: unknown) => widget.setValue(placeForTest(widget, option, () => widget.encode(option))) },
});

/**
 * Shows a button that opens a menu of things to do.
 *
 * @param label - What stands on it. Markdown.
 * @param options - What the menu offers: any iterable of any values, or a map (its keys). Markdown.
 * @param rest - `onClick`, `formatFunc`, `type`, `icon`, `key`, `help`, `disabled`, `width`, `wrap`, `args`.
 * @returns The option, in the run that its choice caused; null in every other.
 * @throws AppError for options that are no list, an unknown `type`, or an icon that is none.
 * @example
 * const format = st.menuButton("Export", ["CSV", "JSON"]);
 * if (format) st.write(`Exporting ${format} …`);
 */
export function menuButton<T extends Option>(
  this: Place | void,
  label: string,
  options: ReadonlyMap<T, unknown>,
  ...rest: Last<MenuButtonOptions<T>>
): T | null;
export function menuButton<T extends Option>(this: Place | void, label: string, options: Iterable<T>, ...rest: Last<MenuButtonOptions<T>>): T | null;
export function menuButton<T extends Option>(this: Place | void, label: string, options: MenuButtonOptions<T> & OptionsAmong<T>): T | null;
export function menuButton(this: Place | void, label: string, options: unknown, ...rest: unknown[]): unknown {
  const command = "st.menuButton";
  const given = gather<MenuButtonOptions<unknown>>([], rest);
  const { formatFunc, key, disabled, onClick, args } = given;
  const choices = readChoices(command, options, formatFunc);
  const props: MenuButtonProps = { ...buttonProps(command, label, given as ButtonOptions), options: choices.texts };
  return here(this).widget<typeof MenuButton, unknown>(MenuButton, {
    command,
    key,
    identity: [label, given.help, choices.texts],
    props,
    initial: null,
    decode: (wire) => (wire === null ? null : choices.at(wire)),
    encode: (value) => placeOf(command, choices, value),
    trigger: true,
    disabled,
    onChange: onClick as ((option: unknown) => unknown) | undefined,
    args,
  });
}
