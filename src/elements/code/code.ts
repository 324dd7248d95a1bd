import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, quote } from "../arguments.ts";
import { AppError } from "../../engine/errors/errors.ts";
import type { Container } from "../index.ts";
import { gather } from "../widget.ts";

export interface CodeProps {
  body: string;
  language?: string | undefined;
  lineNumbers?: boolean | undefined;
  wrapLines?: boolean | undefined;
  height?: number | "stretch" | "content" | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface CodeOptions {
  /** Language for the colours; null for none. Default `"typescript"`. */
  language?: string | null | undefined;
  /** Numbers before the lines. Default false. */
  lineNumbers?: boolean | undefined;
  /** Breaks long lines instead of scrolling. Default false. */
  wrapLines?: boolean | undefined;
  /** Pixels after which it scrolls, or `"stretch"`. Default `"content"`. */
  height?: number | "stretch" | "content" | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Code = defineKind<CodeProps, string>()("code");

/**
 * Shows code with colours and a button that copies it.
 *
 * @param body - The code; blank lines around it go.
 * @param options - `language` (also as second argument; default `"typescript"`, null for plain text), `lineNumbers`,
 *   `wrapLines`, `height`, `width`.
 * @returns The place of the code, through which it can be replaced.
 * @throws AppError for a language that is not text, or a bad size.
 * @example
 * st.code("const answer = 42;", "typescript", { lineNumbers: true });
 */
export function code(this: Place | void, body: unknown, options?: CodeOptions): Container;
export function code(this: Place | void, body: unknown, language?: string | null, options?: CodeOptions): Container;
export function code(this: Place | void, body: unknown, ...rest: unknown[]): Container {
  const { language = "typescript", lineNumbers, wrapLines, height, width } = gather<CodeOptions>(["language"], rest);
  if (language !== null && typeof language !== "string") {
    throw new AppError("argument", `st.code: language must be a name such as "typescript", or null, not ${quote(language)}`);
  }
  checkSize("st.code", "height", height, ["stretch", "content"]);
  checkSize("st.code", "width", width, ["stretch", "content"]);
  return here(this as Container).element(Code, {
    body: String(body)
      .replace(/^(?:[ \t]*\r?\n)+/, "")
      .trimEnd(),
    language: language ?? undefined,
    lineNumbers: lineNumbers || undefined,
    wrapLines: wrapLines || undefined,
    height,
    width,
  });
}
