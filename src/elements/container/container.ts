import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, oneOf, quote } from "../arguments.ts";
import type { Container as Somewhere } from "../index.ts";
import { gather } from "../widget.ts";

const GAPS = ["xxsmall", "xsmall", "small", "medium", "large", "xlarge", "xxlarge", "none"] as const;
const ACROSS = ["left", "center", "right", "distribute"] as const;
const DOWN = ["top", "center", "bottom", "distribute"] as const;

/** A name of the scale (4, 8, 16, 32, 64, 96 or 128 pixels), pixels, or null for none. */
export type Gap = (typeof GAPS)[number] | number | null;

export interface ContainerProps {
  direction?: "horizontal" | undefined;
  border?: boolean | undefined;
  gap?: Gap | undefined;
  horizontalAlignment?: (typeof ACROSS)[number] | undefined;
  verticalAlignment?: (typeof DOWN)[number] | undefined;
  autoscroll?: boolean | undefined;
  key?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface ContainerOptions {
  /** A line around it. Default: only around one of fixed height. */
  border?: boolean | undefined;
  /** Pixels after which the inside scrolls; or `"stretch"`. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Puts what is inside in a row, which wraps. Default false. */
  horizontal?: boolean | undefined;
  /** Default `"left"`. */
  horizontalAlignment?: (typeof ACROSS)[number] | undefined;
  /** Default `"top"`. */
  verticalAlignment?: (typeof DOWN)[number] | undefined;
  /** Space between what is inside. Default `"small"`. */
  gap?: Gap | undefined;
  /** Keeps the end of a scrolling container in view while it grows. Default: when it holds chat messages. */
  autoscroll?: boolean | undefined;
  /** Names it: the page gives it the class `st-key-` and the name. */
  key?: string | number | undefined;
}

export const Container = defineKind<ContainerProps>()("container", { block: true, testid: "stVerticalBlock" });

/**
 * Holds several elements, and is filled whenever the script likes.
 *
 * @param options - `border`, `height`, `horizontal`, `gap`, `key` and others; the height may come as first argument.
 * @param body - Draws what is inside.
 * @returns The container, or what `body` returns.
 * @throws AppError for unknown gaps, alignments and sizes.
 * @example
 * const above = st.container({ border: true });
 * st.write("Below");
 * above.write("Above, though it was written later");
 */
export function container(this: Place | void, options?: ContainerOptions): Somewhere;
export function container<R>(this: Place | void, body: (here: Somewhere) => R): R;
export function container<R>(this: Place | void, options: ContainerOptions, body: (here: Somewhere) => R): R;
export function container(this: Place | void, ...given: unknown[]): unknown {
  const { body, rest } = takeBody(given);
  const options = gather<ContainerOptions>(["height", "border", "key"], rest);
  const { height, width, border, horizontal, autoscroll, key } = options;
  checkSize("st.container", "height", height, ["stretch", "content"]);
  checkSize("st.container", "width", width, ["stretch", "content"]);
  const props: ContainerProps = {
    direction: horizontal ? "horizontal" : undefined,
    border: (border ?? typeof height === "number") || undefined,
    gap: checkGap("st.container", options.gap),
    horizontalAlignment: aligned("horizontalAlignment", options.horizontalAlignment, ACROSS),
    verticalAlignment: aligned("verticalAlignment", options.verticalAlignment, DOWN),
    autoscroll,
    key: key === undefined ? undefined : String(key),
    width,
    height,
  };
  return inside(here(this as Somewhere).block(Container, props, { key }), body);
}

/** Takes the function at the end of a command's arguments from the rest. */
export function takeBody(given: readonly unknown[]): { body: ((here: Somewhere) => unknown) | undefined; rest: readonly unknown[] } {
  const last = given.at(-1);
  if (typeof last !== "function") return { body: undefined, rest: given };
  return { body: last as (here: Somewhere) => unknown, rest: given.slice(0, -1) };
}

/** A container without a body is returned, with one what the body returns. */
export function inside(place: Somewhere, body: ((here: Somewhere) => unknown) | undefined): unknown {
  return body ? place.with(body) : place;
}

export function checkGap(command: string, gap: unknown): Gap | undefined {
  if (gap === undefined || gap === "small") return undefined;
  if (gap === null || (typeof gap === "number" && gap >= 0)) return gap;
  if (typeof gap === "string") return oneOf(command, "gap", gap, GAPS);
  throw new AppError("argument", `${command}: gap must be a name such as "small" or "large", pixels, or null, not ${quote(gap)}`);
}

function aligned<T extends string>(name: string, value: unknown, choices: readonly T[]): T | undefined {
  return value === undefined || value === choices[0] ? undefined : oneOf("st.container", name, value, choices);
}
