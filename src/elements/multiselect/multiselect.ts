import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind, type TestWidget } from "../../protocol/kind.ts";
import { type Choices, type FormatFunc, type Option, notAnOption, placeForTest, readChoices, show, type OptionsAmong } from "../choices.ts";
import { checkFound, createFoundChoices, type FindOptions } from "../found-choices.ts";
import { checkFilterMode, type FilterMode, pick, pickFound, place } from "../selectbox/selectbox.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export interface MultiselectProps extends LabelProps {
  options: string[];
  placeholder?: string | undefined;
  maxSelections?: number | undefined;
  acceptNewOptions?: boolean | undefined;
  filterMode?: FilterMode | undefined;
  /** Up to how many options the list offers to take all at once; absent means never. */
  selectAll?: number | undefined;
  /** False keeps the chips on one line, which scrolls. */
  wrap?: boolean | undefined;
  /** True when the options are looked up for what is typed. */
  searches?: boolean | undefined;
}

/** Where it stands: places of options, keys of those that were looked up, and texts of the viewer's own, in the order they were chosen. */
export type MultiselectValue = (number | string)[];

export type MultiselectOptions<T, N extends boolean = false> = OnChange<(T | NewOption<N>)[]> &
  WidgetOptions & {
    /** What is chosen at the start: a list of options, or one option. */
    default?: readonly NoInfer<T>[] | NoInfer<T> | undefined;
    /** Turns an option into what is shown. Default is its text. */
    formatFunc?: FormatFunc<T> | undefined;
    /** How many may be chosen. Default: all. */
    maxSelections?: number | undefined;
    /** What the empty field says. Default `"Choose options"`. */
    placeholder?: string | undefined;
    /** Lets the viewer type options of their own, which come back as text. Default false. */
    acceptNewOptions?: N | undefined;
    /** How typed text picks from the list. Default `"fuzzy"`. */
    filterMode?: FilterMode | undefined;
    /** Offers to take all that the list shows: always, never, or up to so many options. Default 1000. */
    selectAll?: boolean | number | undefined;
    /** False keeps what is chosen on one line, which scrolls. Default true. */
    wrap?: boolean | undefined;
  };

type NewOption<N> = true extends N ? string : never;

type Chosen = TestWidget<MultiselectProps, MultiselectValue>;

export const Multiselect = defineKind<MultiselectProps, MultiselectValue>()("multiselect", {
  testid: "stMultiSelect",
  widget: true,
  verbs: {
    select(widget, option: unknown) {
      const at = testPlace(widget, option);
      if (!widget.value.includes(at)) widget.setValue([...widget.value, at]);
    },
    unselect(widget, option: unknown) {
      const at = testPlace(widget, option);
      widget.setValue(widget.value.filter((one) => one !== at));
    },
  },
});

/** Tests name an option as the script has it, or as it reads. */
function testPlace(widget: Chosen, option: unknown): number | string {
  const { acceptNewOptions, searches } = widget.props;
  if (searches) return widget.encode([option])[0] as string;
  return acceptNewOptions && typeof option === "string" && !widget.props.options.includes(option)
    ? option
    : placeForTest(widget, option, () => widget.encode([option])[0]);
}

/**
 * Shows a list from which any number of options is chosen.
 *
 * @param label - What stands above. Markdown.
 * @param options - What can be chosen: any iterable of any values, or a map (its keys). Or a function that looks up, at once or
 *   later, what fits the text somebody typed, for lists that are too long to be sent: at most 1000 options of an answer are shown.
 * @param initial - What is chosen at the start: a list, or one option that is no plain object. Default: nothing.
 * @param rest - `formatFunc`, `maxSelections`, `placeholder`, `acceptNewOptions`, `key` and others.
 * @returns The chosen options of this run's `options`, in the order they were chosen; a list of its own each time.
 * @throws AppError for options that are no list, for a default that is none of them, or for more than `maxSelections`.
 * @example
 * const colors = st.multiselect("Colors", ["red", "green", "blue"], ["red"]);
 */
