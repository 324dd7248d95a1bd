import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { quote } from "../arguments.ts";
import type { Container } from "../index.ts";

/** Pixels. */
const SIZES = { xxsmall: 4, xsmall: 8, small: 12, medium: 40, large: 68, xlarge: 96, xxlarge: 128 } as const;

export interface SpaceProps {
  size: number | "stretch";
}

export const Space = defineKind<SpaceProps>()("space");

/**
 * Leaves room: downwards in a column, sideways in a row.
 *
 * @param size - `"small"` (12 pixels), `"medium"` (40), `"large"` (68), other names of the scale, pixels, or `"stretch"`
 *   for all the room there is. Default `"small"`.
 * @returns The place of the room.
 * @throws AppError for a size that is none.
 * @example
 * st.write("Above");
 * st.space("large");
 * st.write("Below");
 */
export function space(this: Place | void, size: keyof typeof SIZES | "stretch" | number = "small"): Container {
  const given = size as unknown;
  const isName = typeof given === "string" && Object.hasOwn(SIZES, given);
  if (!isName && given !== "stretch" && !(typeof given === "number" && Number.isFinite(given) && given > 0)) {
    const names = Object.keys(SIZES).map(quote).join(", ");
    throw new AppError("argument", `st.space: size must be ${names}, "stretch" or a number of pixels above 0, not ${quote(given)}`);
  }
  return here(this as Container).element(Space, { size: isName ? SIZES[given as keyof typeof SIZES] : (given as number | "stretch") });
}
