import { AppError } from "../../engine/errors/errors.ts";
import { quote } from "../arguments.ts";
import { show } from "../choices.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { type TableParts, tablePart } from "../data/table-part.ts";
import type { Container } from "../index.ts";
import { readOnSelect, selectionOf } from "../on-select.ts";
import type { WireValue } from "../../protocol/messages.ts";
import { gather, isOptions } from "../widget.ts";
import { type ColumnConfigs, columnSettings, type ColumnSettings } from "./column-config.ts";
import {
  type DataframeSelection,
  type DataframeSelectionMode,
  type DataframeState,
  readDefault,
  readModes,
  readSelection,
  type SelectionOptions,
} from "./selection.ts";

export interface DataframeProps {
  key?: string | undefined;
  parts: TableParts;
  width?: number | "stretch" | "content" | undefined;
  height?: number | "stretch" | "content" | "auto" | undefined;
  hideIndex?: boolean | undefined;
  columnOrder?: string[] | undefined;
  columns?: Record<string, ColumnSettings> | undefined;
  rowHeight?: number | undefined;
  placeholder?: string | undefined;
  /** What the table is about, for those who cannot see it. */
  alt?: string | undefined;
  /** What can be chosen in it. */
  modes?: DataframeSelectionMode[] | undefined;
}

export interface DataframeOptions extends SelectionOptions {
  /** Default `"stretch"`; a number is in CSS pixels. */
  width?: number | "stretch" | "content" | undefined;
  /** Default `"auto"`: as high as its rows, at most ten of them. A number is in CSS pixels. */
  height?: number | "stretch" | "content" | "auto" | undefined;
  /** Replaced by `width`. */
  useContainerWidth?: boolean | undefined;
  /** True hides the names of the rows. Default: shown when the data has them. */
  hideIndex?: boolean | undefined;
  /** Names of the columns to show, in order. */
  columnOrder?: Iterable<string> | undefined;
  /** How columns are shown, by name; see `st.columnConfig`. */
  columnConfig?: ColumnConfigs | undefined;
  /** Height of each row in CSS pixels. Default 35. */
  rowHeight?: number | undefined;
  /** What missing values look like. Default `"None"`. */
  placeholder?: string | undefined;
  /** What the table is about, for those who cannot see it. Default: how many rows and columns it has. */
  alt?: string | undefined;
  key?: string | number | undefined;
}

/** Options of a table in which something can be chosen. */
export type SelectableOptions = DataframeOptions & { onSelect: "rerun" | ((state: DataframeState) => unknown) };

export const Dataframe = defineKind<DataframeProps, DataframeSelection>()("dataframe", {
  testid: "stDataFrame",
  verbs: {
    select: (widget, selection: Partial<DataframeSelection>) => widget.setValue({ rows: [], columns: [], cells: [], ...selection }),
  },
});

/**
 * Shows a table that can be scrolled, sorted, searched, resized, copied from and downloaded.
 *
 * @param data - Rows, columns, Arrow or a frame of another library.
 * @param width - In CSS pixels; or an options object in its place.
 * @param height - In CSS pixels.
 * @param options - `hideIndex`, `columnOrder`, `columnConfig`, `rowHeight`, `onSelect` and others.
 * @returns The place of the table; its `addRows` puts more rows under it. With `onSelect`, what is chosen in it:
 * `selection.rows` (places in the data), `selection.columns` (names) and `selection.cells`. Other data starts with nothing chosen.
 * @throws AppError when `data` is no table, or a selection names what the table does not have.
 * @example
 * st.dataframe([{ city: "Oslo", people: 709_000 }], { hideIndex: true });
 * const { selection } = st.dataframe(cities, { onSelect: "rerun", selectionMode: "single-row" });
 */
export function dataframe(this: Place | void, data: unknown, options: SelectableOptions): DataframeState;
export function dataframe(this: Place | void, data: unknown, width: number | undefined, height: number | undefined, options: SelectableOptions): DataframeState;
export function dataframe(this: Place | void, data?: unknown, options?: DataframeOptions): Container;
export function dataframe(this: Place | void, data: unknown, width: number | undefined, height?: number, options?: DataframeOptions): Container;
export function dataframe(this: Place | void, data?: unknown, ...given: unknown[]): Container | DataframeState {
  const options = gather<DataframeOptions>(["width", "height"], given);
  const { columnOrder, columnConfig, key, hideIndex, rowHeight, placeholder, alt, useContainerWidth, height } = options;
  checkNumber("rowHeight", rowHeight);
  const width = options.width ?? (useContainerWidth === true ? "stretch" : undefined);
  const table = tablePart(this, "st.dataframe", data);
  const props: DataframeProps = {
    parts: [table.part],
    width,
    height: checkedSize("height", height),
    hideIndex,
    columnOrder: columnOrder === undefined ? undefined : names(columnOrder),
    columns: columnSettings("st.dataframe", columnConfig),
    rowHeight,
    placeholder,
    alt,
  };
  const reported = readOnSelect("st.dataframe", options.onSelect);
  if (!reported) return here(this as Container).element(Dataframe, { ...props, key: key === undefined ? undefined : String(key) }, { key, grows: true });
  const modes = readModes(options.selectionMode);
  const initial = readSelection(readDefault(options.selectionDefault), modes, table);
  return here(this).widget(Dataframe, {
    command: "st.dataframe",
    key,
    // Another table is another widget: what was chosen in it need not exist here.
    identity: [table.part, modes, initial, props.columnOrder, props.columns, hideIndex],
    props: { ...props, modes },
    initial,
    assignable: false,
    encode: (value) => selectionOf(value) as WireValue,
    decode: (wire): DataframeState => ({ selection: readSelection(wire, modes, table) }),
    onChange: reported.callback,
  });
}

function names(order: Iterable<string>): string[] {
  if (typeof order === "string" || isOptions(order)) {
    throw new AppError("argument", `st.dataframe: columnOrder must be a list of column names, not ${show(order)}`, {
      hint: 'Write it as ["first", "second"].',
    });
  }
  return [...order].map(String);
}

function checkNumber(name: string, value: number | undefined): void {
  if (value === undefined || (typeof value === "number" && value > 0)) return;
  throw new AppError("argument", `st.dataframe: ${name} must be a number of pixels above 0, not ${quote(value)}`);
}

function checkedSize<T>(name: string, value: T): T {
  if (typeof value === "number") checkNumber(name, value);
  return value;
}
