import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface DividerProps {
  /** In CSS pixels. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Divider = defineKind<DividerProps>()("divider");

/**
 * Draws a horizontal line.
 *
 * @param options - `width`: `"stretch"` (the default) or pixels.
 * @returns The place of the line, through which it can be replaced.
 * @throws AppError for a bad width.
 * @example
 * st.divider();
 */
export function divider(this: Place | void, { width }: DividerProps = {}): Container {
  checkSize("st.divider", "width", width, ["stretch", "content"]);
  return here(this as Container).element(Divider, { width });
}
