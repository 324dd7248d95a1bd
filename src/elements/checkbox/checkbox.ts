import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { show } from "../choices.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export interface CheckboxProps extends LabelProps {
  /** False keeps the label on one line, cut. */
  wrap?: boolean | undefined;
}

export type CheckboxOptions = OnChange<boolean> &
  WidgetOptions & {
    /** Whether it is ticked at the start. Default false. */
    value?: boolean | undefined;
    /** False keeps a long label on one line, cut; the whole of it is in a tooltip. Default true. */
    wrap?: boolean | undefined;
  };

export const Checkbox = defineKind<CheckboxProps, boolean>()("checkbox", {
  widget: true,
  verbs: {
    check: (widget) => widget.setValue(true),
    uncheck: (widget) => widget.setValue(false),
  },
});

/**
 * Shows a box to tick.
 *
 * @param label - What stands beside it. Markdown.
 * @param value - Whether it is ticked at the start. Default false.
 * @param options - `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`, `wrap`.
 * @returns Whether it is ticked.
 * @example
 * if (st.checkbox("Show the data")) st.dataframe(rows);
 */
export function checkbox(this: Place | void, label: string, ...rest: Last<CheckboxOptions>): boolean;
export function checkbox(this: Place | void, label: string, value: boolean | undefined, ...rest: Last<CheckboxOptions>): boolean;
export function checkbox(this: Place | void, label: string, ...rest: unknown[]): boolean {
  return here(this).widget(Checkbox, booleanSpec("st.checkbox", label, gather<CheckboxOptions>(["value"], rest)));
}

/** What checkbox and toggle share: a widget that is true or false. */
export function booleanSpec(command: string, label: string, options: CheckboxOptions) {
  const { value = false } = options;
  if (typeof value !== "boolean") throw new AppError("argument", `${command}: value must be true or false, not ${show(value)}`);
  return {
    command,
    ...commonSpec(options),
    identity: [label, options.help, value],
    props: { ...labelProps(command, label, options), wrap: options.wrap },
    initial: value,
    explicit: options.value !== undefined,
    decode(wire: unknown): boolean {
      if (typeof wire !== "boolean") throw new Error("not true or false");
      return wire;
    },
    encode: (assigned: unknown) => Boolean(assigned),
  };
}
