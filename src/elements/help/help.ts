import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize } from "../arguments.ts";
import type { Container } from "../index.ts";
import { type ShapeWithMembers, shapeOf } from "./shape-of.ts";

export interface HelpProps extends ShapeWithMembers {
  width?: number | "stretch" | "content" | undefined;
}

export interface HelpOptions {
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Help = defineKind<HelpProps>()("help");

/**
 * Shows what a value is: the signature of a function, the members of an object or a class, and what they hold.
 * Nothing of it is called.
 *
 * @param value - Anything.
 * @param options - `width`.
 * @returns The place of it, through which it can be replaced.
 * @throws AppError for a width that is none.
 * @example
 * st.help(new Intl.NumberFormat("de"));
 */
export function help(this: Place | void, value: unknown, options: HelpOptions = {}): Container {
  const { width } = options;
  checkSize("st.help", "width", width, ["stretch", "content"]);
  return here(this as Container).element(Help, { ...shapeOf(value), width });
}
