import { AppError } from "../../engine/errors/errors.ts";
import type { EncodedTable } from "../../engine/screen/encoded-table.ts";
import { active, here, type Place } from "../../engine/screen/place.ts";
import type { PayloadRef } from "../../protocol/messages.ts";

/** Tables as they stand in props, one below the other: Arrow IPC streams, or references to big ones. */
export type TableParts = (Uint8Array | PayloadRef)[];

/** Makes an element's data ready for its props. `command` names it in errors. No data is a table without columns. */
export function tablePart(self: Place | void, command: string, data: unknown): EncodedTable {
  const { drawer } = active(here(self).target);
  try {
    return drawer.table(data ?? [], "data");
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "data") throw error;
    throw new AppError("data", `${command}: ${error.message}`, { cause: error });
  }
}

/** Throws unless a column of that name exists. */
export function checkColumn(command: string, argument: string, name: string, table: EncodedTable): void {
  if (table.columns.some((column) => column.name === name) || table.index?.name === name) return;
  const names = table.columns.map((column) => JSON.stringify(column.name)).join(", ");
  throw new AppError("argument", `${command}: ${argument} names the column ${JSON.stringify(name)}, which the data does not have`, {
    hint: table.columns.length === 0 ? "The data has no columns." : `Its columns are ${names}.`,
  });
}
