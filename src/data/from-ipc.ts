import { tableFromIPC } from "@uwdata/flechette";
import { type ArrowColumn, columnOfArrow, METADATA_KEY, parseObject } from "./arrow-column.ts";
import { DataError } from "./data-error.ts";
import { makeView, type TableView } from "./table.ts";

/**
 * Reads an Arrow IPC stream or file, ours or anybody's. Cells are read when asked for.
 *
 * @throws DataError when the bytes are no Arrow IPC.
 * @example const table = fromIPC(bytes); table.get(0, 1)
 */
export function fromIPC(bytes: Uint8Array): TableView {
  const table = read(bytes);
  const columns = table.children.map((column, i) => {
    const field = table.schema.fields[i];
    return columnOfArrow(field?.name ?? String(i), column as ArrowColumn, field?.metadata?.get(METADATA_KEY));
  });
  const told = parseObject(table.schema.metadata?.get(METADATA_KEY) ?? "{}");
  const index = told.index === true ? columns.pop() : undefined;
  const rows = typeof told.rows === "number" ? told.rows : ((index ?? columns[0])?.length ?? 0);
  if ([...columns, ...(index ? [index] : [])].some((column) => column.length !== rows)) {
    throw new DataError(`The Arrow bytes are cut off: ${rows} rows were promised. Send them again, whole.`);
  }
  return makeView(columns, index, rows);
}

function read(bytes: Uint8Array) {
  // Arrow's own alignment holds only when the bytes start on a multiple of eight.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  try {
    const table = tableFromIPC(aligned, { useBigInt: true, useBigIntTimestamp: true });
    if (table.schema.version === undefined) throw new Error("There is no schema.");
    return table;
  } catch (cause) {
    throw new DataError("The bytes are no readable Arrow IPC stream or file.", { cause });
  }
}
