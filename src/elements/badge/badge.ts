import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, oneOf, quote } from "../arguments.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

const COLORS = ["red", "orange", "yellow", "blue", "green", "violet", "gray", "grey", "primary"] as const;
export type BadgeColor = (typeof COLORS)[number];

export interface BadgeProps {
  label: string;
  color: Exclude<BadgeColor, "grey">;
  icon?: string | undefined;
  help?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface BadgeOptions {
  /** An emoji, or `:material/name:`, before the label. */
  icon?: string | undefined;
  /** Default `"blue"`. */
  color?: BadgeColor | undefined;
  /** A tooltip. Markdown. */
  help?: string | undefined;
  /** Default `"content"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Badge = defineKind<BadgeProps, string>()("badge", { testid: "stMarkdown" });

/**
 * Shows a word or two on a coloured ground. In a text, `:green-badge[done]` does the same.
 *
 * @param label - The words. Markdown.
 * @param options - `icon`, `color`, `help`, `width`.
 * @returns The place of the badge, through which it can be replaced.
 * @throws AppError when the label is not text, or the colour or icon is none.
 * @example
 * st.badge("New", { icon: ":material/star:", color: "green" });
 */
export function badge(this: Place | void, label: string, options: BadgeOptions = {}): Container {
  const { icon, color = "blue", help, width } = gather<BadgeOptions>([], [options]);
  if (typeof label !== "string") throw new AppError("argument", `st.badge: label must be text, not ${quote(label)}`);
  const tone = oneOf("st.badge", "color", color, COLORS);
  checkSize("st.badge", "width", width, ["stretch", "content"]);
  const props: BadgeProps = { label, color: tone === "grey" ? "gray" : tone, icon: checkIcon("st.badge", icon), help, width };
  return here(this as Container).element(Badge, props);
}
