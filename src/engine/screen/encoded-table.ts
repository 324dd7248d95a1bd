import type { ColumnFacts, Table } from "../../data/table.ts";
import type { Tables } from "../../data/tables.ts";
import { AppError } from "../errors/errors.ts";
import type { Part, Payloads } from "./payloads.ts";

/** A table ready to be put into props, and what its columns are. */
export interface EncodedTable {
  part: Part;
  rows: number;
  columns: readonly ColumnFacts[];
  index: ColumnFacts | undefined;
}

/** Makes an encoded table of any accepted data. Frozen and Arrow data are encoded once per engine. */
export function encodeTable(tables: Tables, payloads: Payloads, data: unknown, argument: string): EncodedTable {
  const table = toTable(tables, data, argument);
  return { part: payloads.part(table.toIPC()), rows: table.rows, columns: table.columns.map(facts), index: table.index && facts(table.index) };
}

function toTable(tables: Tables, data: unknown, argument: string): Table {
  try {
    return tables.toTable(data, { argument });
  } catch (error) {
    if (!(error instanceof Error) || error.name !== "DataError") throw error;
    throw new AppError("data", error.message, { cause: error });
  }
}

function facts({ name, type, zone, unit }: ColumnFacts): ColumnFacts {
  return { name, type, zone, unit };
}
