import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind, type Kind } from "../../protocol/kind.ts";
import { cleanText, type TextAlignment, textProps } from "../arguments.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

export interface MarkdownProps {
  body: string;
  help?: string | undefined;
  unsafeAllowHtml?: boolean | undefined;
  textAlignment?: TextAlignment | undefined;
  wrap?: boolean | undefined;
  anchors?: boolean | undefined;
  width?: number | "stretch" | "content" | "auto" | undefined;
  /** Shown behind the last word of a text that is being written. */
  cursor?: string | undefined;
  /** Holds something once such a text is complete. */
  ended?: readonly true[] | undefined;
}

export interface CaptionOptions {
  /** Lets HTML in the text take effect, after sanitising. Default false: it is shown as it is written. */
  unsafeAllowHtml?: boolean | undefined;
  /** A tooltip beside the text. Markdown. */
  help?: string | undefined;
  /** Where the lines stand. Default `"left"`. */
  textAlignment?: TextAlignment | undefined;
  /** False keeps the text from wrapping. Default true. */
  wrap?: boolean | undefined;
  /** In CSS pixels; `"auto"` is as wide as the place it stands in allows. Default `"auto"`. */
  width?: number | "stretch" | "content" | "auto" | undefined;
}

export interface MarkdownOptions extends CaptionOptions {
  /** False offers no links to the headings of the text. Default true. */
  anchors?: boolean | undefined;
}

export const Markdown = defineKind<MarkdownProps, string>()("markdown");
export const Caption = defineKind<MarkdownProps, string>()("caption", { testid: "stCaptionContainer" });

/**
 * Writes Markdown: GitHub's, with LaTeX between dollars, emoji shortcodes, `:red[coloured text]` and Material icons.
 *
 * @param body - The text; the indentation its lines share is taken away.
 * @param options - `unsafeAllowHtml` (also as second argument), `help`, `textAlignment`, `wrap`, `anchors`, `width`.
 * @returns The place of the text, through which it can be replaced.
 * @throws AppError for an unknown alignment or width.
 * @example
 * st.markdown("Roses are :red[red], $e^{i\\pi} + 1 = 0$ :sunflower:");
 */
export function markdown(this: Place | void, body: unknown, options?: MarkdownOptions): Container;
export function markdown(this: Place | void, body: unknown, unsafeAllowHtml?: boolean, options?: MarkdownOptions): Container;
export function markdown(this: Place | void, body: unknown, ...rest: unknown[]): Container {
  return draw(here(this as Container), Markdown, body, rest);
}

/**
 * Writes small, muted Markdown: notes, sources, what explains a picture.
 *
 * @param body - The text.
 * @param options - `unsafeAllowHtml` (also as second argument), `help`, `textAlignment`, `wrap`, `width`.
 * @returns The place of the caption, through which it can be replaced.
 * @throws AppError for an unknown alignment or width.
 * @example
 * st.caption("Measured every hour since 1990.");
 */
export function caption(this: Place | void, body: unknown, options?: CaptionOptions): Container;
export function caption(this: Place | void, body: unknown, unsafeAllowHtml?: boolean, options?: CaptionOptions): Container;
export function caption(this: Place | void, body: unknown, ...rest: unknown[]): Container {
  return draw(here(this as Container), Caption, body, rest);
}

function draw(place: Container, kind: Kind<string, MarkdownProps, string>, body: unknown, rest: unknown[]): Container {
  const options = gather<MarkdownOptions>(["unsafeAllowHtml"], rest);
  return place.element(kind, markdownProps(`st.${kind.name}`, cleanText(body), options));
}

/** The props of a text, checked. */
export function markdownProps(command: string, body: string, options: MarkdownOptions = {}): MarkdownProps {
  const { unsafeAllowHtml, help, wrap, anchors, width } = options;
  return { body, unsafeAllowHtml: unsafeAllowHtml || undefined, help, wrap, anchors, width, ...textProps(command, options) };
}
