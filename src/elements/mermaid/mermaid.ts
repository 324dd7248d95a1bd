import { AppError } from "../../engine/errors.ts";
import { here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, cleanText, quote } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface MermaidProps {
  body: string;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface MermaidOptions {
  /** Default `"stretch"`: the diagram stands in the middle and shrinks where it is too wide. */
  width?: number | "stretch" | "content" | undefined;
  /** Pixels the diagram fits into. Default `"content"`. */
  height?: number | "content" | undefined;
}

export const Mermaid = defineKind<MermaidProps, string>()("mermaid");

/**
 * Draws a diagram from its description in Mermaid's language: flow charts, sequences, states, Gantt charts and others.
 *
 * @param body - The description; the indentation its lines share is taken away.
 * @param options - `width`, `height`.
 * @returns The place of the diagram, through which it can be replaced.
 * @throws AppError when it is blank, or a size is none.
 * @example
 * st.mermaid(`
 *   flowchart LR
 *     order[Order] --> check{In stock?}
 *     check -- yes --> send[Send]
 *     check -- no --> buy[Buy more]
 * `);
 */
export function mermaid(this: Place | void, body: string, options: MermaidOptions = {}): Container {
  const { width, height } = options;
  if (typeof body !== "string") throw new AppError("argument", `st.mermaid: body must be text, not ${quote(body)}`);
  const text = cleanText(body);
  if (text === "") throw new AppError("argument", "st.mermaid: body cannot be blank", { hint: 'Describe a diagram: st.mermaid("flowchart LR; a --> b").' });
  checkSize("st.mermaid", "width", width, ["stretch", "content"]);
  checkSize("st.mermaid", "height", height, ["content"]);
  return here(this as Container).element(Mermaid, { body: text, width, height });
}
