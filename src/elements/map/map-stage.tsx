import "maplibre-gl/dist/maplibre-gl.css";
import { type GeoJSONSource, Map as MapLibreMap, NavigationControl, setWorkerUrl, type StyleSpecification } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { type ReactNode, useEffect, useRef } from "react";
import coarse from "@cache/world-110m.json?url";
import fine from "@cache/world-50m.json?url";
import { Box } from "../../ui/box.tsx";
import { ElementToolbar, filling, hosting, type ToolbarAction, useFullscreen } from "../../ui/element-toolbar.tsx";
import { useLatest } from "../../ui/hooks.ts";
import { classes } from "../../ui/key-class.ts";
import { useTheme } from "../../ui/page.ts";
import type { Theme } from "../../ui/theme.ts";
import type { ViewNode } from "../../ui/view.ts";
import styles from "./map.module.css";

/** From this zoom on the coasts are drawn in detail. */
const FINE_FROM = 2.5;

export interface Camera {
  longitude: number;
  latitude: number;
  zoom: number;
  pitch?: number | undefined;
  bearing?: number | undefined;
  /** West, south, east and north of what is to be seen; wins over `zoom`. */
  bounds?: [number, number, number, number] | undefined;
}

export interface MapStageProps {
  node: ViewNode;
  /** Where the map looks when it opens, and again when this becomes another place. */
  camera: Camera;
  height: number;
  width?: number | string | undefined;
  label: string;
  /** What its toolbar offers besides the whole screen. */
  actions?: ToolbarAction[] | undefined;
  children?: ReactNode;
  /** Called once the map can be drawn on; returns what takes the drawing away. */
  onReady(map: MapLibreMap): (() => void) | undefined;
}

setWorkerUrl(workerUrl);

/** The world, with whatever is drawn on it. Everything it shows comes with the page. */
export function MapStage({ node, camera, height, label, actions = [], children, onReady }: MapStageProps): ReactNode {
  const theme = useTheme();
  const home = useRef<HTMLDivElement>(null);
  const map = useRef<MapLibreMap | undefined>(undefined);
  const full = useFullscreen();
  const ready = useLatest(onReady);
  const start = useLatest({ camera, theme, label });

  useEffect(() => {
    if (!home.current) return undefined;
    const { current } = start;
    const made = new MapLibreMap({
      container: home.current,
      style: worldStyle(current.theme),
      ...view(current.camera),
      ...(current.camera.bounds ? { bounds: current.camera.bounds, fitBoundsOptions: FIT } : {}),
      attributionControl: false,
      maxPitch: 80,
      locale: { "Map.Title": current.label },
    });
    map.current = made;
    made.addControl(new NavigationControl({ visualizePitch: true }), "top-left");
    let leave: (() => void) | undefined;
    made.once("style.load", () => {
      leave = ready.current(made);
    });
    const sharpen = () => {
      if (made.getZoom() < FINE_FROM) return;
      made.off("zoom", sharpen);
      made.off("load", sharpen);
      void (made.getSource("world") as GeoJSONSource | undefined)?.setData(new URL(fine, document.baseURI).href);
    };
    made.on("zoom", sharpen);
    made.on("load", sharpen);
    return () => {
      leave?.();
      map.current = undefined;
      made.remove();
    };
  }, [ready, start]);

  useEffect(() => {
    const { current } = map;
    if (!current) return;
    const paint = () => {
      for (const { id, paint: colors } of worldStyle(theme).layers) {
        for (const [name, value] of Object.entries(colors ?? {})) current.setPaintProperty(id, name as never, value as never);
      }
    };
    if (current.getLayer("sea")) paint();
    else current.once("style.load", paint);
  }, [theme]);

  const place = JSON.stringify(camera);
  const first = useRef(place);
  useEffect(() => {
    if (first.current === place) return;
    first.current = place;
    const wanted = JSON.parse(place) as Camera;
    if (wanted.bounds) map.current?.fitBounds(wanted.bounds, { ...FIT, animate: false });
    else map.current?.jumpTo(view(wanted));
  }, [place]);

  return (
    <Box node={node} className={classes(styles.box, hosting, full.isFull && filling)}>
      <ElementToolbar actions={[...actions, full.action]} label={label} />
      <div ref={home} className={classes(styles.stage, theme.base === "dark" && styles.dark)} style={{ height }} data-full={full.isFull || undefined} />
      {children}
    </Box>
  );
}

const FIT = { padding: 40, maxZoom: 14 };

const view = ({ longitude, latitude, zoom, pitch = 0, bearing = 0 }: Camera) => ({ center: [longitude, latitude] as [number, number], zoom, pitch, bearing });

function worldStyle({ base }: Theme): StyleSpecification & { layers: { id: string; paint?: Record<string, unknown> }[] } {
  const [sea, land, border] = base === "dark" ? ["#10151d", "#242a35", "#454d5b"] : ["#d6e3ec", "#f7f6f2", "#c4c9cf"];
  return {
    version: 8,
    sources: { world: { type: "geojson", data: new URL(coarse, document.baseURI).href, attribution: "Natural Earth" } },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": sea } },
      { id: "land", type: "fill", source: "world", paint: { "fill-color": land, "fill-antialias": true } },
      { id: "borders", type: "line", source: "world", paint: { "line-color": border, "line-width": 0.8 } },
    ],
  } as StyleSpecification & { layers: { id: string; paint?: Record<string, unknown> }[] };
}

/** A camera that sees all places, given as longitude and latitude. */
export function cameraFor(places: Iterable<readonly [number, number]>, zoom?: number): Camera {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude, latitude] of places) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  if (west > east) return { longitude: 0, latitude: 20, zoom: zoom ?? 0.6 };
  const middle = { longitude: (west + east) / 2, latitude: (south + north) / 2 };
  if (zoom !== undefined || (west === east && south === north)) return { ...middle, zoom: zoom ?? 12 };
  return { ...middle, zoom: 1, bounds: [west, south, east, north] };
}
