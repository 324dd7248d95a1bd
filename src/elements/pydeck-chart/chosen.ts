/** How many objects of a map can be chosen. */
export type PydeckSelectionMode = "single-object" | "multi-object";

/** What is chosen in a map, by the ids of its layers. */
export interface PydeckSelection {
  /** Places of the objects in the data of their layer. */
  indices: Record<string, number[]>;
  /** The objects themselves. */
  objects: Record<string, Record<string, unknown>[]>;
}

export const NOTHING_CHOSEN: PydeckSelection = { indices: {}, objects: {} };

/** The selection after a click on an object: it joins, or leaves if it was chosen; where one can be chosen it takes the place of the other. */
export function afterClick(before: PydeckSelection, mode: PydeckSelectionMode, layer: string, index: number, object: Record<string, unknown>): PydeckSelection {
  const places = before.indices[layer] ?? [];
  const at = places.indexOf(index);
  if (mode === "single-object") return at >= 0 ? NOTHING_CHOSEN : { indices: { [layer]: [index] }, objects: { [layer]: [object] } };
  const objects = before.objects[layer] ?? [];
  const [nextPlaces, nextObjects] =
    at >= 0
      ? [places.toSpliced(at, 1), objects.toSpliced(at, 1)]
      : [
          [...places, index],
          [...objects, object],
        ];
  const others = ([name]: [string, unknown]) => name !== layer;
  const withLayer = <T>(all: Record<string, T[]>, list: T[]) =>
    Object.fromEntries([...Object.entries(all).filter(others), ...(list.length > 0 ? [[layer, list] as const] : [])]);
  return { indices: withLayer(before.indices, nextPlaces), objects: withLayer(before.objects, nextObjects) };
}
