import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, quote } from "../arguments.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";
import { jsonText } from "./json-text.ts";

export interface JsonProps {
  /** JSON text. */
  body: string;
  /** How many levels are open; true for all. */
  expanded: boolean | number;
  /** What the value is, above it: the name of its class. */
  title?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface JsonOptions {
  /** True opens all, false none, a number that many levels. Default true. */
  expanded?: boolean | number | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Json = defineKind<JsonProps, string>()("json");

/**
 * Shows an object or list as a tree that opens and closes.
 *
 * @param body - Any value; text is taken as JSON.
 * @param options - `expanded` (also as second argument), `width`.
 * @returns The place of the tree, through which it can be replaced.
 * @throws AppError when `expanded` is neither a boolean nor a whole number.
 * @example
 * st.json({ name: "Ada", born: 1815, works: ["Notes"] }, { expanded: 1 });
 */
export function json(this: Place | void, body: unknown, options?: JsonOptions): Container;
export function json(this: Place | void, body: unknown, expanded?: boolean | number, options?: JsonOptions): Container;
export function json(this: Place | void, body: unknown, ...rest: unknown[]): Container {
  return drawJson(here(this as Container), body, gather<JsonOptions>(["expanded"], rest));
}

/** The same with a line above that says what it is. */
export function drawJson(place: Container, body: unknown, { expanded = true, width }: JsonOptions, title?: string): Container {
  if (typeof expanded !== "boolean" && !(Number.isInteger(expanded) && expanded >= 0)) {
    throw new AppError("argument", `st.json: expanded must be true, false or a number of levels, not ${quote(expanded)}`);
  }
  checkSize("st.json", "width", width, ["stretch", "content"]);
  return place.element(Json, { body: typeof body === "string" ? body : jsonText(body), expanded, title, width });
}
