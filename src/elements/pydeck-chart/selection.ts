import { AppError } from "../../engine/errors/errors.ts";
import { show } from "../choices.ts";
import { isOptions } from "../widget.ts";
import type { PydeckSelection, PydeckSelectionMode } from "./chosen.ts";

/** What `st.pydeckChart` returns where objects can be chosen. */
export interface PydeckState {
  selection: PydeckSelection;
}

/** Checks how many objects can be chosen. */
export function readSelectionMode(given: unknown): PydeckSelectionMode {
  if (given === undefined || given === null) return "single-object";
  const mode: unknown = Array.isArray(given) && given.length === 1 ? given[0] : given;
  if (mode === "single-object" || mode === "multi-object") return mode;
  throw new AppError("argument", `st.pydeckChart: selectionMode must be "single-object" or "multi-object", not ${show(given)}`);
}

/** What the page says is chosen; throws for what no map gives. */
export function readChosenObjects(wire: unknown, mode: PydeckSelectionMode): PydeckSelection {
  const { indices, objects } = (isOptions(wire) ? wire : {}) as Partial<PydeckSelection>;
  if (!isOptions(indices) || !isOptions(objects)) throw new Error("not a selection of objects");
  const lists = Object.entries(indices);
  for (const [layer, places] of lists) {
    const chosen = objects[layer];
    const fits = Array.isArray(places) && places.every((place) => Number.isInteger(place) && place >= 0);
    if (!fits || !Array.isArray(chosen) || chosen.length !== places.length || !chosen.every(isOptions)) throw new Error(`layer ${layer} has no such objects`);
  }
  if (mode === "single-object" && lists.reduce((sum, [, places]) => sum + places.length, 0) > 1) throw new Error("more than one object");
  return { indices, objects };
}
