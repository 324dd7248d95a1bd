import { useMemo } from "react";
import type * as vega from "vega";
import { useLatest } from "../../ui/hooks.ts";
import { isRecord } from "./vega-runtime.tsx";
import type { VegaLiteSelection } from "./selection.ts";

/** A pause in dragging or clicking after which the script hears of the choice. */
const PAUSE = 150;

export interface ChartSelection {
  reported: readonly string[] | undefined;
  value: VegaLiteSelection | undefined;
  disabled: boolean;
  setValue(value: VegaLiteSelection, options?: { debounce?: number }): void;
}

/** Reports what is chosen in a chart, and chooses it again when the chart is drawn anew. */
export function useChartSelection(selection: ChartSelection) {
  const latest = useLatest(selection);
  const { reported } = selection;
  return useMemo(() => {
    if (!reported) return undefined;
    return {
      begin: (spec: Record<string, unknown>) => chosenBefore(spec, latest.current.value ?? {}),
      listen(view: vega.View): void {
        for (const name of reported) {
          view.addSignalListener(name, (_name: string, signal: unknown) => {
            const { value = {}, disabled, setValue } = latest.current;
            const chosen = { ...value, [name]: chosenIn(view, value[name], signal) };
            if (!disabled && JSON.stringify(chosen) !== JSON.stringify(value)) setValue(chosen as VegaLiteSelection, { debounce: PAUSE });
          });
        }
      },
    };
  }, [reported, latest]);
}

/** Records of chosen points, or the ranges of an interval, from what Vega knows a selection as. */
function chosenIn(view: vega.View, before: unknown, signal: unknown): unknown {
  if (!isRecord(signal)) return Array.isArray(before) ? [] : {};
  const { vlPoint, ...ranges } = signal as { vlPoint?: { or?: Record<string, unknown>[] } };
  if (!vlPoint && !Array.isArray(before)) return plain(ranges);
  const points = vlPoint?.or ?? [];
  const numbers = new Set(points.map((point) => point._vgsid_));
  return plain(points.some((point) => "_vgsid_" in point) ? recordsOf(view, numbers) : points);
}

/** Points without any field to be known by have a number of Vega's instead. */
function recordsOf(view: vega.View, numbers: ReadonlySet<unknown>): unknown[] {
  const { data } = view.getState({ data: () => true, signals: () => false, recurse: true }) as { data: Record<string, { _vgsid_?: unknown }[]> };
  const set = Object.values(data).find((rows) => Array.isArray(rows) && rows.some((row) => isRecord(row) && numbers.has(row._vgsid_)));
  return (set ?? []).filter((row) => numbers.has(row._vgsid_)).map(({ _vgsid_: _number, ...record }) => record);
}

/** As data that can travel: times become milliseconds. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, (_key, one: unknown) => (one instanceof Date ? one.getTime() : one)));

/** The specification with what is chosen as the start of its selections. */
function chosenBefore(spec: Record<string, unknown>, value: VegaLiteSelection): Record<string, unknown> {
  if (!Array.isArray(spec.params)) return spec;
  const encoding = isRecord(spec.encoding) ? spec.encoding : {};
  const params = spec.params.map((param: { name: string }) => {
    const chosen = value[param.name];
    const start = Array.isArray(chosen) ? chosen : chosen && byChannel(chosen, encoding);
    return start && Object.keys(start).length > 0 ? { ...param, value: start } : param;
  });
  return { ...spec, params };
}

/** Ranges are reported by field, and given back by channel. */
function byChannel(ranges: Record<string, unknown>, encoding: Record<string, unknown>): Record<string, unknown> {
  const found = ["x", "y"].flatMap((channel) => {
    const { field } = (encoding[channel] ?? {}) as { field?: string };
    return field !== undefined && field in ranges ? [[channel, ranges[field]]] : [];
  });
  return Object.fromEntries(found) as Record<string, unknown>;
}
