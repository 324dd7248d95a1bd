import type { EncodedTable } from "../../engine/screen/encoded-table.ts";
import { quote } from "../arguments.ts";
import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type ChartColor, cssColor } from "../chart/chart.ts";
import { checkColumn, type TableParts, tablePart } from "../data/table-part.ts";
import type { Container } from "../index.ts";

export interface MapProps {
  parts: TableParts;
  latitude?: string | undefined;
  longitude?: string | undefined;
  color?: string | undefined;
  colorColumn?: string | undefined;
  size?: number | undefined;
  sizeColumn?: string | undefined;
  zoom?: number | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface MapOptions {
  /** Column of the latitudes. Default: one named `lat`, `latitude`, `LAT` or `LATITUDE`. */
  latitude?: string | undefined;
  /** Column of the longitudes. Default: one named `lon`, `longitude`, `LON` or `LONGITUDE`. */
  longitude?: string | undefined;
  /** A colour, or the column that gives each point its own. Default: translucent red. */
  color?: ChartColor | undefined;
  /** Radius in metres, or the column that gives it. Default 100. */
  size?: number | string | undefined;
  /** 0 shows the world, 20 a house. Default: so that all points are seen. */
  zoom?: number | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** In CSS pixels. Default 500. */
  height?: number | "stretch" | "content" | undefined;
  /** Replaced by `width`. */
  useContainerWidth?: boolean | undefined;
}

export const MapKind = defineKind<MapProps>()("map", { testid: "stDeckGlJsonChart" });

const LATITUDES = ["lat", "latitude", "LAT", "LATITUDE"];
const LONGITUDES = ["lon", "longitude", "LON", "LONGITUDE"];

/**
 * Shows points on a map of the world, which comes with the page.
 *
 * @param data - A table with a column of latitudes and one of longitudes.
 * @param options - `latitude`, `longitude`, `color`, `size`, `zoom`, `width`, `height`.
 * @returns The place of the map.
 * @throws AppError when a column is missing.
 * @example
 * st.map([{ lat: 59.91, lon: 10.75 }, { lat: 60.39, lon: 5.32 }], { size: 20_000 });
 */
export function map(this: Place | void, data?: unknown, options: MapOptions = {}): Container {
  const table = tablePart(this, "st.map", data);
  const { color, size, zoom, width, height, useContainerWidth } = options;
  const isEmpty = table.columns.length === 0;
  const isColumn = typeof color === "string" && table.columns.some((column) => column.name === color);
  if (typeof size === "string" && !isEmpty) checkColumn("st.map", "size", size, table);
  if (zoom !== undefined && (typeof zoom !== "number" || Number.isNaN(zoom))) {
    throw new AppError("argument", `st.map: zoom must be a number, not ${quote(zoom)}`);
  }
  const props: MapProps = {
    parts: [table.part],
    latitude: isEmpty ? undefined : find("latitude", options.latitude, LATITUDES, table),
    longitude: isEmpty ? undefined : find("longitude", options.longitude, LONGITUDES, table),
    ...(isColumn ? { colorColumn: color as string } : { color: typeof color === "string" || color === undefined ? color : cssColor("st.map", color) }),
    ...(typeof size === "string" ? { sizeColumn: size } : { size }),
    zoom,
    width: width ?? (useContainerWidth === false ? "content" : undefined),
    height,
  };
  return here(this as Container).element(MapKind, props);
}

function find(what: string, given: string | undefined, names: readonly string[], table: EncodedTable): string {
  if (given !== undefined) {
    checkColumn("st.map", what, given, table);
    return given;
  }
  const found = names.find((name) => table.columns.some((column) => column.name === name));
  if (found !== undefined) return found;
  throw new AppError("argument", `st.map: the data has no column of ${what}s, named ${names.map((name) => `'${name}'`).join(", ")}`, {
    hint: `Name the column: { ${what}: "…" }. The columns are ${table.columns.map((column) => JSON.stringify(column.name)).join(", ")}.`,
  });
}
