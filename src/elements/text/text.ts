import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { cleanText, type TextAlignment, textProps } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface TextProps {
  body: string;
  help?: string | undefined;
  textAlignment?: TextAlignment | undefined;
  wrap?: boolean | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface TextOptions {
  /** A tooltip beside the text. Markdown. */
  help?: string | undefined;
  /** Where the lines stand. Default `"left"`. */
  textAlignment?: TextAlignment | undefined;
  /** False keeps every line in one. Default true. */
  wrap?: boolean | undefined;
  /** In CSS pixels; `"stretch"` takes the room there is. Default `"content"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Text = defineKind<TextProps, string>()("text");

/**
 * Writes text as it is, without Markdown; the indentation its lines share is taken away.
 *
 * @param body - What to write; anything that is not text is turned into it.
 * @param options - `help`, `textAlignment`, `wrap`, `width`.
 * @returns The place of the text, through which it can be replaced.
 * @throws AppError for an unknown alignment or width.
 * @example
 * st.text("This is *not* Markdown.");
 */
export function text(this: Place | void, body: unknown, options: TextOptions = {}): Container {
  return here(this as Container).element(Text, {
    body: cleanText(body),
    help: options.help,
    wrap: options.wrap,
    width: options.width,
    ...textProps("st.text", options),
  });
}
