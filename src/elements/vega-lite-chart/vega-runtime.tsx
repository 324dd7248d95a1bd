import * as vega from "vega";
import { compile } from "vega-lite";

export type Rows = readonly object[];
type Sets = Readonly<Record<string, Rows>>;

export interface Frame {
  config: Record<string, unknown>;
  fits: boolean;
  width: number;
  height: number | undefined;
}

/** Compiles a specification so that it runs without `eval`, its data in place. */
export function prepare(spec: Record<string, unknown>, data: Sets, { config, fits, width, height }: Frame): vega.Runtime {
  const sized = fits
    ? { autosize: { type: "fit", contains: "padding" }, height: height ?? spec.height ?? undefined, width }
    : height === undefined
      ? {}
      : { height };
  const own = spec.config as Record<string, unknown> | undefined;
  const whole = JSON.parse(JSON.stringify({ ...spec, ...sized })) as Record<string, unknown>;
  const compiled = compile({ ...whole, config: undefined } as never, { config: mergeConfig(config, own) as never, logger: quietAboutFit() }).spec;
  for (const set of compiled.data ?? []) {
    const rows = data[set.name];
    if (rows) Object.assign(set, { values: [...rows], url: undefined });
  }
  return vega.parse(compiled, undefined as never, { ast: true } as never);
}

/** What is as wide as the page was asked to be is our doing, not the author's: only other warnings concern them. */
function quietAboutFit(): vega.LoggerInterface {
  const logger = vega.logger(vega.Warn);
  const warn = logger.warn.bind(logger);
  logger.warn = (...said: readonly unknown[]) => (String(said[0]).startsWith('Dropping "fit') ? logger : warn(...said));
  return logger;
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

export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Brings the view's data to what it should be: rows at the end are added, anything else replaces all. */
export function apply(view: vega.View, drawn: { current: Sets }, data: Sets): void {
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
  if (changed) void drawAgain(view);
}

async function drawAgain(view: vega.View): Promise<void> {
  const series = seriesOf(view);
  await view.runAsync();
  // A legend with more or fewer lines takes another part of the height.
  if (seriesOf(view) !== series) await view.resize().runAsync();
}

/** How many lines the legend of colours has. */
function seriesOf(view: vega.View): number {
  try {
    return (view.scale("color") as { domain(): unknown[] }).domain().length;
  } catch {
    // There are no colours.
    return 0;
  }
}

/** Vega marks the objects it is given. */
const copies = (rows: Rows) => rows.map((row) => ({ ...row }));

/** True for specifications of one plot, which can be fitted into a width. */
export function isSingle(spec: Record<string, unknown>): boolean {
  const { encoding } = spec as { encoding?: Record<string, unknown> };
  if (["hconcat", "vconcat", "concat", "repeat", "facet"].some((name) => name in spec)) return false;
  if (spec.width !== undefined && spec.width !== "container") return false;
  return !encoding || !("row" in encoding || "column" in encoding || "facet" in encoding);
}

/** Only this app's own addresses are loaded. */
export function localLoader(): vega.Loader {
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
export function onceWide(home: HTMLElement, act: () => void): () => void {
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
