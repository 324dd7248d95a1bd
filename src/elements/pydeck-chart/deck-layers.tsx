import { GridLayer, HeatmapLayer, HexagonLayer, ScreenGridLayer } from "@deck.gl/aggregation-layers";
import type { Layer } from "@deck.gl/core";
import { JSONConfiguration, JSONConverter } from "@deck.gl/json";
import { ArcLayer, ColumnLayer, GeoJsonLayer, LineLayer, PathLayer, PolygonLayer, ScatterplotLayer, TextLayer } from "@deck.gl/layers";

const classes = {
  ArcLayer,
  ColumnLayer,
  GeoJsonLayer,
  GridLayer,
  HeatmapLayer,
  HexagonLayer,
  LineLayer,
  PathLayer,
  PolygonLayer,
  ScatterplotLayer,
  ScreenGridLayer,
  TextLayer,
};

type Row = Record<string, unknown>;

/**
 * Makes deck.gl layers of their descriptions.
 *
 * @param layers - As in deck.gl's JSON: `@@type`, and accessors as `@@=` expressions, column names or lists of them.
 * @param tables - Rows of the layers whose data came apart.
 * @returns The layers that could be made, and the types nobody knows.
 */
export function deckLayers(layers: readonly Row[], tables: Readonly<Record<number, Row[]>>): { layers: Layer[]; unknown: string[] } {
  const converter = new JSONConverter({ configuration: new JSONConfiguration({ classes }) });
  const unknown: string[] = [];
  const counts = new Map<string, number>();
  const made = layers.flatMap((description, at) => {
    const type = String(description["@@type"] ?? description.type ?? "");
    if (!(type in classes)) {
      unknown.push(type || "a layer without @@type");
      return [];
    }
    const count = counts.get(type) ?? 0;
    counts.set(type, count + 1);
    const rows = tables[at];
    // deck.gl hands the state of a layer on to the next one of its id, which must be of the same type.
    const described = { id: `${type}-${count}`, ...describe(description, rows ? Object.keys(rows[0] ?? {}) : []), "@@type": type };
    const [layer] = (converter.convert({ layers: [described] } as never) as { layers: Layer[] }).layers;
    // Data and accessors by column are put in afterwards: the converter would look into every row.
    return layer ? [layer.clone({ ...(rows ? { data: rows } : {}), ...accessors(description, rows) } as never)] : [];
  });
  return { layers: made, unknown };
}

/** A description without what `accessors` gives, quoted constants unquoted. */
function describe(description: Row, columns: readonly string[]): Row {
  const entries = Object.entries(description).flatMap(([name, value]): [string, unknown][] => {
    if (name === "type" || accessorOf(name, value, columns)) return [];
    const quoted = typeof value === "string" ? /^'(.*)'$/.exec(value) : null;
    return [[name, quoted ? quoted[1] : value]];
  });
  return Object.fromEntries(entries);
}

function accessors(description: Row, rows: Row[] | undefined): Row {
  const columns = rows ? Object.keys(rows[0] ?? {}) : [];
  return Object.fromEntries(
    Object.entries(description).flatMap(([name, value]) => {
      const accessor = accessorOf(name, value, columns);
      return accessor ? [[name, accessor]] : [];
    }),
  );
}

/** A column's name, or a list of them, stands for the values of the row. */
function accessorOf(name: string, value: unknown, columns: readonly string[]): ((row: Row) => unknown) | undefined {
  if (!/^get[A-Z]/.test(name)) return undefined;
  if (typeof value === "string" && columns.includes(value)) return (row) => row[value];
  if (!Array.isArray(value) || !value.some((part) => typeof part === "string" && columns.includes(part))) return undefined;
  return (row) => value.map((part) => (typeof part === "string" && columns.includes(part) ? row[part] : part));
}

/** What the pointer is told about an object: the description's own text with `{column}` filled in. */
export function tooltipText(tooltip: unknown, object: unknown): string | null {
  if (!tooltip || !object || typeof object !== "object") return null;
  const row = object as Row;
  const text = typeof tooltip === "string" ? tooltip : typeof tooltip === "object" ? (tooltip as { text?: unknown; html?: unknown }).text : undefined;
  if (typeof text === "string") return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(row[name] ?? whole));
  const shown = Object.entries(row)
    .filter(([, value]) => typeof value !== "object")
    .slice(0, 8);
  return tooltip === true ? shown.map(([name, value]) => `${name}: ${String(value)}`).join("\n") : null;
}