export function multiselect<T extends Option, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: FindOptions<T>,
  ...rest: Last<MultiselectOptions<T, N>>
): (T | NewOption<N>)[];
export function multiselect<T extends Option, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: FindOptions<T>,
  initial: readonly NoInfer<T>[] | NoInfer<T> | null | undefined,
  ...rest: Last<MultiselectOptions<T, N>>
): (T | NewOption<N>)[];
export function multiselect<T extends Option, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: ReadonlyMap<T, unknown>,
  ...rest: Last<MultiselectOptions<T, N>>
): (T | NewOption<N>)[];
export function multiselect<T extends Option, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  ...rest: Last<MultiselectOptions<T, N>>
): (T | NewOption<N>)[];
export function multiselect<T extends Option, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  initial: readonly NoInfer<T>[] | NoInfer<T> | null | undefined,
  ...rest: Last<MultiselectOptions<T, N>>
): (T | NewOption<N>)[];
export function multiselect<T extends Option, N extends boolean = false>(
  this: Place | void,
  label: string,
  options: MultiselectOptions<T, N> & OptionsAmong<T>,
): (T | NewOption<N>)[];
export function multiselect(this: Place | void, label: string, options: unknown, ...rest: unknown[]): unknown {
  const command = "st.multiselect";
  const given = gather<MultiselectOptions<unknown, boolean>>(["default", "formatFunc"], rest);
  if (typeof options === "function") return here(this).widget(Multiselect, searchedSpec(command, label, options as FindOptions<unknown>, given));
  const { formatFunc, placeholder, acceptNewOptions, filterMode, maxSelections } = given;
  checkFilterMode(command, filterMode, acceptNewOptions);
  const choices = readChoices(command, options, formatFunc);
  const limit = readLimit(maxSelections);
  const initial = placesOf(choices, given.default, acceptNewOptions, limit);
  const props: MultiselectProps = {
    ...labelProps(command, label, given),
    options: choices.texts,
    placeholder,
    maxSelections: limit,
    acceptNewOptions: acceptNewOptions || undefined,
    filterMode,
    wrap: given.wrap,
    selectAll: given.selectAll === false ? undefined : given.selectAll === true ? Number.MAX_SAFE_INTEGER : (given.selectAll ?? 1000),
  };
  return here(this).widget(Multiselect, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, choices.texts, initial, placeholder, limit, acceptNewOptions, filterMode],
    props,
    options: choices,
    initial,
    explicit: given.default !== undefined,
    decode: (wire) => readPlaces(wire, limit).map((one) => pick(choices, one, acceptNewOptions)),
    encode: (value) => placesOf(choices, value, acceptNewOptions, limit),
  });
}

/** One whose options a function of the script looks up. */
function searchedSpec(command: string, label: string, find: FindOptions<unknown>, given: MultiselectOptions<unknown, boolean>) {
  const { formatFunc, placeholder, acceptNewOptions, maxSelections, wrap } = given;
  checkFound(command, given);
  const choices = createFoundChoices(command, find, formatFunc);
  const limit = readLimit(maxSelections);
  const keysOf = (value: unknown) => withinLimit([...new Set(listed(value).map((one) => choices.keyOf(one)))], limit);
  const initial = keysOf(given.default);
  const props: MultiselectProps = {
    ...labelProps(command, label, given),
    options: [],
    placeholder,
    maxSelections: limit,
    acceptNewOptions: acceptNewOptions || undefined,
    wrap,
    searches: true,
  };
  return {
    command,
    ...commonSpec(given),
    identity: [label, given.help, "search", initial, placeholder, limit, acceptNewOptions],
    props,
    options: choices,
    search: choices.search,
    initial,
    explicit: given.default !== undefined,
    decode: (wire: unknown) => readPlaces(wire, limit).map((one) => pickFound(choices, one, acceptNewOptions)),
    encode: keysOf,
  };
}

/** One option may stand for a list of one. */
function listed(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return typeof value === "object" && Symbol.iterator in value ? [...(value as Iterable<unknown>)] : [value];
}

function readLimit(maxSelections: number | undefined): number | undefined {
  if (maxSelections === undefined) return undefined;
  if (Number.isInteger(maxSelections) && maxSelections >= 1) return maxSelections;
  throw new AppError("argument", `st.multiselect: maxSelections must be a whole number of at least 1, not ${show(maxSelections)}`);
}

function readPlaces(wire: unknown, limit: number | undefined): (number | string)[] {
  if (!Array.isArray(wire) || wire.length > (limit ?? Number.POSITIVE_INFINITY)) throw new Error("not a choice");
  return [...new Set(wire as (number | string)[])];
}

function placesOf(choices: Choices<unknown>, value: unknown, acceptsNew: boolean | undefined, limit: number | undefined): MultiselectValue {
  const isList = typeof value === "object" && value !== null && Symbol.iterator in value && choices.find(value) < 0;
  // One option may stand for a list of one.
  const wanted: unknown[] = isList ? [...(value as Iterable<unknown>)] : value === undefined || (value === null && choices.find(null) < 0) ? [] : [value];
  const places = wanted.map((one) => {
    const at = place("st.multiselect", choices, one, acceptsNew);
    if (at === null) throw notAnOption("st.multiselect", one, choices);
    return at;
  });
  return withinLimit([...new Set(places)], limit);
}

function withinLimit<P>(places: P[], limit: number | undefined): P[] {
  if (limit === undefined || places.length <= limit) return places;
  throw new AppError("argument", `st.multiselect: ${places.length} options are chosen but maxSelections is ${limit}`, {
    hint: `Choose at most ${limit}, or raise maxSelections.`,
  });
}
