import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, oneOf, quote } from "../arguments.ts";
import type { Container } from "../index.ts";
import { gather, labelProps, type LabelProps, type LabelVisibility } from "../widget.ts";

const COLORS = ["normal", "inverse", "off", "red", "orange", "yellow", "green", "blue", "violet", "gray", "grey", "primary"] as const;
const CHARTS = ["line", "bar", "area"] as const;
const ARROWS = ["auto", "up", "down", "off"] as const;

export type DeltaColor = (typeof COLORS)[number];

export interface MetricProps extends LabelProps {
  value: string | number;
  delta?: string | number | undefined;
  /** Which way the delta points; none without an arrow. */
  direction?: "up" | "down" | undefined;
  color?: "red" | "orange" | "yellow" | "green" | "blue" | "violet" | "gray" | "primary" | undefined;
  deltaDescription?: string | undefined;
  format?: string | undefined;
  border?: boolean | undefined;
  icon?: string | undefined;
  chart?: { type: (typeof CHARTS)[number]; values: (number | null)[] } | undefined;
  height?: number | "stretch" | "content" | undefined;
}

export interface MetricOptions {
  /** The change, shown with an arrow: down when it begins with a minus. */
  delta?: string | number | bigint | null | undefined;
  /** `"normal"` is green for more, `"inverse"` red for more, `"off"` grey; or a colour's name. Default `"normal"`. */
  deltaColor?: DeltaColor | undefined;
  /** Which way the arrow points; `"auto"` goes by the sign of the delta. Default `"auto"`. */
  deltaArrow?: (typeof ARROWS)[number] | undefined;
  /** Words after the delta, such as "since yesterday". */
  deltaDescription?: string | undefined;
  /** A tooltip beside the label. Markdown. */
  help?: string | undefined;
  /** `"hidden"` keeps its space, `"collapsed"` does not. Default `"visible"`. */
  labelVisibility?: LabelVisibility | undefined;
  /** A box around it. Default false. */
  border?: boolean | undefined;
  /** An emoji, or `:material/name:`, before the label. */
  icon?: string | undefined;
  /** Numbers of a small chart below. */
  chartData?: Iterable<number | bigint | null | undefined> | undefined;
  /** How the numbers of `chartData` are drawn. Default `"line"`. */
  chartType?: (typeof CHARTS)[number] | undefined;
  /** How numbers are written, such as `"%.2f"`, `"percent"` or `"compact"`. */
  format?: string | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** In CSS pixels; `"stretch"` takes the room there is. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
}

export type MetricValue = string | number | bigint | null | undefined;

export const Metric = defineKind<MetricProps, string>()("metric");

/**
 * Shows a figure in large type, and how it changed.
 *
 * @param label - What the figure is. Markdown.
 * @param value - The figure; null shows a dash.
 * @param delta - The change; also an option.
 * @param options - `delta`, `deltaColor`, `help`, `border`, `chartData`, `format` and others.
 * @returns The place of the metric, through which it can be replaced.
 * @throws AppError for values that are neither text nor numbers, and for unknown colours, arrows and charts.
 * @example
 * st.metric("Temperature", "70 °F", "1.2 °F");
 */
export function metric(this: Place | void, label: string, value: MetricValue, options?: MetricOptions): Container;
export function metric(this: Place | void, label: string, value: MetricValue, delta?: MetricOptions["delta"], options?: MetricOptions): Container;
export function metric(
  this: Place | void,
  label: string,
  value: MetricValue,
  delta?: MetricOptions["delta"],
  deltaColor?: DeltaColor,
  options?: MetricOptions,
): Container;
export function metric(this: Place | void, label: string, options: MetricOptions & { value: MetricValue }): Container;
export function metric(this: Place | void, label: string, value: unknown, ...rest: unknown[]): Container {
  const options = gather<MetricOptions>(["delta", "deltaColor", "help", "labelVisibility"], rest);
  const { deltaDescription, format, border, icon, height, chartData, chartType = "line" } = options;
  const command = "st.metric";
  checkSize(command, "width", options.width, ["stretch", "content"]);
  checkSize(command, "height", height, ["stretch", "content"]);
  const delta = figure("delta", options.delta === "" ? undefined : options.delta);
  return here(this as Container).element(Metric, {
    ...labelProps(command, label, options),
    value: figure("value", value) ?? "—",
    delta,
    ...change(delta, options),
    deltaDescription,
    format,
    border: border || undefined,
    icon: checkIcon(command, icon),
    chart: chartData ? { type: oneOf(command, "chartType", chartType, CHARTS), values: series(chartData) } : undefined,
    height,
  });
}

function figure(name: string, value: unknown): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "number" || typeof value === "string") return value;
  if (typeof value === "bigint") return String(value);
  throw new AppError("argument", `st.metric: ${name} must be a number or text, not ${quote(value)}`, {
    hint: "Turn it into text first, for instance with a template: `${value} km`.",
  });
}

/** Where the arrow points and what colour it has. */
function change(delta: string | number | undefined, options: MetricOptions): Pick<MetricProps, "direction" | "color"> {
  const color = oneOf("st.metric", "deltaColor", options.deltaColor ?? "normal", COLORS);
  const arrow = oneOf("st.metric", "deltaArrow", options.deltaArrow ?? "auto", ARROWS);
  const isDown = typeof delta === "number" ? delta < 0 : /^\s*[-\u2212]/.test(delta ?? "");
  const isSame = typeof delta === "number" ? delta === 0 : delta !== undefined && /^\s*[-+\u2212]?0+([.,]0*)?\s*$/.test(delta);
  const pointed = arrow === "auto" ? (isSame ? undefined : isDown ? "down" : "up") : arrow === "off" ? undefined : arrow;
  const direction = delta === undefined ? undefined : pointed;
  if (color === "off" || color === "grey") return { direction, color: "gray" };
  if (color !== "normal" && color !== "inverse") return { direction, color };
  if (delta === undefined) return { direction, color: undefined };
  if (isSame) return { direction, color: "gray" };
  return { direction, color: (color === "normal") !== isDown ? "green" : "red" };
}

function series(data: Iterable<unknown>): (number | null)[] {
  if (typeof (data as Partial<Iterable<unknown>>)[Symbol.iterator] !== "function" || typeof data === "string") {
    throw new AppError("argument", `st.metric: chartData must be a list of numbers, not ${quote(data)}`);
  }
  return Array.from(data, (value, at) => {
    if (value === null || value === undefined) return null;
    if (typeof value === "number") return Number.isFinite(value) ? value : null;
    if (typeof value === "bigint") return Number(value);
    throw new AppError("argument", `st.metric: chartData[${at}] must be a number, not ${quote(value)}`);
  });
}
