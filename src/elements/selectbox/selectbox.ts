import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind, type TestWidget } from "../../protocol/kind.ts";
import { checkIcon } from "../arguments.ts";
import { type Choices, type FormatFunc, type Option, notAnOption, placeForTest, readChoices, readIndex, show, type OptionsAmong } from "../choices.ts";
import { checkFound, createFoundChoices, type FindOptions, type FoundChoices } from "../found-choices.ts";
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
  required?: boolean | undefined;
  /** True when the options are looked up for what is typed. */
  searches?: boolean | undefined;
}

/** Where a select box stands: the place of an option, the key of one that was looked up, a text of the viewer's own, or nothing. */
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
    /** A choice cannot be taken back, only changed, and a form waits until there is one. Default false. */
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
  if (widget.props.searches) return widget.encode(option);
  const isOwn = option === null || (widget.props.acceptNewOptions && typeof option === "string" && !widget.props.options.includes(option));
  return isOwn ? (option as SelectboxValue) : placeForTest(widget, option, () => widget.encode(option));
}

/**
 * Shows a list that opens, from which one option is chosen.
 *
 * @param label - What stands above. Markdown.
 * @param options - What can be chosen: any iterable of any values, or a map (its keys). Or a function that looks up, at once or
 *   later, what fits the text somebody typed, for lists that are too long to be sent: at most 1000 options of an answer are shown.
 * @param index - Which is chosen at the start; null for none. Default 0, and null where `options` is a function.
 * @param rest - `formatFunc`, `placeholder`, `acceptNewOptions`, `filterMode`, `key` and others.
 * @returns The chosen option of this run's `options`; null when none is.
 * @throws AppError for options that are no list, or an index that names none of them.
 * @example
 * const city = st.selectbox("City", ["Athens", "Bogotá", "Cairo"]);
 */
export function selectbox<T extends Option, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: FindOptions<T>,
  ...rest: Last<SelectboxOptions<T, null, N>>
): Selected<T, null, N>;
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
export function selectbox<T extends Option, I extends number | null = number, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: SelectboxOptions<T, I, N> & OptionsAmong<T>,
): Selected<T, I, N>;
export function selectbox(this: Place | void, label: string, options: unknown, ...rest: unknown[]): unknown {
  const command = "st.selectbox";
  const given = gather<AnySelectboxOptions>(["index", "formatFunc"], rest);
  if (typeof options === "function") return here(this).widget(Selectbox, searchedSpec(command, label, options as FindOptions<unknown>, given));
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
    required: required || undefined,
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

type AnySelectboxOptions = SelectboxOptions<unknown, number | null, boolean>;

/** A select box whose options a function of the script looks up. */
function searchedSpec(command: string, label: string, find: FindOptions<unknown>, given: AnySelectboxOptions) {
  const { formatFunc, placeholder, acceptNewOptions, required, icon } = given;
  checkFound(command, given);
  const choices = createFoundChoices(command, find, formatFunc);
  const props: SelectboxProps = {
    ...labelProps(command, label, given),
    options: [],
    placeholder,
    icon: checkIcon(command, icon),
    acceptNewOptions: acceptNewOptions || undefined,
    clearable: !required || undefined,
    required: required || undefined,
    searches: true,
  };
  return {
    command,
    ...commonSpec(given),
    identity: [label, given.help, "search", placeholder, props.acceptNewOptions, required, icon],
    props,
    options: choices,
    search: choices.search,
    initial: null,
    decode: (wire: unknown) => (wire === null ? null : pickFound(choices, wire, acceptNewOptions)),
    encode: (value: unknown) => (value === null || value === undefined ? null : choices.keyOf(value)),
  };
}

/** What the page sent: the key of an option that was found, or a text of the viewer's own. */
export function pickFound<T>(choices: FoundChoices<T>, wire: unknown, acceptsNew: boolean | undefined): T | string {
  const isOwn = acceptsNew && typeof wire === "string" && !choices.has(wire) && wire.trim() !== "";
  return isOwn ? wire.trim() : choices.at(wire);
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
