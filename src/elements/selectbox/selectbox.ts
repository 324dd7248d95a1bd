import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind, type TestWidget } from "../../protocol/kind.ts";
import { checkIcon } from "../arguments.ts";
import { type Choices, type FormatFunc, type Option, type Options, notAnOption, placeForTest, readChoices, readIndex, show } from "../choices.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

/** How typed text picks from the list: letters in order, a part, the beginning, or no typing at all. */
export type FilterMode = "fuzzy" | "contains" | "prefix" | null;

export interface SelectboxProps extends LabelProps {
  options: string[];
  placeholder?: string | undefined;
  icon?: string | undefined;
  acceptNewOptions?: boolean | undefined;
  filterMode?: FilterMode | undefined;
  /** True when the choice can be taken back: nothing was chosen at the start. */
  clearable?: boolean | undefined;
}

/** Where a select box stands: the place of an option, a text of the viewer's own, or nothing. */
export type SelectboxValue = number | string | null;

export type SelectboxOptions<T, I extends number | null = number, N extends boolean = false> = OnChange<Selected<T, I, N>> &
  WidgetOptions & {
    /** Which option is chosen at the start; null for none. Default 0. */
    index?: I | undefined;
    /** Turns an option into what is shown. Default is its text. */
    formatFunc?: FormatFunc<T> | undefined;
    /** What the empty field says. Default `"Choose an option"`. */
    placeholder?: string | undefined;
    /** Lets the viewer type an option of their own, which comes back as text. Default false. */
    acceptNewOptions?: N | undefined;
    /** How typed text picks from the list. Default `"fuzzy"`. */
    filterMode?: FilterMode | undefined;
    /** A choice cannot be taken back, only changed. Default false. */
    required?: boolean | undefined;
    /** An emoji, or `:material/name:`, at the start of the field. */
    icon?: string | undefined;
  };

/** What comes back of a select box. NoInfer keeps "a" | "b" from widening to string where the call is an argument of another. */
export type Selected<T, I, N> = NoInfer<T> | Extract<I, null> | (true extends N ? string : never);

export const Selectbox = defineKind<SelectboxProps, SelectboxValue>()("selectbox", {
  widget: true,
  verbs: {
    select: (widget, option: unknown) => widget.setValue(testPlace(widget, option)),
    selectIndex: (widget, index: number | null) => widget.setValue(index),
  },
});

/** Tests name an option as the script has it, or as it reads. */
function testPlace(widget: TestWidget<SelectboxProps, SelectboxValue>, option: unknown): SelectboxValue {
  const isOwn = option === null || (widget.props.acceptNewOptions && typeof option === "string" && !widget.props.options.includes(option));
  return isOwn ? (option as SelectboxValue) : placeForTest(widget, option, () => widget.encode(option));
}

/**
 * Shows a list that opens, from which one option is chosen.
 *
 * @param label - What stands above. Markdown.
 * @param options - What can be chosen: any iterable of any values, or a map (its keys).
 * @param index - Which is chosen at the start; null for none. Default 0.
 * @param rest - `formatFunc`, `placeholder`, `acceptNewOptions`, `filterMode`, `key` and others.
 * @returns The chosen option of this run's `options`; null when none is.
 * @throws AppError for options that are no list, or an index that names none of them.
 * @example
 * const city = st.selectbox("City", ["Athens", "Bogotá", "Cairo"]);
 */
export function selectbox<T extends Option, I extends number | null = number, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: ReadonlyMap<T, unknown>,
  ...rest: Last<SelectboxOptions<T, I, N>>
): Selected<T, I, N>;
export function selectbox<T extends Option, I extends number | null = number, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  ...rest: Last<SelectboxOptions<T, I, N>>
): Selected<T, I, N>;
export function selectbox<T extends Option, I extends number | null = number, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  index: I,
  ...rest: Last<SelectboxOptions<T, I, N>>
): Selected<T, I, N>;
export function selectbox(this: Place | void, label: string, options: Options<unknown>, ...rest: unknown[]): unknown {
  const command = "st.selectbox";
  const given = gather<SelectboxOptions<unknown, number | null, boolean>>(["index", "formatFunc"], rest);
  const { formatFunc, placeholder, acceptNewOptions, filterMode, required, icon } = given;
  checkFilterMode(command, filterMode, acceptNewOptions);
  const choices = readChoices(command, options, formatFunc);
  const index = readIndex(command, given.index === undefined ? 0 : given.index, choices.values.length);
  const props: SelectboxProps = {
    ...labelProps(command, label, given),
    options: choices.texts,
    placeholder,
    icon: checkIcon(command, icon),
    acceptNewOptions: acceptNewOptions || undefined,
    filterMode,
    clearable: (index === null && !required) || undefined,
  };
  return here(this).widget(Selectbox, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, choices.texts, index, placeholder, props.acceptNewOptions, required, icon, filterMode],
    props,
    options: choices,
    initial: index,
    explicit: given.index !== undefined,
    decode: (wire) => (wire === null ? null : pick(choices, wire, acceptNewOptions)),
    encode: (value) => place(command, choices, value, acceptNewOptions),
  });
}

/** What the page sent: the place of an option, or text that may name one in another case. */
export function pick<T>(choices: Choices<T>, wire: unknown, acceptsNew: boolean | undefined): T | string {
  if (!acceptsNew || typeof wire !== "string") return choices.at(wire);
  const text = wire.trim();
  if (text === "") throw new Error("an empty option");
  const at = choices.texts.findIndex((known) => known.toLowerCase() === text.toLowerCase());
  return at >= 0 ? choices.at(at) : text;
}

/** What code assigned: an option, or text of its own where that is allowed. */
export function place(command: string, choices: Choices<unknown>, value: unknown, acceptsNew: boolean | undefined): SelectboxValue {
  const at = choices.find(value);
  if (at >= 0) return at;
  if (value === null || value === undefined) return null;
  if (acceptsNew && typeof value === "string") return value;
  throw notAnOption(command, value, choices);
}

/** Checks how a list is searched. */
export function checkFilterMode(command: string, mode: FilterMode | undefined, acceptsNew: boolean | undefined): void {
  if (mode === undefined || mode === "fuzzy" || mode === "contains" || mode === "prefix") return;
  if (mode !== null) throw new AppError("argument", `${command}: filterMode must be "fuzzy", "contains", "prefix" or null, not ${show(mode)}`);
  if (acceptsNew) {
    throw new AppError("argument", `${command}: filterMode cannot be null when acceptNewOptions is true`, {
      hint: "New options are typed: leave filterMode out.",
    });
  }
}
