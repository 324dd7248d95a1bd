import { here, type Place } from "../../engine/screen/place.ts";
import { quote } from "../arguments.ts";
import { AppError } from "../../engine/errors/errors.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type TableParts, tablePart } from "../data/table-part.ts";
import type { Container } from "../index.ts";

export type TableBorder = boolean | "horizontal";

export interface TableProps {
  parts: TableParts;
  border?: TableBorder | undefined;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | undefined;
  hideIndex?: boolean | undefined;
  hideHeader?: boolean | undefined;
  alt?: string | undefined;
  placeholder?: string | undefined;
}

export interface TableOptions {
  /** Lines between cells; `"horizontal"` only between rows. Default true. */
  border?: TableBorder | undefined;
  /** In CSS pixels; `"content"` is as wide as what is in it. Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** In CSS pixels; with less than it needs, the table scrolls under its header. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
  /** Without the names of the rows. Default: shown when the data names its rows. */
  hideIndex?: boolean | undefined;
  /** Without the names of the columns. Default false. */
  hideHeader?: boolean | undefined;
  /** Says to screen readers what the table shows. Default: no name. */
  alt?: string | null | undefined;
  /** What missing values look like. Default `"None"`. */
  placeholder?: string | undefined;
}

export const Table = defineKind<TableProps>()("table");

/**
 * Shows a table with all its rows, as part of the text. Cells and titles may hold Markdown.
 *
 * @param data - Rows, columns, Arrow or a frame of another library.
 * @param options - `border`, `width`, `height`, `hideIndex`, `hideHeader`, `alt`, `placeholder`.
 * @returns The place of the table; its `addRows` puts more rows under it.
 * @throws AppError when `data` is no table.
 * @example
 * st.table({ Metric: ["Mean", "Median"], Value: [4.2, 4] });
 */
export function table(this: Place | void, data?: unknown, options: TableOptions = {}): Container {
  const { border, width, height, hideIndex, hideHeader, alt, placeholder } = options;
  if (border !== undefined && typeof border !== "boolean" && border !== "horizontal") {
    throw new AppError("argument", `st.table: border must be true, false or "horizontal", not ${quote(border)}`);
  }
  if (alt !== undefined && alt !== null && typeof alt !== "string") throw new AppError("argument", `st.table: alt must be text, not ${quote(alt)}`);
  const { part } = tablePart(this, "st.table", data);
  const props: TableProps = { parts: [part], border, width, height, hideIndex, hideHeader, alt: alt?.trim() || undefined, placeholder };
  return here(this as Container).element(Table, props, { grows: true });
}
