import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type FormatFunc, type Option, placeForTest, placeOf, readChoices, readIndex, show, type OptionsAmong } from "../choices.ts";
import { commonSpec, gather, labelProps, type LabelProps, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export interface RadioProps extends LabelProps {
  options: string[];
  captions?: string[] | undefined;
  horizontal?: boolean | undefined;
}

export type RadioOptions<T, I extends number | null = number> = OnChange<T | Extract<I, null>> &
  WidgetOptions & {
    /** Which option is chosen at the start; null for none. Default 0. */
    index?: I | undefined;
    /** Turns an option into what is shown. Default is its text. */
    formatFunc?: FormatFunc<T> | undefined;
    /** Puts the options into a row. Default false. */
    horizontal?: boolean | undefined;
    /** Small lines below the options, in the same order. Markdown. */
    captions?: readonly string[] | undefined;
  };

export const Radio = defineKind<RadioProps, number | null>()("radio", {
  widget: true,
  verbs: { select: (widget, option: unknown) => widget.setValue(placeForTest(widget, option, () => widget.encode(option))) },
});

/**
 * Shows options of which one is chosen.
 *
 * @param label - What stands above. Markdown.
 * @param options - What can be chosen: any iterable of any values, or a map (its keys).
 * @param index - Which is chosen at the start; null for none. Default 0.
 * @param rest - `formatFunc`, `horizontal`, `captions`, `key` and others.
 * @returns The chosen option of this run's `options`; null when none is.
 * @throws AppError for options that are no list, or an index that names none of them.
 * @example
 * const genre = st.radio("Favourite genre", ["Comedy", "Drama", "Documentary"]);
 */
export function radio<T extends Option, I extends number | null = number>(
  this: Place | void,
  label: string,
  options: ReadonlyMap<T, unknown>,
  ...rest: Last<RadioOptions<T, I>>
): NoInfer<T> | Extract<I, null>;
export function radio<T extends Option, I extends number | null = number>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  ...rest: Last<RadioOptions<T, I>>
): NoInfer<T> | Extract<I, null>;
export function radio<T extends Option, I extends number | null = number>(
  this: Place | void,
  label: string,
  options: Iterable<T>,
  index: I,
  ...rest: Last<RadioOptions<T, I>>
): NoInfer<T> | Extract<I, null>;
export function radio<T extends Option, I extends number | null = number>(
  this: Place | void,
  label: string,
  options: RadioOptions<T, I> & OptionsAmong<T>,
): NoInfer<T> | Extract<I, null>;
export function radio(this: Place | void, label: string, options: unknown, ...rest: unknown[]): unknown {
  const command = "st.radio";
  const given = gather<RadioOptions<unknown, number | null>>(["index", "formatFunc"], rest);
  const { formatFunc, horizontal, captions } = given;
  const choices = readChoices(command, options, formatFunc);
  const index = readIndex(command, given.index === undefined ? 0 : given.index, choices.values.length);
  const props: RadioProps = {
    ...labelProps(command, label, given),
    options: choices.texts,
    captions: captions && readCaptions(captions, choices.texts.length),
    horizontal: horizontal || undefined,
  };
  return here(this).widget(Radio, {
    command,
    ...commonSpec(given),
    identity: [label, given.help, choices.texts, index, props.captions, props.horizontal],
    props,
    options: choices,
    initial: index,
    explicit: given.index !== undefined,
    decode: (wire) => (wire === null ? null : choices.at(wire)),
    encode: (value) => placeOf(command, choices, value),
  });
}

function readCaptions(captions: readonly string[], count: number): string[] {
  if (!Array.isArray(captions))
    throw new AppError("argument", `st.radio: captions must be a list of texts, not ${show(captions)}`, { hint: "Give one text for each option." });
  const list = [...captions];
  const wrong = list.find((caption) => typeof caption !== "string");
  if (wrong !== undefined)
    throw new AppError("argument", `st.radio: captions must be texts, not ${show(wrong)}`, { hint: 'Use "" for an option without one.' });
  return list.slice(0, count);
}
