import { cellText } from "./cell-text.ts";
import type { TableView } from "./table.ts";

/**
 * Writes a table as CSV (RFC 4180): a header, lines ended by CRLF, fields quoted where they must be.
 * An index comes first. Nulls are empty; an empty text is `""`, so that the two stay apart.
 *
 * @example tableToCsv(toTable([{ a: 1, b: "x, y" }])) // 'a,b\r\n1,"x, y"\r\n'
 */
export function tableToCsv(table: TableView): string {
  const columns = table.index === undefined ? table.columns : [table.index, ...table.columns];
  const lines = [columns.map((column) => quote(column.name)).join(",")];
  for (let row = 0; row < table.rows; row++) {
    const cells = columns.map((column) => {
      const cell = column.get(row);
      return cell === "" ? '""' : quote(cellText(cell));
    });
    lines.push(cells.join(","));
  }
  return `${lines.join("\r\n")}\r\n`;
}

function quote(text: string): string {
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
