import type { Column, TableView } from "../../data/table.ts";
import type { ColumnKind, ColumnSettings } from "./column-config.ts";
import type { DataframeProps } from "./dataframe.ts";

/** A column of the grid, with what its settings and its data say. */
export interface GridColumnPlan {
  id: string;
  title: string;
  source: Column | undefined;
  kind: ColumnKind;
  settings: ColumnSettings;
  isIndex: boolean;
  width: number | undefined;
  align: "left" | "center" | "right";
}

/** Title of row numbers that nobody asked for. */
export const UNNAMED = "Row number";

const WIDTHS: Record<string, number> = { small: 75, medium: 200, large: 400 };

/** A name of rows that nobody gave. */
function counter(rows: number): Column {
  return {
    name: "",
    type: "integer",
    length: rows,
    raw: (row) => row,
    get: (row) => row,
    number: (row) => row,
  };
}

/** Which columns a grid shows, in order. */
export function planColumns(props: Pick<DataframeProps, "hideIndex" | "columnOrder" | "columns">, table: TableView): GridColumnPlan[] {
  const { columns = {}, columnOrder, hideIndex } = props;
  const named = new Map(table.columns.map((column) => [column.name, column]));
  const order = columnOrder?.filter((name) => named.has(name)) ?? table.columns.map((column) => column.name);
  const plans = order.flatMap((name) => {
    const source = named.get(name) as Column;
    const settings = columns[name] ?? columns[String(table.columns.indexOf(source))] ?? {};
    return settings.hidden ? [] : [plan(name, source, settings, false)];
  });
  const index = columns._index ?? (table.index?.name ? columns[table.index.name] : undefined);
  const isHidden = hideIndex ?? index?.hidden === true;
  if (isHidden) return pinnedFirst(plans);
  const digits = Math.max(50, 26 + 8 * String(table.rows).length);
  return [
    plan(
      "_index",
      table.index ?? counter(table.rows),
      { ...(table.index || index ? {} : { width: digits }), ...index, label: index?.label ?? (table.index?.name || UNNAMED) },
      true,
    ),
    ...pinnedFirst(plans),
  ];
}

const pinnedFirst = (plans: GridColumnPlan[]) => [...plans.filter((one) => one.settings.pinned), ...plans.filter((one) => !one.settings.pinned)];

function plan(name: string, source: Column, settings: ColumnSettings, isIndex: boolean): GridColumnPlan {
  const kind = settings.type && settings.type !== "column" ? settings.type : kindOf(source);
  const { width } = settings;
  const given = settings.alignment as GridColumnPlan["align"] | undefined;
  return {
    id: name,
    title: settings.label ?? name,
    source,
    kind,
    settings,
    isIndex,
    width: typeof width === "number" ? width : width === undefined ? undefined : WIDTHS[width],
    align: given ?? (kind === "number" ? "right" : kind === "checkbox" ? "center" : "left"),
  };
}

function kindOf({ type }: Column): ColumnKind {
  switch (type) {
    case "number":
    case "integer":
      return "number";
    case "boolean":
      return "checkbox";
    case "date":
    case "time":
      return type;
    case "datetime":
    case "zoned":
      return "datetime";
    case "list":
    case "json":
      return type;
    default:
      return "text";
  }
}

/**
 * The order of the rows when a column is sorted; missing values come last.
 *
 * @returns Row numbers of the table, in the order of the screen.
 */
export function sortRows(column: Column, rows: number, direction: "ascending" | "descending"): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  const sign = direction === "ascending" ? 1 : -1;
  const numbers = Float64Array.from({ length: rows }, (_, row) => column.number(row));
  if (numbers.some((value) => !Number.isNaN(value)) && column.type !== "text") {
    return order.toSorted((a, b) => {
      const [one, two] = [numbers[a] as number, numbers[b] as number];
      if (Number.isNaN(one) || Number.isNaN(two)) return Number(Number.isNaN(one)) - Number(Number.isNaN(two)) || a - b;
      return sign * (one - two) || a - b;
    });
  }
  const texts = Array.from({ length: rows }, (_, row) => {
    const cell = column.get(row);
    return cell === null ? null : typeof cell === "object" && !("type" in cell) ? JSON.stringify(cell) : String(cell);
  });
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return order.toSorted((a, b) => {
    const [one, two] = [texts[a] as string | null, texts[b] as string | null];
    if (one === null || two === null) return Number(one === null) - Number(two === null) || a - b;
    return sign * compare(one, two) || a - b;
  });
}
