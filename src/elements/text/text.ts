import { here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { Container } from "../index.ts";
import type { Layout } from "../layout.ts";

export interface TextProps extends Layout {
  body: string;
  help?: string | undefined;
}

export interface TextOptions extends Layout {
  /** A tooltip beside the text. Markdown. */
  help?: string | undefined;
}

export const Text = defineKind<TextProps, string>()("text");

/**
 * Writes text as it is, in a fixed-width font, without Markdown.
 *
 * @param body - What to write; anything that is not text is turned into it.
 * @param options - `help`, `width`.
 * @returns The place of the text, through which it can be replaced.
 * @example
 * st.text("This is *not* Markdown.");
 */
export function text(this: Place | void, body: unknown, options: TextOptions = {}): Container {
  return here(this as Container).element(Text, { ...options, body: String(body) });
}
