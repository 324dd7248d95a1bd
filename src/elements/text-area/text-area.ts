import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { show } from "../choices.ts";
import { readMaxChars, type TextOptions, textSpec } from "../text-input/text-input.ts";
import { gather, labelProps, type LabelProps, type Last } from "../widget.ts";

export interface TextAreaProps extends LabelProps {
  height?: number | "content" | "stretch" | undefined;
  maxChars?: number | undefined;
  placeholder?: string | undefined;
  required?: boolean | undefined;
}

export type TextAreaOptions<V extends string | null = string> = TextOptions<V> & {
  /** Pixels, label included; `"content"` grows with the text. Default: three lines. */
  height?: number | "content" | "stretch" | null | undefined;
};

export const TextArea = defineKind<TextAreaProps, string | null>()("textArea", {
  widget: true,
  verbs: { input: (widget, text: string) => widget.setValue(text) },
});

/** Two lines, without and with a label. */
const LEAST = 68;
const LEAST_LABELLED = 96;

/**
 * Shows a field for several lines of text.
 *
 * @param label - What stands above. Markdown.
 * @param value - What stands in it at the start; null is empty and comes back as null until something is typed. Default `""`.
 * @param options - `height`, `maxChars`, `placeholder`, `required`, `key` and others.
 * @returns The text.
 * @throws AppError for a height below two lines (96 pixels, 68 without a label).
 * @example
 * const text = st.textArea("Text to analyse", "It was the best of times …", { height: 200 });
 */
export function textArea<V extends string | null = string>(this: Place | void, label: string, ...rest: Last<TextAreaOptions<V>>): string | Extract<V, null>;
export function textArea<V extends string | null>(this: Place | void, label: string, value: V, ...rest: Last<TextAreaOptions<V>>): string | Extract<V, null>;
export function textArea(this: Place | void, label: string, ...rest: unknown[]): string | null {
  const command = "st.textArea";
  const given = gather<TextAreaOptions<string | null>>(["value", "height", "maxChars"], rest);
  const height = readHeight(given.height, given.labelVisibility === "collapsed" ? LEAST : LEAST_LABELLED);
  const props: TextAreaProps = {
    ...labelProps(command, label, given),
    height,
    maxChars: readMaxChars(command, given.maxChars),
    placeholder: given.placeholder,
    required: given.required || undefined,
  };
  return here(this).widget(TextArea, textSpec(command, given, props, [height, props.required]));
}

function readHeight(height: TextAreaOptions["height"], least: number): TextAreaProps["height"] {
  if (height === undefined || height === null) return undefined;
  if (height === "content" || height === "stretch") return height;
  if (typeof height !== "number" || !Number.isFinite(height)) {
    throw new AppError("argument", `st.textArea: height must be a number of pixels, "content" or "stretch", not ${show(height)}`);
  }
  if (height >= least) return height;
  throw new AppError("argument", `st.textArea: height must be at least ${least} pixels, not ${height}`, { hint: "Two lines are the least." });
}
