import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, oneOf } from "../arguments.ts";
import { show } from "../choices.ts";
import { commonSpec, gather, type Last, type OnChange, type WidgetOptions } from "../widget.ts";

export type FeedbackStyle = "thumbs" | "faces" | "stars";

export interface FeedbackProps {
  style: FeedbackStyle;
  width?: WidgetOptions["width"];
}

/** A rating: 0 is the worst. Thumbs end at 1, faces and stars at 4. */
export type Rating<S> = S extends "thumbs" ? 0 | 1 : 0 | 1 | 2 | 3 | 4;

export type FeedbackOptions<S> = OnChange<Rating<S> | null> &
  Pick<WidgetOptions, "key" | "disabled" | "width" | "bind" | "persistState"> & {
    /** The rating at the start. Default: none. */
    default?: Rating<NoInfer<S>> | null | undefined;
  };

export const Feedback = defineKind<FeedbackProps, number | null>()("feedback", {
  widget: true,
  verbs: { rate: (widget, rating: number | null) => widget.setValue(widget.encode(rating)) },
});

/** How many ratings there are. */
const COUNT: Record<FeedbackStyle, number> = { thumbs: 2, faces: 5, stars: 5 };

/**
 * Asks for a rating: a thumb, a face or up to five stars.
 *
 * @param options - `"thumbs"`, `"faces"` or `"stars"`. Default `"thumbs"`.
 * @param rest - `default`, `key`, `disabled`, `onChange`, `args`, `width`, `bind`, `persistState`.
 * @returns The rating, from 0: 1 for the thumb up, 4 for the happiest face or five stars; null while there is none.
 * @throws AppError for an unknown style, or a default that is none of its ratings.
 * @example
 * const rating = st.feedback("stars");
 * if (rating !== null) st.write(`You gave ${rating + 1} of 5.`);
 */
export function feedback<S extends FeedbackStyle = "thumbs">(this: Place | void, options?: S, ...rest: Last<FeedbackOptions<S>>): Rating<S> | null;
export function feedback(this: Place | void, options: FeedbackOptions<"thumbs">): Rating<"thumbs"> | null;
export function feedback(this: Place | void, ...rest: unknown[]): number | null {
  const command = "st.feedback";
  const given = gather<FeedbackOptions<FeedbackStyle> & { options?: FeedbackStyle }>(["options"], rest);
  const style = oneOf(command, "options", given.options ?? "thumbs", ["thumbs", "faces", "stars"]);
  checkSize(command, "width", given.width, ["stretch", "content"]);
  const isRating = (value: unknown) => Number.isInteger(value) && (value as number) >= 0 && (value as number) < COUNT[style];
  const read = (name: string, value: unknown): number | null => {
    if (value === null || value === undefined) return null;
    if (isRating(value)) return value as number;
    throw new AppError("argument", `${command}: ${name} must be a whole number from 0 to ${COUNT[style] - 1} or null, not ${show(value)}`);
  };
  const initial = read("default", given.default);
  return here(this).widget(Feedback, {
    command,
    ...commonSpec(given),
    identity: [style, initial],
    props: { style, width: given.width } satisfies FeedbackProps,
    initial,
    explicit: given.default !== undefined,
    decode(wire) {
      if (wire !== null && !isRating(wire)) throw new Error("no rating");
      return wire as number | null;
    },
    encode: (value) => read("the value", value),
  });
}
