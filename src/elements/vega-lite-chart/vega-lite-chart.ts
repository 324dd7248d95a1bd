import { AppError } from "../../engine/errors.ts";
import { active, here, type Place } from "../../engine/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type TableParts, tablePart } from "../data/table-part.ts";
import type { Container } from "../index.ts";
import { isOptions } from "../widget.ts";

/** A Vega-Lite specification: plain data, see https://vega.github.io/vega-lite/. */
export type VegaLiteSpec = Record<string, unknown>;

export interface VegaLiteChartProps {
  spec: VegaLiteSpec;
  parts?: TableParts | undefined;
  /** Tables of the spec's `datasets`, by name. */
  sets?: Record<string, TableParts[number]> | undefined;
  theme?: "streamlit" | null | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface VegaLiteChartOptions {
  /** Default `"stretch"`; a number is in CSS pixels. */
  width?: number | "stretch" | "content" | undefined;
  /** Default `"content"`: what the specification says. */
  height?: number | "stretch" | "content" | undefined;
  /** Replaced by `width`. */
  useContainerWidth?: boolean | undefined;
  /** `"streamlit"` gives the chart the fonts and colours of the app, null those of Vega-Lite. Default `"streamlit"`. */
  theme?: "streamlit" | null | undefined;
  key?: string | number | undefined;
}

export const VegaLiteChart = defineKind<VegaLiteChartProps>()("vegaLiteChart", { testid: "stVegaLiteChart" });

/**
 * Draws a chart from a Vega-Lite specification. With one object, it is the specification, which then holds its data.
 *
 * @param data - A table, or null when the specification holds its data.
 * @param spec - The specification.
 * @param options - `theme`, `width`, `height`, `key`.
 * @returns The place of the chart.
 * @throws AppError when the specification is no object or the data is no table.
 * @example
 * st.vegaLiteChart([{ x: 1, y: 2 }, { x: 2, y: 3 }], {
 *   mark: "point",
 *   encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
 * });
 */
export function vegaLiteChart(this: Place | void, spec: VegaLiteSpec): Container;
export function vegaLiteChart(this: Place | void, data: unknown, spec: VegaLiteSpec, options?: VegaLiteChartOptions): Container;
export function vegaLiteChart(this: Place | void, first: unknown, second?: VegaLiteSpec, options: VegaLiteChartOptions = {}): Container {
  const isAlone = second === undefined;
  const { spec, values, sets } = takeData(isAlone ? first : second);
  const data = (isAlone ? undefined : first) ?? values;
  const { theme = "streamlit", width, height, useContainerWidth, key } = options;
  if (theme !== "streamlit" && theme !== null) {
    throw new AppError("argument", `st.vegaLiteChart: theme must be "streamlit" or null, not ${JSON.stringify(theme)}`);
  }
  const { drawer } = active(here(this).target);
  const props: VegaLiteChartProps = {
    spec,
    ...(data === undefined ? {} : { parts: [tablePart(this, "st.vegaLiteChart", data).part] }),
    ...(sets && { sets: Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, drawer.table(set, `datasets.${name}`).part])) }),
    theme,
    width: width ?? (useContainerWidth === false ? "content" : undefined),
    height,
  };
  return here(this as Container).element(VegaLiteChart, props, { key, grows: props.parts !== undefined });
}

/** The specification without its data, which travels as a table. Small inline values may have no rows to speak of. */
function takeData(given: unknown): { spec: VegaLiteSpec; values: unknown; sets: Record<string, unknown> | undefined } {
  if (!isOptions(given)) {
    throw new AppError("argument", `st.vegaLiteChart: spec must be an object, not ${given === null ? "null" : typeof given}`, {
      hint: "Pass data and a specification, or one specification that holds its data.",
    });
  }
  const { data, datasets, ...rest } = given;
  const spec: VegaLiteSpec = { ...rest };
  const sets = isOptions(datasets) ? datasets : undefined;
  if (data === undefined) return { spec, values: undefined, sets };
  if (!isOptions(data) || !("values" in data) || typeof data.values === "string" || "format" in data) {
    return isOptions(data) ? { spec: { ...spec, data }, values: undefined, sets } : { spec, values: data, sets };
  }
  return { spec, values: data.values, sets };
}
