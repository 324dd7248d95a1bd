import type { ArrowColumn, ArrowType } from "./arrow-column.ts";

/** A table of flechette or apache-arrow. */
export interface ArrowTable {
  numRows: number;
  schema: { fields: { name: string; type: ArrowType; metadata?: Map<string, string> | null }[] };
  getChildAt(index: number): ArrowColumn | null | undefined;
}

/** Tells an Arrow table by its shape. */
export function isArrowTable(value: object): value is ArrowTable {
  const table = value as { numRows?: unknown; getChildAt?: unknown; schema?: { fields?: unknown } };
  return typeof table.numRows === "number" && typeof table.getChildAt === "function" && Array.isArray(table.schema?.fields);
}

/** Tells a single Arrow column (a Column, a Vector) by its shape. */
export function isArrowColumn(value: object): value is ArrowColumn {
  const column = value as { type?: { typeId?: unknown }; get?: unknown; length?: unknown; data?: unknown };
  return typeof column.type?.typeId === "number" && typeof column.get === "function" && Array.isArray(column.data);
}

export const isArrow = (value: object): value is ArrowTable | ArrowColumn => isArrowTable(value) || isArrowColumn(value);

interface Chunk {
  type?: ArrowType;
  length?: number;
  offset?: number;
  values?: unknown;
  validity?: unknown;
  nullBitmap?: unknown;
  offsets?: unknown;
  valueOffsets?: unknown;
  sizes?: unknown;
  typeIds?: unknown;
  data?: unknown;
  children?: Chunk[];
  dictionary?: { data?: Chunk[] };
}

/** All names, types and buffers that make up an Arrow table or column, in a fixed order. */
export function* arrowParts(value: ArrowTable | ArrowColumn): Generator<unknown> {
  if (!isArrowTable(value)) return yield* columnParts(value);
  yield value.numRows;
  for (const [i, field] of value.schema.fields.entries()) {
    yield field.name;
    for (const entry of field.metadata ?? []) yield* entry;
    const column = value.getChildAt(i);
    if (column) yield* columnParts(column);
  }
}

function* columnParts(column: ArrowColumn): Generator<unknown> {
  for (const chunk of (column.data ?? []) as Chunk[]) yield* chunkParts(chunk);
}

function* chunkParts(chunk: Chunk): Generator<unknown> {
  const { type } = chunk;
  yield `${type?.typeId} ${type?.unit} ${type?.timezone} ${type?.scale} ${chunk.length} ${chunk.offset}`;
  const more = Array.isArray(chunk.data) ? chunk.data : [];
  for (const part of [chunk.values, chunk.validity ?? chunk.nullBitmap, chunk.offsets ?? chunk.valueOffsets, chunk.sizes, chunk.typeIds, ...more]) {
    if (ArrayBuffer.isView(part)) yield part;
  }
  for (const child of chunk.children ?? []) yield* chunkParts(child);
  for (const child of chunk.dictionary?.data ?? []) yield* chunkParts(child);
}
