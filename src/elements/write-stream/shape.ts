/** An object of which nothing is known yet. */
export type Shape = Record<string, unknown>;

export const isShape = (value: unknown): value is Shape => typeof value === "object" && value !== null;

/** The text itself; nothing for what is none. */
export const textOr = (value: unknown): string => (typeof value === "string" ? value : "");

/** The text of a content that is a text, or a list of parts; parts that hold thoughts, pictures or calls give nothing. */
export function textOfContent(content: unknown): string {
  if (!Array.isArray(content)) return textOr(content);
  return content.map((part: unknown) => (isShape(part) && part.thought !== true ? textOr(part.text) : textOr(part))).join("");
}
