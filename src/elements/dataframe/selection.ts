import { AppError } from "../../engine/errors/errors.ts";
import { show } from "../choices.ts";
import type { EncodedTable } from "../../engine/screen/encoded-table.ts";
import type { OnSelect } from "../on-select.ts";
import { isOptions } from "../widget.ts";

const MODES = ["single-row", "single-row-required", "multi-row", "single-column", "multi-column", "single-cell", "multi-cell"] as const;

/** What of a table can be chosen. */
export type DataframeSelectionMode = (typeof MODES)[number];

/** What is chosen in a table. */
export interface DataframeSelection {
  /** Places of the rows in the data, whichever way the table is sorted. */
  rows: number[];
  /** Names of the columns. */
  columns: string[];
  /** Place of the row and name of the column of each cell. */
  cells: [row: number, column: string][];
}

/** What `st.dataframe` returns where things can be chosen in it. */
export interface DataframeState {
  selection: DataframeSelection;
}

export interface SelectionOptions {
  /** `"rerun"` lets rows, columns or cells be chosen and reruns the script; a function is called first. Default `"ignore"`. */
  onSelect?: OnSelect<DataframeState> | undefined;
  /** What can be chosen: one mode, or one each for rows, columns and cells. Default `"multi-row"`. */
  selectionMode?: DataframeSelectionMode | Iterable<DataframeSelectionMode> | undefined;
  /** What is chosen at the start: any of `rows`, `columns` and `cells`, also as `{ selection: … }`. Default: nothing. */
  selectionDefault?: Partial<DataframeSelection> | { selection: Partial<DataframeSelection> } | undefined;
}

const command = "st.dataframe";

/** The modes as a list without doubles; throws where two of them are about the same thing. */
export function readModes(given: SelectionOptions["selectionMode"]): DataframeSelectionMode[] {
  const modes: unknown[] = [...new Set(given === undefined ? ["multi-row"] : typeof given === "string" ? [given] : asList(given))];
  for (const mode of modes) {
    if ((MODES as readonly unknown[]).includes(mode)) continue;
    throw new AppError("argument", `${command}: selectionMode must be ${MODES.map((one) => `"${one}"`).join(", ")}, or a list of them, not ${show(mode)}`);
  }
  for (const what of ["row", "column", "cell"]) {
    const about = (modes as DataframeSelectionMode[]).filter((mode) => mode.split("-")[1] === what);
    if (about.length > 1) {
      throw new AppError("argument", `${command}: selectionMode can hold only one of ${about.map((one) => `"${one}"`).join(" and ")}`, {
        hint: `Leave out all but one of those about ${what}s.`,
      });
    }
  }
  return modes as DataframeSelectionMode[];
}

function asList(given: unknown): unknown[] {
  return typeof given === "object" && given !== null && Symbol.iterator in given ? [...(given as Iterable<unknown>)] : [given];
}

/** A selection from the page or from the script; throws for what the table does not have or the modes do not allow. */
export function readSelection(given: unknown, modes: readonly DataframeSelectionMode[], table: EncodedTable): DataframeSelection {
  if (!isOptions(given)) {
    throw new AppError("argument", `${command}: a selection must be an object such as { rows: [0] }, not ${show(given)}`);
  }
  const { rows = [], columns = [], cells = [] } = given as Partial<DataframeSelection>;
  const isRow = (row: unknown) => Number.isInteger(row) && (row as number) >= 0 && (row as number) < table.rows;
  const isColumn = (name: unknown) => table.columns.some((column) => column.name === name);
  const bad =
    asList(rows).find((row) => !isRow(row)) ??
    asList(columns).find((name) => !isColumn(name)) ??
    asList(cells).find((cell) => !Array.isArray(cell) || cell.length !== 2 || !isRow(cell[0]) || !isColumn(cell[1]));
  if (bad !== undefined) {
    throw new AppError("argument", `${command}: the selection names ${show(bad)}, which the table does not have`, {
      hint: "Rows are numbered from 0, columns named as in the data, cells written as [row, column].",
    });
  }
  const allowed = { row: asList(rows).length, column: asList(columns).length, cell: asList(cells).length };
  for (const [what, count] of Object.entries(allowed)) {
    const mode = modes.find((one) => one.split("-")[1] === what);
    if (count > (mode?.startsWith("multi") ? Number.POSITIVE_INFINITY : mode ? 1 : 0)) {
      throw new AppError("argument", `${command}: the selection holds ${count} ${what}${count > 1 ? "s" : ""}, which ${show(modes)} does not allow`, {
        hint: `Add "multi-${what}" to selectionMode, or choose less.`,
      });
    }
  }
  const ascending = [...new Set(rows)].toSorted((a, b) => a - b);
  // One row is always chosen, if there is any.
  if (modes.includes("single-row-required") && ascending.length === 0 && table.rows > 0) ascending.push(0);
  return { rows: ascending, columns: [...new Set(columns)], cells: cells.map(([row, column]) => [row, column]) };
}

/** What the script asks to be chosen at the start. */
export function readDefault(given: SelectionOptions["selectionDefault"]): unknown {
  if (given === undefined || given === null) return {};
  if (isOptions(given)) return "selection" in given ? given.selection : given;
  throw new AppError("argument", `${command}: selectionDefault must be an object such as { rows: [0] }, not ${show(given)}`);
}
