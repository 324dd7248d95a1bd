import { AppError } from "../../engine/errors.ts";
import { active, here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import type { TableParts } from "../data/table-part.ts";
import type { Container } from "../index.ts";
import { isOptions } from "../widget.ts";

/** A deck.gl description: `{ initialViewState, layers: [{ "@@type": "HexagonLayer", data, getPosition: "@@=[lon, lat]" }] }`. */
export type DeckSpec = Record<string, unknown>;

export interface PydeckChartProps {
  spec: DeckSpec;
  /** Data of the layers that hold a table, by position of the layer. */
  tables: Record<number, TableParts[number]>;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface PydeckChartOptions {
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** In CSS pixels. Default 500. */
  height?: number | "stretch" | "content" | undefined;
  /** Replaced by `width`. */
  useContainerWidth?: boolean | undefined;
  key?: string | number | undefined;
}

export const PydeckChart = defineKind<PydeckChartProps>()("pydeckChart", { testid: "stDeckGlJsonChart" });

/**
 * Draws layers of deck.gl over the map that comes with the page. Data of a layer is any table; `@@=` begins an
 * expression on the columns of its rows. Layers known: ScatterplotLayer, ArcLayer, TextLayer, LineLayer, PathLayer,
 * PolygonLayer, ColumnLayer, GeoJsonLayer, HexagonLayer, GridLayer, HeatmapLayer.
 *
 * @param deck - The description; nothing shows the empty map.
 * @param options - `width`, `height`, `key`.
 * @returns The place of the map.
 * @throws AppError when the description is no object.
 * @example
 * st.pydeckChart({
 *   initialViewState: { latitude: 37.76, longitude: -122.4, zoom: 11, pitch: 50 },
 *   layers: [{ "@@type": "HexagonLayer", data: rides, getPosition: "@@=[lon, lat]", radius: 200, extruded: true }],
 * });
 */
export function pydeckChart(this: Place | void, deck?: DeckSpec | null, options: PydeckChartOptions = {}): Container {
  const given = deck ?? {};
  if (!isOptions(given)) {
    throw new AppError("argument", `st.pydeckChart: deck must be an object that describes layers, not ${typeof deck}`, {
      hint: 'Write it as { initialViewState: {…}, layers: [{ "@@type": "ScatterplotLayer", … }] }.',
    });
  }
  const { drawer } = active(here(this).target);
  const tables: PydeckChartProps["tables"] = {};
  const layers = (Array.isArray(given.layers) ? given.layers : []).map((layer: unknown, at) => {
    if (!isOptions(layer)) throw new AppError("argument", `st.pydeckChart: layer ${at} must be an object, not ${String(layer)}`);
    const { data, ...rest } = layer;
    if (data === undefined || typeof data === "string" || (isOptions(data) && "type" in data && "features" in data)) return layer;
    tables[at] = drawer.table(data, `layers[${at}].data`).part;
    return rest;
  });
  const { width, height, useContainerWidth, key } = options;
  const props: PydeckChartProps = { spec: { ...given, layers }, tables, width: width ?? (useContainerWidth === false ? "content" : undefined), height };
  return here(this as Container).element(PydeckChart, props, { key });
}
