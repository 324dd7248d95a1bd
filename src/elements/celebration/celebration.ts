import { Block } from "../../engine/screen/node.ts";
import { active, here, type Place, RootPlace } from "../../engine/screen/place.ts";
import { defineKind, type Kind } from "../../protocol/kind.ts";
import type { Container } from "../index.ts";

export interface CelebrationProps {
  /** Number of the run that asked for it: the next one asks anew. */
  run: number;
}

export const Balloons = defineKind<CelebrationProps>()("balloons");
export const Snow = defineKind<CelebrationProps>()("snow");

/**
 * Lets thirty balloons rise over the page, once.
 *
 * @returns The place of the balloons.
 * @example
 * if (st.button("Celebrate")) st.balloons();
 */
export function balloons(this: Place | void): Container {
  return celebrate(here(this as Container), Balloons);
}

/**
 * Lets a hundred flakes of snow fall over the page, once.
 *
 * @returns The place of the snow.
 * @example
 * if (st.button("Winter")) st.snow();
 */
export function snow(this: Place | void): Container {
  return celebrate(here(this as Container), Snow);
}

function celebrate(own: Container, kind: Kind<string, CelebrationProps>): Container {
  // Over everything, so it takes no room among the elements; except where it replaces one.
  const { target } = own;
  const place = target && !(target instanceof Block) ? own : (new RootPlace("event") as Place as Container);
  return place.element(kind, { run: active().run?.number ?? 0 });
}
