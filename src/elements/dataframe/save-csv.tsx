import { makeColumn, makeView, type TableView } from "../../data/table.ts";
import { tableToCsv } from "../../data/table-to-csv.ts";
import { saveFile, stampedName } from "../../ui/element-toolbar.tsx";
import type { GridColumnPlan } from "./grid-columns.ts";

/** Saves the table as it is seen: its columns and rows in the order of the screen. */
export function saveAsCsv(plans: readonly GridColumnPlan[], table: TableView, order: Uint32Array | undefined): void {
  const columns = plans.flatMap(({ source, title, isIndex }) => {
    if (!source) return [];
    const { type, zone, unit } = source;
    const column = makeColumn({ name: isIndex ? source.name : title, type, zone, unit }, table.rows, (row) => source.raw(order ? (order[row] as number) : row));
    return [column];
  });
  saveFile(stampedName("csv"), new Blob(["\ufeff", tableToCsv(makeView(columns, undefined, table.rows))], { type: "text/csv;charset=utf-8" }));
}
