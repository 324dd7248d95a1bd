import type { PickingInfo } from "@deck.gl/core";
import { MapboxOverlay } from "@deck.gl/mapbox";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Box } from "../../ui/box.tsx";
import type { ToolbarAction } from "../../ui/element-toolbar.tsx";
import { useLatest } from "../../ui/hooks.ts";
import { type ViewProps, view } from "../../ui/view.ts";
import { useTables } from "../data/use-tables.tsx";
import { type Camera, MapStage } from "../map/map-stage.tsx";
import styles from "../map/map.module.css";
import { rowsOf } from "../vega-lite-chart/vega-rows.ts";
import { deckLayers, tooltipText } from "./deck-layers.tsx";
import { chosenAfter, withChosen } from "./deck-selection.tsx";
import type { PydeckChart } from "./pydeck-chart.ts";
import { NOTHING_CHOSEN } from "./chosen.ts";
import { t } from "../../ui/messages.ts";

interface Hint {
  x: number;
  y: number;
  text: string;
}

function PydeckChartView({ node, props, value = NOTHING_CHOSEN, setValue, disabled }: ViewProps<typeof PydeckChart>): ReactNode {
  const { spec, tables: parts, mode } = props;
  const places = useMemo(() => Object.keys(parts).map(Number), [parts]);
  const tables = useTables(useMemo(() => Object.values(parts), [parts]));
  const text = JSON.stringify(spec);
  const rows = useMemo(() => tables?.map(rowsOf), [tables]);
  const made = useMemo(() => {
    if (!rows) return undefined;
    const { layers } = JSON.parse(text) as { layers: Record<string, unknown>[] };
    const clickable = mode ? layers.map((layer) => ({ pickable: true, ...layer })) : layers;
    return deckLayers(clickable, Object.fromEntries(places.map((place, at) => [place, rows[at] ?? []])));
  }, [rows, places, text, mode]);
  const overlay = useRef<MapboxOverlay | undefined>(undefined);
  const [hint, setHint] = useState<Hint>();
  const { tooltip } = spec;
  const height = typeof props.height === "number" ? props.height : 500;
  const layers = useMemo(() => (mode ? withChosen(made?.layers ?? [], value) : (made?.layers ?? [])), [made, mode, value]);
  useEffect(() => overlay.current?.setProps({ layers }), [layers]);
  const latest = useLatest({ layers, choose: (info: PickingInfo) => mode && !disabled && setValue(chosenAfter(info, value, mode)) });
  if (!made)
    return (
      <Box node={node}>
        <div style={{ height }} />
      </Box>
    );
  const isAny = Object.keys(value.indices).length > 0;
  const actions: ToolbarAction[] = isAny && !disabled ? [{ label: t("clearSelection"), icon: "close", act: () => setValue(NOTHING_CHOSEN) }] : [];
  const onHover = ({ object, x, y }: PickingInfo) => {
    const shown = tooltipText(tooltip, object);
    setHint(shown === null ? undefined : { x, y, text: shown });
  };
  return (
    <MapStage
      node={node}
      camera={cameraOf(spec)}
      height={height}
      actions={actions}
      label={t("mapWithLayers", { count: made.layers.length })}
      onReady={(map) => {
        overlay.current = new MapboxOverlay({
          interleaved: false,
          layers: latest.current.layers,
          onHover,
          onClick: (info) => void latest.current.choose(info),
        });
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
