import { AppError } from "../../engine/errors/errors.ts";
import { quote } from "../arguments.ts";
import { active, here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type TableParts, tablePart } from "../data/table-part.ts";
import type { Container } from "../index.ts";
import { type OnSelect, readOnSelect, selectionOf } from "../on-select.ts";
import type { WireValue } from "../../protocol/messages.ts";
import { isOptions } from "../widget.ts";
import { nothingChosen, readChosen, reportedParameters, selectable, type VegaLiteSelection, type VegaLiteState } from "./selection.ts";

/** A Vega-Lite specification: plain data, see https://vega.github.io/vega-lite/. */
export type VegaLiteSpec = Record<string, unknown>;

export interface VegaLiteChartProps {
  key?: string | undefined;
  spec: VegaLiteSpec;
  parts?: TableParts | undefined;
  /** Tables of the spec's `datasets`, by name. */
  sets?: Record<string, TableParts[number]> | undefined;
  theme?: "streamlit" | null | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
  /** Names of the selections that are reported. */
  reported?: string[] | undefined;
}

export interface VegaLiteChartOptions {
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** In CSS pixels; `"content"` is what the specification says. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
  /** Replaced by `width`. */
  useContainerWidth?: boolean | undefined;
  /** `"streamlit"` gives the chart the fonts and colours of the app, null those of Vega-Lite. Default `"streamlit"`. */
  theme?: "streamlit" | null | undefined;
  /** `"rerun"` reruns the script when something is chosen; a function is called first. Default `"ignore"`. */
  onSelect?: OnSelect<VegaLiteState> | undefined;
  /** Names of the selections to report. Default: all that the specification has. */
  selectionMode?: string | Iterable<string> | undefined;
  key?: string | number | undefined;
}

/** Options of a chart in which something can be chosen. */
export type SelectableChart = VegaLiteChartOptions & { onSelect: "rerun" | ((state: VegaLiteState) => unknown) };

export const VegaLiteChart = defineKind<VegaLiteChartProps, VegaLiteSelection>()("vegaLiteChart", {
  testid: "stVegaLiteChart",
  verbs: {
    select: (widget, selection: VegaLiteSelection) => widget.setValue({ ...widget.value, ...selection }),
  },
});

/**
 * Draws a chart from a Vega-Lite specification. With one object, it is the specification, which then holds its data.
 *
 * @param data - A table, or null when the specification holds its data.
 * @param spec - The specification.
 * @param options - `theme`, `width`, `height`, `onSelect`, `selectionMode`, `key`.
 * @returns The place of the chart. With `onSelect`, what is chosen in it: `selection`, by the names of the specification's
 * selections; of points their records, of intervals the range of each field. Times are in milliseconds.
 * @throws AppError when the specification is no object, the data is no table, or there is no selection to report.
 * @example
 * st.vegaLiteChart([{ x: 1, y: 2 }, { x: 2, y: 3 }], {
 *   mark: "point",
 *   encoding: { x: { field: "x", type: "quantitative" }, y: { field: "y", type: "quantitative" } },
 * });
 */
export function vegaLiteChart(this: Place | void, data: unknown, spec: VegaLiteSpec, options: SelectableChart): VegaLiteState;
export function vegaLiteChart(this: Place | void, spec: VegaLiteSpec): Container;
export function vegaLiteChart(this: Place | void, data: unknown, spec: VegaLiteSpec, options?: VegaLiteChartOptions): Container;
export function vegaLiteChart(this: Place | void, first: unknown, second?: VegaLiteSpec, options: VegaLiteChartOptions = {}): Container | VegaLiteState {
  const isAlone = second === undefined;
  const { spec, values, sets } = takeData(isAlone ? first : second);
  const data = (isAlone ? undefined : first) ?? values;
  const { theme = "streamlit", width, height, useContainerWidth, key } = options;
  if (theme !== "streamlit" && theme !== null) {
    throw new AppError("argument", `st.vegaLiteChart: theme must be "streamlit" or null, not ${quote(theme)}`);
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
  const reported = readOnSelect("st.vegaLiteChart", options.onSelect);
  if (!reported)
    return here(this as Container).element(
      VegaLiteChart,
      { ...props, key: key === undefined ? undefined : String(key) },
      { key, grows: props.parts !== undefined },
    );
  const parameters = reportedParameters(spec, options.selectionMode);
  return here(this).widget(VegaLiteChart, {
    command: "st.vegaLiteChart",
    key,
    identity: [spec, props.parts, props.sets, parameters, theme],
    props: { ...props, spec: selectable(spec), reported: parameters.map(({ name }) => name) },
    initial: nothingChosen(parameters),
    assignable: false,
    encode: (value) => selectionOf(value) as WireValue,
    decode: (wire): VegaLiteState => ({ selection: readChosen(wire, parameters) }),
    onChange: reported.callback,
  });
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
