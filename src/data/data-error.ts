/** Data that is no table, or bytes that are no Arrow. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly code = "data";
}

const ACCEPTED =
  "an array of objects, an object of arrays, an array of arrays, an array of values, a typed array, a Map, a Set, " +
  "another iterable, an Arrow table or its IPC bytes, or a frame of arquero, polars, danfojs or DuckDB";

/** The error for an argument that holds no table. */
export function tell(argument: string, value: unknown, advice?: string): DataError {
  return new DataError(`'${argument}' must be a table, but it is ${shortly(value)}. ${advice ?? `Pass ${ACCEPTED}.`}`);
}

function shortly(value: unknown): string {
  if (typeof value === "string") return `the text ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
  if (typeof value === "function") return value.name === "" ? "a function" : `the function ${value.name}`;
  if (typeof value !== "object" || value === null) return `the ${typeof value} ${String(value)}`;
  if (typeof (value as { then?: unknown }).then === "function") return "a promise";
  const made: unknown = (Object.getPrototypeOf(value) as { constructor?: unknown } | null)?.constructor;
  return `an instance of ${(typeof made === "function" && made.name) || "a class without name"}`;
}
