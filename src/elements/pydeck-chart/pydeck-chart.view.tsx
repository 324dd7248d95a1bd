import type { Layer, PickingInfo } from "@deck.gl/core";
import { MapboxOverlay } from "@deck.gl/mapbox";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import { useTables } from "../data/use-tables.tsx";
import { type Camera, MapStage } from "../map/map-stage.tsx";
import styles from "../map/map.module.css";
import { rowsOf } from "../vega-lite-chart/vega-rows.ts";
import { deckLayers, tooltipText } from "./deck-layers.tsx";
import type { PydeckChart } from "./pydeck-chart.ts";
import { t } from "../../ui/messages.ts";

interface Hint {
  x: number;
  y: number;
  text: string;
}

function PydeckChartView({ node, props }: ViewProps<typeof PydeckChart>): ReactNode {
  const { spec, tables: parts } = props;
  const places = useMemo(() => Object.keys(parts).map(Number), [parts]);
  const tables = useTables(useMemo(() => Object.values(parts), [parts]));
  const text = JSON.stringify(spec);
  const rows = useMemo(() => tables?.map(rowsOf), [tables]);
  const made = useMemo(() => {
    if (!rows) return undefined;
    const { layers } = JSON.parse(text) as { layers: Record<string, unknown>[] };
    return deckLayers(layers, Object.fromEntries(places.map((place, at) => [place, rows[at] ?? []])));
  }, [rows, places, text]);
  const overlay = useRef<MapboxOverlay | undefined>(undefined);
  const [hint, setHint] = useState<Hint>();
  const { tooltip } = spec;
  const height = typeof props.height === "number" ? props.height : 500;
  useEffect(() => overlay.current?.setProps({ layers: made?.layers ?? [] }), [made]);
  if (!made)
    return (
      <Box node={node}>
        <div style={{ height }} />
      </Box>
    );
  const onHover = ({ object, x, y }: PickingInfo) => {
    const shown = tooltipText(tooltip, object);
    setHint(shown === null ? undefined : { x, y, text: shown });
  };
  return (
    <MapStage
      node={node}
      camera={cameraOf(spec)}
      height={height}
      label={t("mapWithLayers", { count: made.layers.length })}
      onReady={(map) => {
        overlay.current = new MapboxOverlay({ interleaved: false, layers: made.layers as Layer[], onHover });
        map.addControl(overlay.current as never);
        return () => {
          overlay.current = undefined;
        };
      }}
    >
      {hint && (
        <div className={styles.tooltip} style={{ left: hint.x + 12, top: hint.y + 12 }}>
          {hint.text}
        </div>
      )}
      {made.unknown.length > 0 && <p role="alert">{t("unknownLayers", { names: made.unknown.join(", ") })}</p>}
    </MapStage>
  );
}

function cameraOf(spec: Record<string, unknown>): Camera {
  const state = (spec.initialViewState ?? spec.initial_view_state ?? {}) as Partial<Camera>;
  return { longitude: state.longitude ?? 0, latitude: state.latitude ?? 0, zoom: state.zoom ?? 1, pitch: state.pitch, bearing: state.bearing };
}

export const pydeckChartView = view<typeof PydeckChart>("pydeckChart", PydeckChartView, { testid: "stDeckGlJsonChart" });
