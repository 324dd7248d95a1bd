import { AppError } from "../../engine/errors/errors.ts";
import type { TestWidget } from "../../protocol/kind.ts";
import { oneOf } from "../arguments.ts";
import { type Choices, type FormatFunc, notAnOption, placeForTest, readChoices, show } from "../choices.ts";
import { commonSpec, labelProps, type LabelProps, type OnChange, type WidgetOptions } from "../widget.ts";

/** Whether one option is chosen, or any number of them. */
export type SelectionMode = "single" | "multi";

export interface ButtonGroupProps extends LabelProps {
  options: string[];
  multi?: boolean | undefined;
  /** True when the choice can only be moved, not taken back. */
  required?: boolean | undefined;
  /** False keeps the options on one line, which scrolls. */
  wrap?: boolean | undefined;
}

/** Places of the chosen options; of one, or nothing, where only one is chosen. */
export type ButtonGroupValue = number[] | number | null;

/** What comes back: a list, one option, or null when none is chosen; never null where a choice is required and one is made for a start. */
export type Chosen<T, M, R, D> = M extends "multi" ? T[] : [R, D] extends [true, NonNullable<unknown>] ? T : T | null;

export type ButtonGroupOptions<T, M extends SelectionMode, R extends boolean, D> = OnChange<Chosen<T, M, R, D>> &
  Omit<WidgetOptions, "width"> & {
    /** In CSS pixels; `"stretch"` takes the room there is. Default `"content"`. */
    width?: WidgetOptions["width"];
    /** `"multi"` lets any number be chosen. Default `"single"`. */
    selectionMode?: M | undefined;
    /** What is chosen at the start: an option, or a list of options where several may be chosen. Default: nothing. */
    default?: (D & (NoInfer<T> | readonly NoInfer<T>[] | null)) | undefined;
    /** A choice cannot be taken back, only changed; for `"single"` only. Default false. */
    required?: R | undefined;
    /** Turns an option into what is shown. Markdown. Default is its text. */
    formatFunc?: FormatFunc<T> | undefined;
    /** False keeps all options on one line. Default true. */
    wrap?: boolean | undefined;
  };

type AnyOptions = ButtonGroupOptions<unknown, SelectionMode, boolean, unknown>;

/** What tests do with a group of buttons. */
export const verbs = {
  select(widget: TestWidget<ButtonGroupProps, ButtonGroupValue>, option: unknown) {
    const at = testPlace(widget, option);
    widget.setValue(Array.isArray(widget.value) ? inOrder([...widget.value, at]) : at);
  },
  unselect(widget: TestWidget<ButtonGroupProps, ButtonGroupValue>, option: unknown) {
    const at = testPlace(widget, option);
    if (Array.isArray(widget.value)) widget.setValue(widget.value.filter((one) => one !== at));
    else if (widget.value === at) widget.setValue(null);
  },
};

function testPlace(widget: TestWidget<ButtonGroupProps, ButtonGroupValue>, option: unknown): number {
  return placeForTest(widget, option, () => [widget.encode(option)].flat()[0]);
}

/** What a row of buttons tells the engine; pills and segments differ in their looks only. */
export function buttonGroupSpec(command: string, label: string, options: unknown, given: AnyOptions) {
  const { formatFunc, required = false, selectionMode = "single", wrap } = given;
  const multi = oneOf(command, "selectionMode", selectionMode, ["single", "multi"]) === "multi";
  if (multi && required) {
    throw new AppError("argument", `${command}: required cannot be true when selectionMode is "multi"`, { hint: "A list of choices may always be empty." });
  }
  const choices = readChoices(command, options, formatFunc);
  const initial = readPlaces(command, choices, given.default, multi);
  const props: ButtonGroupProps = {
    ...labelProps(command, label, given),
    options: choices.texts,
    multi: multi || undefined,
    required: required || undefined,
    wrap,
  };
  return {
    command,
    ...commonSpec(given),
    identity: [label, given.help, choices.texts, initial, multi, required],
    props,
    options: choices,
    initial,
    explicit: given.default !== undefined,
    decode: (wire: unknown) => fromWire(choices, wire, multi, required && initial !== null),
    encode: (value: unknown) => readPlaces(command, choices, value, multi),
  };
}

function fromWire(choices: Choices<unknown>, wire: unknown, multi: boolean, neverEmpty: boolean): unknown {
  if (!multi) {
    if (wire === null && neverEmpty) throw new Error("a choice is required");
    return wire === null ? null : choices.at(wire);
  }
  if (!Array.isArray(wire)) throw new Error("not a list of choices");
  return inOrder(wire as number[]).map((at) => choices.at(at));
}

const inOrder = (places: readonly number[]): number[] => [...new Set(places)].toSorted((a, b) => a - b);

function readPlaces(command: string, choices: Choices<unknown>, value: unknown, multi: boolean): ButtonGroupValue {
  const isNothing = value === undefined || (value === null && choices.find(null) < 0);
  const isList = typeof value === "object" && value !== null && Symbol.iterator in value && choices.find(value) < 0;
  const wanted: unknown[] = isList ? [...(value as Iterable<unknown>)] : isNothing ? [] : [value];
  if (isList && !multi) {
    throw new AppError("argument", `${command}: the default must be one option where selectionMode is "single", not ${show(value)}`, {
      hint: 'Give one option, or { selectionMode: "multi" }.',
    });
  }
  const places = wanted.map((one) => {
    const at = choices.find(one);
    if (at < 0) throw notAnOption(command, one, choices);
    return at;
  });
  return multi ? inOrder(places) : (places[0] ?? null);
}
