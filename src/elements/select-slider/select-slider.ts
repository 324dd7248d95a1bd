import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type Choices, type FormatFunc, type Option, notAnOption, placeForTest, readChoices, show, type OptionsAmong } from "../choices.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export interface SelectSliderProps extends LabelProps {
  options: string[];
  range: boolean;
}

export type SelectSliderOptions<T, V> = OnChange<Slided<T, V>> &
  WidgetOptions & {
    /** Where it stands at the start; a list of two makes it a range. Default: the first option. */
    value?: V | undefined;
    /** Turns an option into what is shown. Default is its text. */
    formatFunc?: FormatFunc<T> | undefined;
  };

/** One option, or two when the value was a list of two. */
export type Slided<T, V> = [V] extends [readonly [unknown, unknown]] ? [T, T] : NoInfer<T>;

export const SelectSlider = defineKind<SelectSliderProps, number[]>()("selectSlider", {
  testid: "stSlider",
  widget: true,
  verbs: {
    setRange(widget, lower: unknown, upper: unknown) {
      const place = (option: unknown) => placeForTest(widget, option, () => widget.encode([option, option])[0]);
      widget.setValue([place(lower), place(upper)]);
    },
  },
});

/**
 * Shows a slider over options in the order given: words, sizes, any values.
 *
 * @param label - What stands above. Markdown.
 * @param options - What it slides over: any iterable of any values, or a map (its keys). At least one.
 * @param value - Where it stands at the start; a list of two makes it a range. Default: the first option.
 * @param rest - `formatFunc`, `key`, `help`, `onChange`, `args`, `disabled`, `labelVisibility`, `width`.
 * @returns The option of this run's `options` it stands at, or two of them.
 * @throws AppError for no options, or a value that is none of them.
 * @example
 * const size = st.selectSlider("Size", ["S", "M", "L", "XL"], "M");
 */
export function selectSlider<T extends Option, V extends Option = null>(
  this: Place | void,
  label: string,
  options: ReadonlyMap<T, unknown>,
  ...rest: Last<SelectSliderOptions<T, V>>
): Slided<T, V>;
export function selectSlider<T extends Option, V extends NoInfer<T> | readonly [NoInfer<T>, NoInfer<T>] = T>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  ...rest: Last<SelectSliderOptions<T, V>>
): Slided<T, V>;
export function selectSlider<T extends Option, V extends NoInfer<T> | readonly [NoInfer<T>, NoInfer<T>]>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  value: V,
  ...rest: Last<SelectSliderOptions<T, V>>
): Slided<T, V>;
export function selectSlider<T extends Option, V extends NoInfer<T> | readonly [NoInfer<T>, NoInfer<T>] = T>(
  this: Place | void,
  label: string,
  options: SelectSliderOptions<T, V> & OptionsAmong<T>,
): Slided<T, V>;
export function selectSlider(this: Place | void, label: string, options: unknown, ...rest: unknown[]): unknown {
  const command = "st.selectSlider";
  const given = gather<SelectSliderOptions<unknown, unknown>>(["value", "formatFunc"], rest);
  const { formatFunc, value } = given;
  const choices = readChoices(command, options, formatFunc);
  if (choices.values.length === 0) throw new AppError("argument", `${command}: options must hold at least one option`);
  const range = Array.isArray(value) && choices.find(value) < 0;
  const initial = value === undefined ? [0] : places(choices, value, range);
  const props: SelectSliderProps = { ...labelProps(command, label, given), options: choices.texts, range };
  return here(this).widget(SelectSlider, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, choices.texts, initial],
    props,
    options: choices,
    initial,
    explicit: value !== undefined,
    decode(wire) {
      if (!Array.isArray(wire) || wire.length !== (range ? 2 : 1)) throw new Error("not a position");
      const values = (wire as number[]).toSorted((a, b) => a - b).map((at) => choices.at(at));
      return range ? values : values[0];
    },
    encode: (assigned) => places(choices, assigned, range),
  });
}

function places(choices: Choices<unknown>, value: unknown, range: boolean): number[] {
  const list: unknown[] = range && Array.isArray(value) ? value : [value];
  if (list.length !== (range ? 2 : 1)) {
    throw new AppError("argument", `st.selectSlider: value must be ${range ? "two options for a range" : "one option"}, not ${show(value)}`);
  }
  return list
    .map((one) => {
      const at = choices.find(one);
      if (at < 0) throw notAnOption("st.selectSlider", one, choices);
      return at;
    })
    .toSorted((a, b) => a - b);
}
