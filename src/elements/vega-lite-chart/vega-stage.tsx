import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import * as vega from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import { classes } from "../../ui/key-class.ts";
import { Box } from "../../ui/box.tsx";
import { ElementToolbar, filling, hosting, saveFile, stampedName, useFullscreen } from "../../ui/element-toolbar.tsx";
import { useLatest } from "../../ui/hooks.ts";
import { useTheme } from "../../ui/page.ts";
import type { ViewNode } from "../../ui/view.ts";
import { createTooltip } from "./vega-tooltip.tsx";
import { vegaTheme } from "./vega-theme.tsx";
import styles from "./vega.module.css";
import { t } from "../../ui/messages.ts";

export type Rows = readonly object[];

export interface VegaStageProps {
  node: ViewNode;
  spec: Record<string, unknown>;
  /** Rows of each named data set. A list that only got longer is drawn by adding its new rows. */
  data: Readonly<Record<string, Rows>>;
  /** False leaves the looks to Vega-Lite. */
  themed: boolean;
  /** Height when nothing else says one. */
  height?: number | undefined;
  isFixedWidth: boolean;
  label: string;
}

/** Draws a Vega-Lite specification and keeps it as wide as its place. */
export function VegaStage({ node, spec, data, themed, height, isFixedWidth, label }: VegaStageProps): ReactNode {
  const theme = useTheme();
  const stage = useRef<HTMLDivElement>(null);
  const view = useRef<vega.View | undefined>(undefined);
  const drawn = useRef<Readonly<Record<string, Rows>>>({});
  const latest = useLatest(data);
  const [failed, setFailed] = useState<unknown>();
  const full = useFullscreen();
  const fits = useMemo(() => !isFixedWidth && isSingle(spec), [spec, isFixedWidth]);
  if (failed) throw failed;

  useEffect(() => {
    const home = stage.current;
    if (!home) return undefined;
    const slot = document.createElement("div");
    slot.className = styles.waiting as string;
    home.append(slot);
    const tooltip = createTooltip();
    let made: vega.View | undefined;
    let gone = false;
    const draw = async () => {
      const parsed = prepare(spec, latest.current, { config: themed ? vegaTheme(theme) : { aria: false }, fits, width: home.clientWidth, height });
      made = new vega.View(parsed, { expr: expressionInterpreter as never, renderer: "canvas", hover: true, logLevel: vega.Error, loader: localLoader() });
      made.tooltip(tooltip.show as never);
      made.initialize(slot);
      drawn.current = latest.current;
      await made.runAsync();
      if (gone) return;
      view.current?.finalize();
      for (const child of Array.from(home.children)) if (child !== slot) child.remove();
      slot.className = "";
      view.current = made;
      apply(made, drawn, latest.current);
    };
    const stopWaiting = onceWide(home, () => draw().catch((error: unknown) => !gone && setFailed(error)));
    return () => {
      gone = true;
      stopWaiting();
      tooltip.hide();
      if (view.current !== made) {
        made?.finalize();
        slot.remove();
      }
    };
  }, [spec, theme, themed, fits, height, latest]);

  useEffect(() => {
    if (view.current) apply(view.current, drawn, data);
  }, [data]);

  useEffect(() => {
    const home = stage.current;
    if (!home || !fits) return undefined;
    let width = home.clientWidth;
    const watch = new ResizeObserver(() => {
      if (home.clientWidth === width || home.clientWidth === 0) return;
      width = home.clientWidth;
      void view.current?.width(width).resize().runAsync();
    });
    watch.observe(home);
    return () => watch.disconnect();
  }, [fits]);

  useEffect(() => {
    const { current } = view;
    if (!current || !fits || !full.isFull) return undefined;
    const before = height ?? (typeof spec.height === "number" ? spec.height : 350);
    void current
      .height(Math.max(200, window.innerHeight - 90))
      .resize()
      .runAsync();
    return () => {
      void view.current?.height(before).resize().runAsync();
    };
  }, [full.isFull, fits, height, spec]);

  useEffect(() => () => void view.current?.finalize(), []);

  const save = async () => {
    const canvas = await view.current?.toCanvas(2, { background: theme.background } as never);
    (canvas as HTMLCanvasElement | undefined)?.toBlob((blob) => blob && saveFile(stampedName("png"), blob));
  };
  const actions = [{ label: t("saveAsImage"), icon: "download", act: () => void save() }, full.action];
  return (
    <Box node={node} className={classes(styles.box, hosting, full.isFull && filling)}>
      <ElementToolbar actions={actions} label={t("chart")} />
      <div ref={stage} className={styles.stage} role="img" aria-label={label} />
    </Box>
  );
}

