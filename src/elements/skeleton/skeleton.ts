import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize } from "../arguments.ts";
import { takeBody } from "../container/container.ts";
import type { Container } from "../index.ts";
import { whileShown } from "../spinner/while-shown.ts";
import { gather } from "../widget.ts";

export interface SkeletonProps {
  /** True for one that stands only while something is worked on: quick work shows none. */
  patient?: boolean | undefined;
  width?: number | "stretch" | undefined;
  height?: number | "stretch" | undefined;
}

export interface SkeletonOptions {
  /** Pixels, or `"stretch"` in a container of a fixed height. Default: as high as an input. */
  height?: number | "stretch" | null | undefined;
  /** In CSS pixels, or as wide as there is room. Default `"stretch"`. */
  width?: number | "stretch" | undefined;
}

export const Skeleton = defineKind<SkeletonProps>()("skeleton");

/**
 * Keeps the room of something that is on its way, with a quiet shimmer.
 *
 * @param height - Pixels, or `"stretch"`. Default: as high as an input.
 * @param options - `height`, `width`.
 * @param body - The work it stands for; what it draws takes the place of the skeleton. May be async.
 * @returns The place, to be filled later; or what `body` returns.
 * @throws AppError for a size that is none.
 * @example
 * const rows = await st.skeleton(300, () => load());
 * @example
 * const chart = st.skeleton(300);
 * chart.lineChart(await load());
 */
export function skeleton(this: Place | void, options?: SkeletonOptions): Container;
export function skeleton(this: Place | void, height: number | "stretch" | undefined, options?: SkeletonOptions): Container;
export function skeleton<R>(this: Place | void, body: () => R): R;
export function skeleton<R>(this: Place | void, options: SkeletonOptions, body: () => R): R;
export function skeleton<R>(this: Place | void, height: number | "stretch" | undefined, body: () => R): R;
export function skeleton<R>(this: Place | void, height: number | "stretch" | undefined, options: SkeletonOptions, body: () => R): R;
export function skeleton(this: Place | void, ...given: unknown[]): unknown {
  const { body, rest } = takeBody(given);
  const { height, width } = gather<SkeletonOptions>(["height"], rest);
  checkSize("st.skeleton", "height", height ?? undefined, ["stretch"]);
  checkSize("st.skeleton", "width", width, ["stretch"]);
  const place = here(this as Container);
  const slot = place.element(Skeleton, { patient: body ? true : undefined, height: height ?? undefined, width });
  return body ? whileShown(place, slot, body as () => unknown) : slot;
}
