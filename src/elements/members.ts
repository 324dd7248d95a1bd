import { AppError } from "../engine/errors/errors.ts";
import { currentCore } from "../engine/runs/scope.ts";
import { temporalType } from "../protocol/temporal.ts";
import { sameValue } from "./same-value.ts";

/** How members of an enum that the script makes anew in every run are taken for each other: `runner.enumCoercion`. */
export type EnumCoercion = "off" | "nameOnly" | "nameAndValue";

const MODES: readonly unknown[] = ["off", "nameOnly", "nameAndValue"];

/**
 * The option `runner.enumCoercion`.
 *
 * @throws AppError for a setting that is none, listing the three.
 */
export function enumCoercion(): EnumCoercion {
  const mode = currentCore()?.config["runner.enumCoercion"] ?? "nameOnly";
  if (MODES.includes(mode)) return mode as EnumCoercion;
  throw new AppError("config", `runner.enumCoercion must be "off", "nameOnly" or "nameAndValue", not ${JSON.stringify(mode)}`, {
    hint: "Set one of the three in .streamlit/config.toml, or leave the option out.",
  });
}

/** True for what only its own class, or nothing, can make again: instances of classes, and symbols. */
export function isMember(value: unknown): value is object | symbol {
  if (typeof value === "symbol") return true;
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Date || temporalType(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== null && prototype !== Object.prototype && !(value instanceof Map) && !(value instanceof Set) && !ArrayBuffer.isView(value);
}

/** Class and name of a member; undefined when it bears no name. */
function nameOf(member: object | symbol): string | undefined {
  if (typeof member === "symbol") return `symbol ${String(member.description)}`;
  const { name } = member as { name?: unknown };
  return typeof name === "string" ? `${member.constructor.name} ${name}` : undefined;
}

/** Tells whether two members, of this run and of another, are one under the setting. */
export function sameMember(mode: EnumCoercion, a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (mode === "off" || !isMember(a) || !isMember(b)) return false;
  const name = nameOf(a);
  if (typeof a === "symbol" || (mode === "nameOnly" && name !== undefined)) return name === nameOf(b);
  return sameValue(a, b);
}
