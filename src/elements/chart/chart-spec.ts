import type { ChartProps } from "./chart.ts";
import type { ChartModel, Field } from "./chart-model.ts";

/** Rows up to which every point of a line answers the pointer. */
const POINTED_ROWS = 4000;

/** The container's width, since `width` still changes while Vega fits the chart into it; it is named to look again after a resize. */
const ROOM = "(containerSize()[0] + 0 * width || width)";

/** Below the chart, in as many columns as there is room for: nothing runs out of a narrow page. */
const LEGEND = { orient: "bottom", columns: { expr: `max(1, floor(${ROOM} / 180))` } };

type Channel = Record<string, unknown>;

/**
 * The Vega-Lite specification of a chart. Its data is named `source` and has the fields of `ChartRow`.
 *
 * @param rows - How many rows the chart has; long lines do without points.
 */
export function chartSpec(model: ChartModel, props: ChartProps, rows: number): Record<string, unknown> {
  const { mark } = model;
  const place = channel("x", model.x, { axis: axis(model.x, mark !== "point" && model.x.type !== "quantitative", props.horizontal) });
  const value = channel("y", model.y, { axis: axis(model.y, false), ...stacking(props, mark) });
  if (mark === "bar" && place.type !== "quantitative") Object.assign(place, sorting(props));
  if (mark === "point") for (const each of [place, value]) if (each.type === "quantitative") each.scale = { zero: false, nice: true };
  const encoding: Record<string, unknown> = props.horizontal ? { x: value, y: place } : { x: place, y: value };
  const color = coloring(model, props);
  if (color) encoding.color = color;
  if (model.isDetailed) encoding.detail = { field: "s", type: "nominal" };
  if (model.size) encoding.size = { field: "z", type: "quantitative", title: model.size.title, legend: {} };
  if (mark === "bar" && props.stack === false && color)
    encoding[props.horizontal ? "yOffset" : "xOffset"] = { field: model.columns.color ? "c" : "s", type: "nominal" };
  encoding.tooltip = tooltip(model);
  return { data: { name: "source" }, mark: markOf(model, props, rows), encoding };
}

function markOf(model: ChartModel, props: ChartProps, rows: number): Record<string, unknown> {
  const { mark } = model;
  const own = !model.color && props.colors?.[0] ? { color: props.colors[0] } : {};
  switch (mark) {
    case "line":
      return { type: "line", ...own, ...(rows <= POINTED_ROWS ? { point: "transparent" } : {}) };
    case "area":
      return { type: "area", opacity: 0.7, ...own, ...(rows <= POINTED_ROWS ? { point: "transparent" } : {}) };
    case "bar":
      return { type: "bar", ...own, ...(model.x.type === "temporal" ? { width: { band: 0.85 } } : {}) };
    default:
      return { type: "circle", opacity: 0.8, size: props.size ?? 64, ...own };
  }
}

function channel(field: string, { type, title }: Field, more: Channel): Channel {
  return { field, type, title: title || null, ...(type === "temporal" ? { scale: { type: "utc" } } : {}), ...more };
}

/** Names stand upright where side by side they would not all fit; beside a chart they leave most of a narrow page to it. */
function namesAxis(isHorizontal: boolean): Channel {
  if (isHorizontal) return { labelOverlap: true, labelLimit: { expr: `min(180, ${ROOM} * 0.35)` } };
  const isTooLong = `length(join(domain('x'), '---')) * 6 > ${ROOM}`;
  const either = (upright: string, flat: string): Channel => ({ expr: `(${isTooLong} ? ${upright} : ${flat})` });
  return {
    labelOverlap: true,
    labelAngle: either("270", "0"),
    labelAlign: either("'right'", "'center'"),
    labelBaseline: either("'middle'", "'top'"),
    labelLimit: either("120", "180"),
  };
}

function axis(field: Field, isPlain: boolean, isHorizontal = false): Channel {
  const labels = field.type === "nominal" || field.type === "ordinal" ? namesAxis(isHorizontal) : {};
  return { grid: !isPlain, ...labels, ...(field.isWhole ? { tickMinStep: 1 } : {}) };
}

function stacking({ stack }: ChartProps, mark: ChartModel["mark"]): Channel {
  if (mark !== "bar" && mark !== "area") return {};
  if (stack === undefined || stack === true) return { stack: "zero" };
  if (stack === "normalize" || stack === "center") return { stack };
  return { stack: null };
}

function sorting({ sort }: ChartProps): Channel {
  if (sort === false) return { sort: null };
  if (typeof sort !== "string") return {};
  return { sort: { field: "o", order: sort.startsWith("-") ? "descending" : "ascending" } };
}

function coloring({ color, columns }: ChartModel, { colors }: ChartProps): Channel | undefined {
  if (!color) return undefined;
  const field = columns.color ? "c" : "s";
  const base = { field, type: color.type, title: color.title || null };
  if (color.isLiteral) return { ...base, scale: null, legend: null };
  const range = colors && colors.length > 1 ? { range: colors } : {};
  const domain = color.domain ? { domain: color.domain } : {};
  const scale = { ...domain, ...range, ...(color.type === "temporal" ? { type: "utc" } : {}) };
  return { ...base, ...(Object.keys(scale).length > 0 ? { scale } : {}), legend: color.type === "nominal" ? LEGEND : {} };
}

function tooltip(model: ChartModel): Channel[] {
  const describe = (field: string, { title, type, hasTime }: Field, fallback: string) => ({
    field,
    type,
    title: title || fallback,
    ...(type === "temporal" ? { timeUnit: hasTime ? "utcyearmonthdatehoursminutes" : "utcyearmonthdate" } : {}),
    ...(type === "quantitative" ? { format: ",.6~g" } : {}),
  });
  return [
    describe("x", model.x, "index"),
    ...(model.columns.y.length > 1 ? [{ field: "s", type: "nominal", title: "series" }] : []),
    describe("y", model.y, "value"),
    ...(model.color && model.columns.color && !model.color.isLiteral ? [describe("c", model.color, "color")] : []),
    ...(model.size ? [describe("z", model.size, "size")] : []),
  ];
}
