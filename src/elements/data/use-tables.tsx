import { useEffect, useReducer, useRef } from "react";
import { appendRows } from "../../data/append-rows.ts";
import { fromIPC } from "../../data/from-ipc.ts";
import type { TableView } from "../../data/table.ts";
import { PayloadRef } from "../../protocol/messages.ts";
import { usePage } from "../../ui/page.ts";
import type { TableParts } from "./table-part.ts";

type Part = TableParts[number];

interface Memory {
  parts: readonly Part[];
  tables: readonly TableView[] | undefined;
  arrived: Map<string, TableView>;
  failed?: unknown;
}

const NONE: readonly Part[] = [];

/**
 * The tables of an element, read. A part that stayed as it was is the same table again, and the old tables stay until
 * all new ones are there, so that nothing flashes.
 *
 * @returns undefined until the first data has arrived.
 */
export function useTables(parts: readonly Part[] = NONE): readonly TableView[] | undefined {
  const page = usePage();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const memory = useRef<Memory>({ parts: [], tables: undefined, arrived: new Map() });
  const known = memory.current;
  if (known.failed !== undefined) throw known.failed;
  if (known.parts !== parts || !known.tables) {
    const tables = read(parts, known);
    if (tables) memory.current = { parts, tables: same(tables, known.tables) ? known.tables : tables, arrived: new Map() };
  }
  useEffect(() => {
    let live = true;
    for (const part of parts) {
      if (!(part instanceof PayloadRef) || memory.current.parts === parts) continue;
      const take = (bytes: Uint8Array) => {
        if (!live) return;
        memory.current.arrived.set(part.hash, fromIPC(bytes));
        redraw();
      };
      page
        .payload(part)
        .then(take)
        .catch((error: unknown) => {
          memory.current.failed = error;
          redraw();
        });
    }
    return () => {
      live = false;
    };
  }, [page, parts]);
  return memory.current.tables;
}

function read(parts: readonly Part[], known: Memory): TableView[] | undefined {
  const tables: TableView[] = [];
  for (const [at, part] of parts.entries()) {
    const before = known.parts[at];
    const kept = before !== undefined && isSamePart(part, before) ? known.tables?.[at] : undefined;
    const table = kept ?? (part instanceof PayloadRef ? known.arrived.get(part.hash) : fromIPC(part));
    if (!table) return undefined;
    tables.push(table);
  }
  return tables;
}

function isSamePart(a: Part, b: Part): boolean {
  if (a === b) return true;
  if (a instanceof PayloadRef || b instanceof PayloadRef) return a instanceof PayloadRef && b instanceof PayloadRef && a.hash === b.hash;
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function same(a: readonly TableView[], b: readonly TableView[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((table, at) => table === b[at]);
}

/** One table of many, joined two by two so that reading a cell takes few steps. */
export function joinTables(tables: readonly TableView[]): TableView | undefined {
  const [first] = tables;
  if (tables.length <= 1) return first;
  const full = tables.filter((table) => table.columns.length > 0 || table.rows > 0);
  if (full.length <= 1) return full[0] ?? first;
  const middle = full.length >> 1;
  return appendRows(joinTables(full.slice(0, middle)) as TableView, joinTables(full.slice(middle)) as TableView);
}
