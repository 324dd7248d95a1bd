import { AppError } from "../../engine/errors/errors.ts";
import { quote } from "../arguments.ts";
import { active, here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { TableParts } from "../data/table-part.ts";
import type { Container } from "../index.ts";
import { type OnSelect, readOnSelect, selectionOf } from "../on-select.ts";
import type { WireValue } from "../../protocol/messages.ts";
import { isOptions } from "../widget.ts";
import { NOTHING_CHOSEN, type PydeckSelection, type PydeckSelectionMode } from "./chosen.ts";
import { type PydeckState, readChosenObjects, readSelectionMode } from "./selection.ts";

/** A deck.gl description: `{ initialViewState, layers: [{ "@@type": "HexagonLayer", data, getPosition: "@@=[lon, lat]" }] }`. */
export type DeckSpec = Record<string, unknown>;

export interface PydeckChartProps {
  key?: string | undefined;
  spec: DeckSpec;
  /** Data of the layers that hold a table, by position of the layer. */
  tables: Record<number, TableParts[number]>;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
  /** How many objects can be chosen, if any. */
  mode?: PydeckSelectionMode | undefined;
}

export interface PydeckChartOptions {
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** In CSS pixels. Default 500. */
  height?: number | "stretch" | "content" | undefined;
  /** Replaced by `width`. */
  useContainerWidth?: boolean | undefined;
  /** `"rerun"` reruns the script when an object is clicked; a function is called first. Default `"ignore"`. */
  onSelect?: OnSelect<PydeckState> | undefined;
  /** Whether one object can be chosen or several. Default `"single-object"`. */
  selectionMode?: PydeckSelectionMode | readonly [PydeckSelectionMode] | undefined;
  key?: string | number | undefined;
}

/** Options of a map in which objects can be chosen. */
export type SelectableMap = PydeckChartOptions & { onSelect: "rerun" | ((state: PydeckState) => unknown) };

export const PydeckChart = defineKind<PydeckChartProps, PydeckSelection>()("pydeckChart", {
  testid: "stDeckGlJsonChart",
  verbs: {
    select: (widget, selection: PydeckSelection) => widget.setValue(selection),
  },
});

/**
 * Draws layers of deck.gl over the map that comes with the page. Data of a layer is any table; `@@=` begins an
 * expression on the columns of its rows. Layers known: ScatterplotLayer, ArcLayer, TextLayer, LineLayer, PathLayer,
 * PolygonLayer, ColumnLayer, GeoJsonLayer, HexagonLayer, GridLayer, HeatmapLayer.
 *
 * @param deck - The description; nothing shows the empty map.
 * @param options - `width`, `height`, `onSelect`, `selectionMode`, `key`.
 * @returns The place of the map. With `onSelect`, what is chosen in it: `selection.indices` and `selection.objects`, each
 * by the `id` of the layer. The layers of such a map can be clicked unless they say `pickable: false`.
 * @throws AppError when the description is no object.
 * @example
 * st.pydeckChart({
 *   initialViewState: { latitude: 37.76, longitude: -122.4, zoom: 11, pitch: 50 },
 *   layers: [{ "@@type": "HexagonLayer", data: rides, getPosition: "@@=[lon, lat]", radius: 200, extruded: true }],
 * });
 */
export function pydeckChart(this: Place | void, deck: DeckSpec, options: SelectableMap): PydeckState;
export function pydeckChart(this: Place | void, deck?: DeckSpec | null, options?: PydeckChartOptions): Container;
export function pydeckChart(this: Place | void, deck?: DeckSpec | null, options: PydeckChartOptions = {}): Container | PydeckState {
  const given = deck ?? {};
  if (!isOptions(given)) {
    throw new AppError("argument", `st.pydeckChart: deck must be an object that describes layers, not ${typeof deck}`, {
      hint: 'Write it as { initialViewState: {…}, layers: [{ "@@type": "ScatterplotLayer", … }] }.',
    });
  }
  const { drawer } = active(here(this).target);
  const tables: PydeckChartProps["tables"] = {};
  const layers = (Array.isArray(given.layers) ? given.layers : []).map((layer: unknown, at) => {
    if (!isOptions(layer)) throw new AppError("argument", `st.pydeckChart: layer ${at} must be an object, not ${quote(layer)}`);
    const { data, ...rest } = layer;
    if (data === undefined || typeof data === "string" || (isOptions(data) && "type" in data && "features" in data)) return layer;
    tables[at] = drawer.table(data, `layers[${at}].data`).part;
    return rest;
  });
  const { width, height, useContainerWidth, key } = options;
  const props: PydeckChartProps = { spec: { ...given, layers }, tables, width: width ?? (useContainerWidth === false ? "content" : undefined), height };
  const reported = readOnSelect("st.pydeckChart", options.onSelect);
  if (!reported) return here(this as Container).element(PydeckChart, { ...props, key: key === undefined ? undefined : String(key) }, { key });
  const mode = readSelectionMode(options.selectionMode);
  return here(this).widget(PydeckChart, {
    command: "st.pydeckChart",
    key,
    identity: [props.spec, tables, mode],
    props: { ...props, mode },
    initial: NOTHING_CHOSEN,
    assignable: false,
    encode: (value) => selectionOf(value) as WireValue,
    decode: (wire): PydeckState => ({ selection: readChosenObjects(wire, mode) }),
    onChange: reported.callback,
  });
}
