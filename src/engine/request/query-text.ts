import { isEmbedKey } from "../screen/address.ts";
import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";

/** One parameter: a text, what becomes one, or several of them. */
export type QueryValue = string | number | bigint | boolean | { toString(): string } | Iterable<unknown>;

/** Parameters as an object, or as pairs. */
export type QueryInput = Readonly<Record<string, QueryValue | null | undefined>> | Iterable<readonly [string, QueryValue | null | undefined]>;

/** Texts a parameter is set to; empty takes it away. */
export function textsOf(command: string, key: string, value: unknown): string[] {
  if (isEmbedKey(key)) {
    throw new AppError("argument", `${command}: the query parameters embed and embed_options cannot be set by the script`, {
      hint: "They belong to the page that embeds the app: put them into its address.",
    });
  }
  if (value === undefined || value === null) return [];
  if (isList(value)) return Array.from(value, (one) => textOf(command, key, one));
  return [textOf(command, key, value)];
}

function isList(value: unknown): value is Iterable<unknown> {
  return Array.isArray(value) || value instanceof Set || (ArrayBuffer.isView(value) && Symbol.iterator in value);
}

function textOf(command: string, key: string, value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  if (value instanceof Date) return value.toISOString();
  const isPlain = typeof value !== "object" || value === null || value.toString === Object.prototype.toString || value instanceof Map;
  if (!isPlain && !Array.isArray(value)) return String(value);
  throw new AppError("argument", `${command}: the query parameter "${key}" cannot be set to ${quote(value)}`, {
    hint: "Set text, a number, a boolean, or a list of them; put JSON.stringify around anything else.",
  });
}

export function pairsOf(input: QueryInput): [string, unknown][] {
  const isPairs = typeof (input as Iterable<unknown>)[Symbol.iterator] === "function";
  return (isPairs ? [...(input as Iterable<readonly [string, unknown]>)] : Object.entries(input)) as [string, unknown][];
}

/** A query without the question mark. */
export function queryText(command: string, input: QueryInput): string {
  const params = new URLSearchParams();
  for (const [key, value] of pairsOf(input)) for (const text of textsOf(command, key, value)) params.append(key, text);
  return params.toString();
}
