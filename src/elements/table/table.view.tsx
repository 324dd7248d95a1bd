import { memo, type ReactNode, useMemo } from "react";
import { cellText } from "../../data/cell-text.ts";
import type { Cell, Column, TableView as Rows } from "../../data/table.ts";
import { Box } from "../../ui/box.tsx";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { type ViewProps, view } from "../../ui/view.ts";
import { joinTables, useTables } from "../data/use-tables.tsx";
import type { Table, TableProps } from "./table.ts";
import styles from "./table.module.css";
import { t } from "../../ui/messages.ts";

function TableElement({ node, props }: ViewProps<typeof Table>): ReactNode {
  const tables = useTables(props.parts);
  const table = useMemo(() => tables && joinTables(tables), [tables]);
  return (
    <Box node={node}>
      {table && (
        <div className={styles.scroll}>
          <Drawn table={table} {...props} />
        </div>
      )}
    </Box>
  );
}

const Drawn = memo(function Drawn({ table, border = true, width, hideIndex, hideHeader, alt, placeholder = "None" }: TableProps & { table: Rows }): ReactNode {
  const index = hideIndex ? undefined : (table.index ?? counter(table.rows));
  const lines = border === true ? "all" : border === "horizontal" ? "horizontal" : "none";
  const isEmpty = table.rows === 0 || table.columns.length === 0;
  return (
    <table className={styles.table} data-border={lines} data-width={width} aria-label={alt} data-testid="stTableStyledTable">
      {!hideHeader && table.columns.length > 0 && (
        <thead>
          <tr>
            {index && !isEmpty && (index.name ? <th scope="col">{index.name}</th> : <td />)}
            {table.columns.map((column) => (
              <th key={column.name} scope="col" data-number={isNumber(column) || undefined}>
                <InlineMarkdown source={column.name} />
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {isEmpty && (
          <tr>
            <td className={styles.empty} colSpan={Math.max(1, table.columns.length)}>
              {t("empty")}
            </td>
          </tr>
        )}
        {!isEmpty &&
          Array.from({ length: table.rows }, (_, row) => (
            <tr key={row}>
              {index && <th scope="row">{text(index, row)}</th>}
              {table.columns.map((column) => (
                <td key={column.name} data-number={isNumber(column) || undefined}>
                  {content(column, row, placeholder)}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
});

function counter(rows: number): Column {
  return { name: "", type: "integer", length: rows, raw: (row) => row, get: (row) => row, number: (row) => row };
}

const isNumber = ({ type }: Column) => type === "number" || type === "integer";

function content(column: Column, row: number, placeholder: string): ReactNode {
  const cell = column.get(row);
  if (cell === null) return <span className={styles.missing}>{placeholder}</span>;
  return typeof cell === "string" ? <InlineMarkdown source={cell} /> : text(column, row);
}

function text(column: Column, row: number): string {
  const cell: Cell = column.get(row);
  if (typeof cell === "number" && column.type === "number") return cell.toFixed(4);
  if (column.type === "datetime" && cell !== null) return cellText(cell).replace("T", " ");
  return cellText(cell);
}

export const tableView = view<typeof Table>("table", TableElement);
