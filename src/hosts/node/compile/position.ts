/** A place in a text; line and column count from 1, columns in UTF-16 units, as stacks do. */
export interface Position {
  line: number;
  column: number;
  /** The whole line, without its end. */
  text: string;
}

/** Finds line and column of an offset. */
export function positionAt(source: string, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.length));
  const start = source.lastIndexOf("\n", at - 1) + 1;
  const end = source.indexOf("\n", at);
  let line = 1;
  for (let next = source.indexOf("\n"); next !== -1 && next < start; next = source.indexOf("\n", next + 1)) line += 1;
  return { line, column: at - start + 1, text: source.slice(start, end === -1 ? undefined : end).replace(/\r$/, "") };
}

/** Offset of a place whose line counts from 1 and whose column counts from 0. */
export function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const next = source.indexOf("\n", start);
    if (next === -1) return source.length;
    start = next + 1;
  }
  return start + column;
}
