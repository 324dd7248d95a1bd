import { Place } from "../../engine/screen/place.ts";
import { AppError } from "../../engine/errors/errors.ts";
import { isOptions } from "../widget.ts";
import { dateText, literal, signature } from "./value-text.ts";

/** What `write` makes of a value. */
export type Written =
  | { as: "text"; text: string }
  | { as: "exception" }
  | { as: "table" }
  | { as: "json"; title?: string }
  | { as: "stream"; values: Iterable<unknown> };

type Shape = Record<string | symbol, unknown>;
const isFunction = (value: unknown): value is (...args: never[]) => unknown => typeof value === "function";

/** Finds the fitting element for a value. */
export function classify(value: unknown): Written {
  if (typeof value === "string") return { as: "text", text: value };
  if (isFunction(value)) return ofFunction(value);
  if (typeof value !== "object" || value === null) return { as: "text", text: literal(String(value)) };
  return ofObject(value);
}

function ofFunction(value: (...args: never[]) => unknown): Written {
  const kind = Object.prototype.toString.call(value);
  if (kind === "[object AsyncGeneratorFunction]") throw streamed();
  if (kind === "[object GeneratorFunction]") return { as: "stream", values: (value as () => Iterable<unknown>)() };
  return { as: "text", text: literal(signature(value)) };
}

function ofObject(value: object): Written {
  const shape = value as Shape;
  if (value instanceof Error) return { as: "exception" };
  const date = dateText(value);
  if (date !== undefined) return { as: "text", text: date };
  if (value instanceof Place) return { as: "text", text: literal("Container") };
  if (isFunction(shape.then)) throw promised();
  if (isTable(value)) return { as: "table" };
  if (Array.isArray(value) || value instanceof Map || value instanceof Set || isOptions(value)) return { as: "json" };
  if (isFunction(shape[Symbol.asyncIterator])) throw streamed();
  if (isFunction(shape.next) && isFunction(shape[Symbol.iterator])) return { as: "stream", values: value as Iterable<unknown> };
  return ofInstance(shape);
}

function ofInstance(value: Shape): Written {
  const name = (value.constructor as { name?: string } | undefined)?.name;
  const { toString } = value;
  if (isFunction(toString) && toString !== Object.prototype.toString) return { as: "text", text: literal(String(value)) };
  if (typeof File !== "undefined" && value instanceof File) return { as: "text", text: literal(`${value.name} (${value.size} bytes)`) };
  return { as: "json", ...(name ? { title: name } : {}) };
}

/** Rows, columns, typed arrays, and the tables of known libraries. */
function isTable(value: object): boolean {
  if (Array.isArray(value)) return isRows(value);
  if (ArrayBuffer.isView(value)) return !(value instanceof DataView);
  if (isOptions(value)) return isColumns(value);
  if (value instanceof Map || value instanceof Set) return false;
  const shape = value as Shape;
  const isArrow = "schema" in shape && "numRows" in shape && (isFunction(shape.getChild) || isFunction(shape.getChildAt));
  const isFrame = isFunction(shape.columnNames) || ("columns" in shape && ("dtypes" in shape || "dtype" in shape || isFunction(shape.toRecords)));
  return isArrow || isFrame;
}

function isRows(list: readonly unknown[]): boolean {
  if (list.length === 0) return false;
  return list.every((row) => isOptions(row) && Object.keys(row).length > 0 && Object.values(row).every(isCell));
}

/** An object of equally long lists, such as `{ city: ["Oslo", "Rome"], people: [0.7, 2.8] }`. */
function isColumns(value: Record<string, unknown>): boolean {
  const lists = Object.values(value);
  const { length } = (lists[0] ?? []) as ArrayLike<unknown>;
  if (!length) return false;
  return lists.every((list) => {
    if (ArrayBuffer.isView(list) && !(list instanceof DataView)) return (list as unknown as ArrayLike<unknown>).length === length;
    return Array.isArray(list) && list.length === length && list.every(isCell);
  });
}

function isCell(value: unknown): boolean {
  return !isOptions(value) && !(value instanceof Map);
}

function promised(): AppError {
  return new AppError("argument", "st.write: a promise was given, not the value it will have", {
    hint: "Await it: st.write(await …).",
  });
}

function streamed(): AppError {
  return new AppError("argument", "st.write: a stream was given, and a stream must be waited for", {
    hint: "Write await st.writeStream(…) instead.",
  });
}
