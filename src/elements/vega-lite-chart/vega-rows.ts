import type { TableView } from "../../data/table.ts";

/** A table as a list of plain rows, as Vega takes it: dates in milliseconds or ISO text, lists and objects as they are. */
export function rowsOf(table: TableView): Record<string, unknown>[] {
  const columns = table.index ? [...table.columns, table.index] : [...table.columns];
  const readers = columns.map((column) => {
    const name = column === table.index && !column.name ? "index" : column.name;
    const { type } = column;
    const read = (row: number): unknown => {
      const cell = column.get(row);
      if (cell === null) return null;
      if (type === "number" || type === "integer") return Number(cell);
      if (type === "datetime" || type === "zoned") return column.number(row);
      if (type === "date") return `${String(cell)}T00:00:00`;
      if (type === "list" || type === "json") return cell;
      return typeof cell === "object" || typeof cell === "bigint" ? String(cell) : cell;
    };
    return [name, read] as const;
  });
  return Array.from({ length: table.rows }, (_, row) => Object.fromEntries(readers.map(([name, read]) => [name, read(row)])));
}
