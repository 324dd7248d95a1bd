import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, cleanText, quote } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface MermaidChartProps {
  body: string;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface MermaidChartOptions {
  /** In CSS pixels. The diagram stands in the middle of its room and shrinks where it is too wide. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Pixels the diagram fits into. Default `"content"`. */
  height?: number | "content" | undefined;
}

export const MermaidChart = defineKind<MermaidChartProps, string>()("mermaidChart");

/**
 * Draws a diagram from its description in Mermaid's language: flow charts, sequences, states, Gantt charts and others.
 *
 * @param body - The description; the indentation its lines share is taken away.
 * @param options - `width`, `height`.
 * @returns The place of the diagram, through which it can be replaced.
 * @throws AppError when it is blank, or a size is none.
 * @example
 * st.mermaidChart(`
 *   flowchart LR
 *     order[Order] --> check{In stock?}
 *     check -- yes --> send[Send]
 *     check -- no --> buy[Buy more]
 * `);
 */
export function mermaidChart(this: Place | void, body: string, options: MermaidChartOptions = {}): Container {
  const { width, height } = options;
  if (typeof body !== "string") throw new AppError("argument", `st.mermaidChart: body must be text, not ${quote(body)}`);
  const text = cleanText(body);
  if (text === "")
    throw new AppError("argument", "st.mermaidChart: body cannot be blank", { hint: 'Describe a diagram: st.mermaidChart("flowchart LR; a --> b").' });
  checkSize("st.mermaidChart", "width", width, ["stretch", "content"]);
  checkSize("st.mermaidChart", "height", height, ["content"]);
  return here(this as Container).element(MermaidChart, { body: text, width, height });
}
