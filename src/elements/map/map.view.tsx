import type { GeoJSONSource, Map as MapLibreMap } from "maplibre-gl";
import { type ReactNode, useMemo, useRef } from "react";
import type { Column, TableView } from "../../data/table.ts";
import { parseColor } from "../../ui/color.ts";
import { useLatest } from "../../ui/hooks.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { Box } from "../../ui/box.tsx";
import { joinTables, useTables } from "../data/use-tables.tsx";
import { useStable } from "../data/use-stable.tsx";
import type { MapKind, MapProps } from "./map.ts";
import { cameraFor, MapStage } from "./map-stage.tsx";
import { t } from "../../ui/messages.ts";

const RED = "rgba(200, 30, 0, 0.63)";
/** Metres that a pixel of zoom 0 spans at the equator. */
const METRES = 78_271.516_97;
const LEAST_PIXELS = 3;

interface Point {
  type: "Feature";
  geometry: { type: "Point"; coordinates: [number, number] };
  properties: { color: string; size: number };
}

function MapView({ node, props }: ViewProps<typeof MapKind>): ReactNode {
  const tables = useTables(props.parts);
  const settings = useStable<MapProps>({ ...props, parts: [] });
  const points = useMemo(() => (tables ? pointsOf(settings, joinTables(tables)) : undefined), [tables, settings]);
  const camera = useMemo(
    () =>
      points &&
      cameraFor(
        points.map(({ geometry }) => geometry.coordinates),
        props.zoom,
      ),
    [points, props.zoom],
  );
  const height = typeof props.height === "number" ? props.height : 500;
  const latest = useLatest(points);
  const drawn = useRef<MapLibreMap | undefined>(undefined);
  const shown = useRef(points);
  if (drawn.current && shown.current !== points && points) {
    shown.current = points;
    void (drawn.current.getSource("points") as GeoJSONSource | undefined)?.setData(collection(points));
  }
  if (!points || !camera)
    return (
      <Box node={node}>
        <div style={{ height }} />
      </Box>
    );
  const label = t("mapWithPoints", { count: points.length });
  return (
    <MapStage
      node={node}
      camera={camera}
      height={height}
      label={label}
      onReady={(map) => {
        draw(map, latest.current ?? []);
        drawn.current = map;
        shown.current = latest.current;
        return () => {
          drawn.current = undefined;
        };
      }}
    />
  );
}

const collection = (features: Point[]) => ({ type: "FeatureCollection" as const, features });

function draw(map: MapLibreMap, points: Point[]): void {
  map.addSource("points", { type: "geojson", data: collection(points) });
  const zooms = Array.from({ length: 25 }, (_, zoom) => zoom);
  // Circles are as large as the metres they stand for, and never too small to be seen.
  const stops = zooms.flatMap((zoom) => [zoom, ["max", LEAST_PIXELS, ["*", ["get", "size"], 2 ** zoom]]]);
  map.addLayer({
    id: "points",
    type: "circle",
    source: "points",
    paint: {
      "circle-color": ["get", "color"],
      "circle-radius": ["interpolate", ["exponential", 2], ["zoom"], ...stops] as never,
      "circle-pitch-alignment": "map",
    },
  });
}

function pointsOf(props: MapProps, table: TableView | undefined): Point[] {
  const find = (name: string | undefined) => table?.columns.find((column) => column.name === name) ?? (table?.index?.name === name ? table?.index : undefined);
  const [latitude, longitude] = [find(props.latitude), find(props.longitude)];
  if (!table || !latitude || !longitude) return [];
  const [sizes, colors] = [find(props.sizeColumn), find(props.colorColumn)];
  const points: Point[] = [];
  for (let row = 0; row < table.rows; row += 1) {
    const [lat, lon] = [latitude.number(row), longitude.number(row)];
    if (!Number.isFinite(lat) || !Number.isFinite(lon) || Math.abs(lat) > 90) continue;
    const metres = sizes ? sizes.number(row) : (props.size ?? 100);
    const size = (Number.isFinite(metres) ? metres : 0) / (METRES * Math.cos((lat * Math.PI) / 180));
    points.push({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { color: colors ? colorOf(colors, row) : (props.color ?? RED), size },
    });
  }
  return points;
}

/** The colour in a cell: text, or numbers up to 255 (fractions up to 1). */
function colorOf(column: Column, row: number): string {
  const cell = column.get(row);
  if (typeof cell === "string") return parseColor(cell) ? cell : RED;
  if (!Array.isArray(cell)) return RED;
  const [r = 0, g = 0, b = 0, a = 1] = cell.map(Number);
  const whole = [r, g, b].every((part) => part <= 1) && [r, g, b].some((part) => !Number.isInteger(part)) ? 255 : 1;
  return `rgba(${r * whole}, ${g * whole}, ${b * whole}, ${a > 1 ? a / 255 : a})`;
}

export const mapView = view<typeof MapKind>("map", MapView, { testid: "stDeckGlJsonChart" });
