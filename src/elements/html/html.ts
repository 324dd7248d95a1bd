import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { currentCore } from "../../engine/runs/scope.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, quote } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface HtmlProps {
  body: string;
  /** True when it only brings styles: it takes no room then. */
  styles?: boolean | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface HtmlOptions {
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

export const Html = defineKind<HtmlProps, string>()("html");

/**
 * Puts HTML into the page. It is cleaned first: scripts, handlers and addresses that run code go; styles stay, and
 * count for the whole page.
 *
 * @param body - The HTML, or the path of a file that ends in `.html`, `.svg` or `.css`.
 * @param options - `width`.
 * @returns The place of it, through which it can be replaced.
 * @throws AppError when it is blank, or the file cannot be read.
 * @example
 * st.html("<p>Hold <kbd>Shift</kbd> to select several rows.</p>");
 */
export function html(this: Place | void, body: string, options: HtmlOptions = {}): Container {
  const { width } = options;
  checkSize("st.html", "width", width, ["stretch", "content"]);
  if (typeof body !== "string") throw new AppError("argument", `st.html: body must be text, not ${quote(body)}`);
  const text = isPath(body) ? fileText(body.trim()) : body;
  if (text.trim() === "") throw new AppError("argument", "st.html: body cannot be blank", { hint: "Give it some HTML, or the path of a file with some." });
  return here(this as Container).element(Html, { body: text, styles: holdsOnlyStyles(text) || undefined, width });
}

function isPath(body: string): boolean {
  return body.length < 1000 && !/[<\n]/.test(body) && /\.(?:html?|svg|css)$/i.test(body.trim());
}

function fileText(path: string): string {
  const read = currentCore()?.host.readText;
  if (!read) throw new AppError("argument", `st.html: files cannot be read here: ${quote(path)}`, { hint: "Give it the HTML itself." });
  let text: string;
  try {
    text = read(path);
  } catch (cause) {
    throw new AppError("argument", `st.html: the file ${quote(path)} cannot be read`, {
      hint: "Paths are relative to the folder the app was started in.",
      cause,
    });
  }
  return /\.css$/i.test(path) ? `<style>${text}</style>` : text;
}

function holdsOnlyStyles(text: string): boolean {
  return /<style\b/i.test(text) && text.replace(/<style\b[\s\S]*?<\/style\s*>|<!--[\s\S]*?-->/gi, "").trim() === "";
}
