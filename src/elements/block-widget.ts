import { Block } from "../engine/screen/node.ts";
import { active, Place, targetOf } from "../engine/screen/place.ts";
import type { WidgetSpec } from "../engine/widgets/widget-spec.ts";
import type { AnyKind } from "../protocol/kind.ts";
import type { Container } from "./index.ts";

/** Draws a widget that holds other elements; returns the place inside it, and its value. */
export function blockWidget<V>(place: Place, kind: AnyKind, spec: WidgetSpec<V>): { block: Container; value: V } {
  const value = place.widget(kind, { ...spec, holds: true });
  const target = targetOf(place.target, active(place.target).scope);
  const node = target instanceof Block ? target.drawn.at(-1) : target.block.drawn[target.index];
  return { block: new Place(node as Block) as Container, value };
}
