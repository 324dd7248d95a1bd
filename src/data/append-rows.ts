import { cellText } from "./cell-text.ts";
import { type Column, makeColumn, makeView, type RawCell, type TableView } from "./table.ts";

/**
 * Puts the rows of `more` under those of `table`. Columns are matched by name; a column only one of them has is null
 * for the other; two of different types become text.
 *
 * @returns A new view; neither input changes.
 * @example appendRows(fromIPC(first), fromIPC(second)).rows
 */
export function appendRows(table: TableView, more: TableView): TableView {
  const rows = table.rows + more.rows;
  const names = new Set([...table.columns, ...more.columns].map((column) => column.name));
  const columns = [...names].map((name) => {
    const find = (column: Column) => column.name === name;
    return join(table.columns.find(find), more.columns.find(find), name, table.rows, rows);
  });
  if (table.index === undefined && more.index === undefined) return makeView(columns, undefined, rows);
  const name = (table.index ?? more.index)?.name ?? "";
  return makeView(columns, join(table.index ?? counter(table.rows), more.index ?? counter(more.rows), name, table.rows, rows), rows);
}

function counter(rows: number): Column {
  return makeColumn({ name: "", type: "integer" }, rows, (row) => row);
}

function join(first: Column | undefined, second: Column | undefined, name: string, split: number, rows: number): Column {
  const left = first?.type === "empty" ? undefined : first;
  const right = second?.type === "empty" ? undefined : second;
  const model = left ?? right;
  if (model === undefined) return makeColumn({ name, type: "empty" }, rows, () => null);
  const [read, add, facts] = agree(left, right, model);
  return makeColumn({ ...facts, name }, rows, (row) => (row < split ? read(row) : add(row - split)));
}

type Read = (row: number) => RawCell;
type Facts = Pick<Column, "type" | "zone" | "unit">;
const nothing: Read = () => null;

function agree(left: Column | undefined, right: Column | undefined, model: Column): [Read, Read, Facts] {
  const facts: Facts = { type: model.type, zone: model.zone, unit: model.unit };
  if (left === undefined || right === undefined) return [left?.raw ?? nothing, right?.raw ?? nothing, facts];
  if (left.type === right.type && left.zone === right.zone) {
    if (left.unit === right.unit) return [left.raw, right.raw, facts];
    if (left.unit !== "text" && right.unit !== "text") return [nanoseconds(left), nanoseconds(right), { ...facts, unit: "ns" }];
  }
  if (left.type === right.type && (left.type === "zoned" || left.type === "datetime")) {
    return [isoText(left), isoText(right), { type: left.type, zone: undefined, unit: "text" }];
  }
  const types = new Set([left.type, right.type]);
  if (types.size === 2 && types.has("integer") && types.has("number")) return [left.raw, right.raw, { type: "number", zone: undefined, unit: undefined }];
  if (types.size === 2 && types.has("list") && types.has("json")) return [left.raw, right.raw, { type: "json", zone: undefined, unit: undefined }];
  return [asText(left), asText(right), { type: "text", zone: undefined, unit: undefined }];
}

function nanoseconds(column: Column): Read {
  return (row) => {
    const cell = column.raw(row);
    return typeof cell === "number" ? BigInt(cell) * 1_000_000n : cell;
  };
}

function isoText(column: Column): Read {
  return (row) => {
    const cell = column.get(row);
    return cell === null ? null : String(cell);
  };
}

function asText(column: Column): Read {
  return (row) => {
    const cell = column.get(row);
    return cell === null ? null : cellText(cell);
  };
}
