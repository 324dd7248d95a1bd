import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { oneOf, quote } from "../arguments.ts";
import { type ButtonOptions, type ButtonProps, buttonProps } from "../button/button.ts";
import type { Container } from "../index.ts";

export interface LinkButtonProps extends ButtonProps {
  url: string;
  disabled?: boolean | undefined;
  key?: string | undefined;
}

export type LinkButtonOptions = Omit<ButtonOptions, "onClick" | "args"> & {
  /** What a click does besides: nothing, a rerun, or this function and a rerun. Default `"ignore"`. */
  onClick?: "ignore" | "rerun" | ((...args: never[]) => unknown) | undefined;
  /** What `onClick` gets. */
  args?: readonly unknown[] | undefined;
};

export const LinkButton = defineKind<LinkButtonProps, boolean>()("linkButton", {
  verbs: { click: (widget) => widget.setValue(true) },
});

/**
 * Shows a button that opens an address in a new tab.
 *
 * @param label - What stands on it. Markdown.
 * @param url - The address: with `https:`, `http:`, `mailto:` or `tel:`, or one of this site.
 * @param options - `type`, `icon`, `iconPosition`, `help`, `disabled`, `width`, `shortcut`, `wrap`, `key`, `onClick`, `args`.
 * @returns The place of the button; with `onClick`, whether this run was caused by its click.
 * @throws AppError when the label is not text or the address could run code.
 * @example
 * st.linkButton("Read the paper", "https://example.com/paper.pdf", { icon: ":material/article:" });
 */
export function linkButton(this: Place | void, label: string, url: string, options?: LinkButtonOptions & { onClick?: "ignore" | undefined }): Container;
export function linkButton(this: Place | void, label: string, url: string, options: LinkButtonOptions): boolean;
export function linkButton(this: Place | void, label: string, options: LinkButtonOptions & { url: string; onClick?: "ignore" | undefined }): Container;
export function linkButton(this: Place | void, label: string, options: LinkButtonOptions & { url: string }): boolean;
export function linkButton(this: Place | void, label: string, url: unknown, options: LinkButtonOptions = {}): Container | boolean {
  const command = "st.linkButton";
  const { onClick = "ignore", args, key, disabled } = options;
  const { onClick: _click, args: _args, ...looks } = options;
  const props: LinkButtonProps = {
    ...buttonProps(command, label, looks),
    url: checkUrl(command, url),
    disabled: disabled || undefined,
    key: key === undefined ? undefined : String(key),
  };
  if (typeof onClick !== "function") oneOf(command, "onClick", onClick, ["ignore", "rerun"]);
  if (onClick === "ignore") return here(this as Container).element(LinkButton, props, { key });
  return here(this).widget(LinkButton, {
    command,
    key,
    identity: [label, url, options.help],
    props,
    initial: false,
    decode: (wire) => wire === true,
    trigger: true,
    disabled,
    onChange:
      typeof onClick === "function"
        ? (clicked) => (args ? (onClick as (...all: unknown[]) => unknown)(...args) : (onClick as (one: unknown) => unknown)(clicked))
        : undefined,
  });
}

function checkUrl(command: string, url: unknown): string {
  if (typeof url !== "string" || url.trim() === "") throw new AppError("argument", `${command}: url must be an address, not ${quote(url)}`);
  // Browsers leave control characters and spaces out before they look for the scheme.
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec([...url].filter((char) => char > " ").join(""))?.[1]?.toLowerCase();
  if (scheme === undefined || ["http", "https", "mailto", "tel"].includes(scheme)) return url.trim();
  throw new AppError("argument", `${command}: url must begin with https:, http:, mailto: or tel:, not with ${scheme}:`);
}
