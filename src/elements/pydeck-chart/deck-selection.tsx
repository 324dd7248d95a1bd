import type { Layer, PickingInfo } from "@deck.gl/core";
import { afterClick, NOTHING_CHOSEN, type PydeckSelection, type PydeckSelectionMode } from "./chosen.ts";

const COLORS = ["getFillColor", "getLineColor", "getColor", "getSourceColor", "getTargetColor"];
/** How much of an object that is not chosen is seen. */
const FAINT = 0.25;

type Color = readonly number[];
type ColorOf = (object: unknown, info: { index: number }) => Color;

/** Layers whose objects can be clicked; as long as some are chosen, the others fade. */
export function withChosen(layers: readonly Layer[], { indices }: PydeckSelection): Layer[] {
  const isAny = Object.values(indices).some((places) => places.length > 0);
  return layers.map((layer) => {
    const props = layer.props as unknown as Record<string, unknown>;
    if (!isAny || props.pickable === false) return layer;
    const chosen = new Set(indices[layer.id]);
    const faded = COLORS.filter((name) => props[name] !== undefined).map((name) => [name, fade(props[name] as Color | ColorOf, chosen)] as const);
    const triggers = Object.fromEntries(faded.map(([name]) => [name, [...chosen]]));
    return layer.clone({ ...Object.fromEntries(faded), updateTriggers: { ...(props.updateTriggers as object), ...triggers } } as never);
  });
}

function fade(color: Color | ColorOf, chosen: ReadonlySet<number>): ColorOf {
  return (object, info) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = typeof color === "function" ? color(object, info) : color;
    return [red, green, blue, chosen.has(info.index) ? alpha : alpha * FAINT];
  };
}

/** What is chosen after a click; on the bare map nothing is. */
export function chosenAfter({ layer, index, object }: PickingInfo, before: PydeckSelection, mode: PydeckSelectionMode): PydeckSelection {
  if (!layer || index < 0 || !object) return NOTHING_CHOSEN;
  return afterClick(before, mode, layer.id, index, JSON.parse(JSON.stringify(object)) as Record<string, unknown>);
}