interface Frame {
  config: Record<string, unknown>;
  fits: boolean;
  width: number;
  height: number | undefined;
}

/** Compiles a specification so that it runs without `eval`, its data in place. */
function prepare(spec: Record<string, unknown>, data: Readonly<Record<string, Rows>>, { config, fits, width, height }: Frame): vega.Runtime {
  const sized = fits
    ? { autosize: { type: "fit", contains: "padding" }, height: height ?? spec.height ?? undefined, width }
    : height === undefined
      ? {}
      : { height };
  const own = spec.config as Record<string, unknown> | undefined;
  const whole = JSON.parse(JSON.stringify({ ...spec, ...sized })) as Record<string, unknown>;
  const compiled = compile({ ...whole, config: undefined } as never, { config: mergeConfig(config, own) as never }).spec;
  for (const set of compiled.data ?? []) {
    const rows = data[set.name];
    if (rows) Object.assign(set, { values: [...rows], url: undefined });
  }
  return vega.parse(compiled, undefined as never, { ast: true } as never);
}

function mergeConfig(base: Record<string, unknown>, own: Record<string, unknown> = {}): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(own)) {
    const before = merged[name];
    const both = isRecord(before) && isRecord(value);
    merged[name] = both ? mergeConfig(before, value) : value;
  }
  return merged;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Brings the view's data to what it should be: rows at the end are added, anything else replaces all. */
function apply(view: vega.View, drawn: { current: Readonly<Record<string, Rows>> }, data: Readonly<Record<string, Rows>>): void {
  const before = drawn.current;
  drawn.current = data;
  let changed = false;
  for (const [name, rows] of Object.entries(data)) {
    const old = before[name] ?? [];
    if (rows === old) continue;
    const grows = rows.length >= old.length && rows[0] === old[0] && rows[old.length - 1] === old[old.length - 1];
    const change = grows
      ? vega.changeset().insert(copies(rows.slice(old.length)))
      : vega
          .changeset()
          .remove(() => true)
          .insert(copies(rows));
    try {
      view.change(name, change);
      changed = true;
    } catch {
      // The specification does not use this set.
    }
  }
  if (changed) void view.runAsync();
}

/** Vega marks the objects it is given. */
const copies = (rows: Rows) => rows.map((row) => ({ ...row }));

/** True for specifications of one plot, which can be fitted into a width. */
function isSingle(spec: Record<string, unknown>): boolean {
  const { encoding } = spec as { encoding?: Record<string, unknown> };
  if (["hconcat", "vconcat", "concat", "repeat", "facet"].some((name) => name in spec)) return false;
  if (spec.width !== undefined && spec.width !== "container") return false;
  return !encoding || !("row" in encoding || "column" in encoding || "facet" in encoding);
}

/** Only this app's own addresses are loaded. */
function localLoader(): vega.Loader {
  const loader = vega.loader();
  const sanitize = loader.sanitize.bind(loader);
  loader.sanitize = async (uri, options) => {
    const made = await sanitize(uri, options);
    const target = new URL(String(made.href ?? uri), document.baseURI);
    if (target.origin !== location.origin && target.protocol !== "data:") {
      throw new Error(`The chart's data lies on another host (${target.host}): load it in the script and pass it as data.`);
    }
    return made;
  };
  return loader;
}

/** Calls `act` as soon as the element has a width: in a hidden tab it has none, and a chart drawn for it would fit nowhere. */
function onceWide(home: HTMLElement, act: () => void): () => void {
  if (home.clientWidth > 0) {
    act();
    return () => {};
  }
  const watch = new ResizeObserver(() => {
    if (home.clientWidth === 0) return;
    watch.disconnect();
    act();
  });
  watch.observe(home);
  return () => watch.disconnect();
}
