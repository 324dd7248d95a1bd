import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, cleanText } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface LatexProps {
  body: string;
  help?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface LatexOptions {
  /** A tooltip beside the formula. Markdown. */
  help?: string | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Latex = defineKind<LatexProps, string>()("latex");

/**
 * Typesets a formula on a line of its own.
 *
 * @param body - LaTeX, without dollars around it; `String.raw` spares doubling the backslashes.
 * @param options - `help`, `width`.
 * @returns The place of the formula, through which it can be replaced.
 * @throws AppError for a bad width.
 * @example
 * st.latex(String.raw`\sum_{k=0}^{n-1} ar^k = a \left(\frac{1-r^{n}}{1-r}\right)`);
 */
export function latex(this: Place | void, body: unknown, { help, width }: LatexOptions = {}): Container {
  checkSize("st.latex", "width", width, ["stretch", "content"]);
  return here(this as Container).element(Latex, {
    body: cleanText(body)
      .replace(/^\$\$([^]*)\$\$$/, "$1")
      .trim(),
    help,
    width,
  });
}
