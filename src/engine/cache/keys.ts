import { AppError } from "../errors/errors.ts";
import { HashFunctionError, UnhashableValueError } from "./hash-errors.ts";
import type { ValueHasher } from "./hash-value.ts";
import type { Signature } from "./parameters.ts";

/** Longer texts go into a key as their hash. */
const LONG_TEXT = 256;

export interface KeyOptions {
  /** The function's name in errors. */
  name: string;
  signature: Signature;
  hasher: ValueHasher;
  /** True when the author has hash functions: then even numbers and texts go through the hasher. */
  isCustom: boolean;
  /** Variables of the surrounding code the function reads; undefined when nobody knows. */
  captured: (() => Record<string, unknown>) | undefined;
}

/** Makes the key of one call. Its parts say where they end, so that no two lists of values have one key. */
export function keyOf(options: KeyOptions, self: unknown, args: readonly unknown[]): string {
  const { signature, captured } = options;
  const { parameters } = signature;
  let key = signature.usesThis ? part(options, "this", self, false) : "";
  let count = args.length;
  const nameAt = (at: number): string => parameters[at] ?? restOf(parameters) ?? String(at);
  // Leaving an argument out means the same as undefined.
  while (count > 0 && (args[count - 1] === undefined || isExcluded(nameAt(count - 1)))) count -= 1;
  for (let i = 0; i < count; i += 1) {
    const name = nameAt(i);
    if (!isExcluded(name)) key += part(options, name, args[i], false);
  }
  if (captured === undefined) return key;
  const variables = captured();
  for (const name in variables) {
    if (!name.startsWith("_")) key += `|${name}=${part(options, name, variables[name], true)}`;
  }
  return key;
}

function restOf(parameters: readonly string[]): string | undefined {
  const last = parameters.at(-1);
  return last?.startsWith("...") ? last : undefined;
}

const isExcluded = (name: string): boolean => name.startsWith("_") || name.startsWith("..._");

function part(options: KeyOptions, argument: string, value: unknown, isCaptured: boolean): string {
  if (!options.isCustom) {
    switch (typeof value) {
      case "number":
        return `n${value};`;
      case "string":
        if (value.length <= LONG_TEXT) return `s${value.length}:${value}`;
        break;
      case "boolean":
        return value ? "t" : "f";
      case "undefined":
        return "u";
    }
    if (value === null) return "0";
  }
  try {
    return `#${options.hasher(value, { argument: argument.replace("...", ""), function: options.name, captured: isCaptured })};`;
  } catch (error) {
    if (error instanceof UnhashableValueError) throw new AppError("cache", error.message);
    if (error instanceof HashFunctionError) throw new AppError("cache", error.message, { cause: error.cause });
    throw error;
  }
}
