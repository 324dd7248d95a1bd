import { AppError } from "../../engine/errors/errors.ts";
import { isOptions } from "../widget.ts";
import type { VegaLiteSpec } from "./vega-lite-chart.ts";

/** What is chosen in a chart, by parameter: records of points, or the range of each field of an interval. */
export type VegaLiteSelection = Record<string, Record<string, unknown>[] | Record<string, unknown>>;

/** What `st.vegaLiteChart` returns where things can be chosen in it. */
export interface VegaLiteState {
  selection: VegaLiteSelection;
}

interface Parameter {
  name: string;
  select: { type: "point" | "interval"; [option: string]: unknown };
}

const command = "st.vegaLiteChart";
const NESTED = ["layer", "concat", "hconcat", "vconcat"];

/** Selections of a specification, those of the charts inside it too. */
function parametersOf(spec: unknown): Parameter[] {
  if (!isOptions(spec)) return [];
  const own = Array.isArray(spec.params) ? spec.params.filter((one) => isOptions(one) && "select" in one) : [];
  const inner = [...NESTED.flatMap((name) => (Array.isArray(spec[name]) ? (spec[name] as unknown[]) : [])), spec.spec];
  return [
    ...own.map(({ name, select }) => ({ name, select: typeof select === "string" ? { type: select } : select }) as Parameter),
    ...inner.flatMap(parametersOf),
  ];
}

/** Selections that are reported: all, or those of `selectionMode`. */
export function reportedParameters(spec: VegaLiteSpec, mode: string | Iterable<string> | null | undefined): Parameter[] {
  const all = parametersOf(spec);
  if (all.length === 0) {
    throw new AppError("argument", `${command}: the specification has no selection that onSelect could report`, {
      hint: 'Add one: { params: [{ name: "picked", select: "point" }], … }.',
    });
  }
  const wanted = mode === undefined || mode === null ? all.map(({ name }) => name) : typeof mode === "string" ? [mode] : [...mode];
  const unknown = wanted.find((name) => !all.some((one) => one.name === name));
  if (unknown !== undefined) {
    throw new AppError("argument", `${command}: selectionMode names the selection "${unknown}", which the specification does not have`, {
      hint: `Its selections are ${all.map(({ name }) => `"${name}"`).join(", ")}.`,
    });
  }
  return all.filter(({ name }) => wanted.includes(name));
}

/** The same specification, with points known by what they show and not by a number, and the others faded. */
export function selectable(spec: VegaLiteSpec): VegaLiteSpec {
  const inner: Record<string, unknown> = {};
  for (const name of [...NESTED, "spec"]) {
    const part = spec[name];
    if (Array.isArray(part)) inner[name] = part.map((one) => (isOptions(one) ? selectable(one) : one));
    else if (isOptions(part)) inner[name] = selectable(part);
  }
  if (!Array.isArray(spec.params)) return { ...spec, ...inner };
  const encoding = isOptions(spec.encoding) ? spec.encoding : {};
  const channels = Object.keys(encoding).filter((name) => isOptions(encoding[name]) && "field" in encoding[name] && !("aggregate" in encoding[name]));
  const params = spec.params.map((one: unknown) => {
    if (!isOptions(one) || !("select" in one)) return one;
    const select = typeof one.select === "string" ? { type: one.select } : (one.select as Parameter["select"]);
    const isNamed = select.type !== "point" || "encodings" in select || "fields" in select || channels.length === 0;
    return isNamed ? one : { ...one, select: { ...select, encodings: channels } };
  });
  const point = params.find((one) => isOptions(one) && isOptions(one.select) && one.select.type === "point") as Parameter | undefined;
  const isStyled = !("mark" in spec) || JSON.stringify(encoding).includes('"condition"') || "opacity" in encoding;
  const faded = point && !isStyled ? { encoding: { ...encoding, opacity: { condition: { param: point.name, value: 1 }, value: 0.25 } } } : {};
  return { ...spec, ...inner, params, ...faded };
}

/** Nothing chosen. */
export function nothingChosen(parameters: readonly Parameter[]): VegaLiteSelection {
  return Object.fromEntries(parameters.map(({ name, select }) => [name, select.type === "point" ? [] : {}]));
}

/** What the page says is chosen; throws for what no selection gives. */
export function readChosen(wire: unknown, parameters: readonly Parameter[]): VegaLiteSelection {
  if (!isOptions(wire)) throw new Error("not a selection");
  const chosen = nothingChosen(parameters);
  for (const { name, select } of parameters) {
    const value = wire[name];
    if (value === undefined) continue;
    const fits = select.type === "point" ? Array.isArray(value) && value.every(isOptions) : isOptions(value);
    if (!fits) throw new Error(`"${name}" is not what a selection of type ${select.type} gives`);
    chosen[name] = value as VegaLiteSelection[string];
  }
  return chosen;
}
