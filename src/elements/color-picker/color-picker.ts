import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { show } from "../choices.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export type ColorPickerProps = LabelProps;

export type ColorPickerOptions = OnChange<string> &
  WidgetOptions & {
    /** The color at the start: `"#rrggbb"` or `"#rgb"`. Default black. */
    value?: string | null | undefined;
  };

export const ColorPicker = defineKind<ColorPickerProps, string>()("colorPicker", {
  widget: true,
  verbs: { pick: (widget, color: string) => widget.setValue(widget.encode(color)) },
});

const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/**
 * Shows a patch of color that opens a color picker.
 *
 * @param label - What stands above. Markdown.
 * @param value - The color at the start: `"#rrggbb"` or `"#rgb"`. Default black.
 * @param options - `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width` (default `"content"`) and others.
 * @returns The color as text, such as `"#00f900"`.
 * @throws AppError for what is no such text.
 * @example
 * const color = st.colorPicker("Color of the line", "#00f900");
 */
export function colorPicker(this: Place | void, label: string, ...rest: Last<ColorPickerOptions>): string;
export function colorPicker(this: Place | void, label: string, value: string | null | undefined, ...rest: Last<ColorPickerOptions>): string;
export function colorPicker(this: Place | void, label: string, ...rest: unknown[]): string {
  const command = "st.colorPicker";
  const given = gather<ColorPickerOptions>(["value"], rest);
  const initial = readColor(given.value ?? "#000000");
  return here(this).widget(ColorPicker, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, initial],
    props: labelProps(command, label, given),
    initial,
    explicit: given.value !== undefined && given.value !== null,
    decode(wire) {
      if (typeof wire !== "string" || !HEX.test(wire)) throw new Error("no color");
      return wire;
    },
    encode: (value) => (value === null || value === undefined ? initial : readColor(value)),
  });
}

function readColor(value: unknown): string {
  if (typeof value === "string" && HEX.test(value)) return value;
  throw new AppError("argument", `st.colorPicker: value must be a color as "#rrggbb" or "#rgb", not ${show(value)}`, {
    hint: 'Write it in hexadecimal digits, such as "#00ffaa" or "#0fa".',
  });
}
