import { AppError } from "../../engine/errors/errors.ts";
import { here, type Place } from "../../engine/screen/place.ts";
import { currentCore } from "../../engine/runs/scope.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkSize, quote } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface HtmlProps {
  body: string;
  /** True when it only brings styles and scripts: it takes no room then. */
  styles?: boolean | undefined;
  /** True when its scripts run. */
  scripts?: boolean | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface HtmlOptions {
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
  /** Runs the `<script>` elements of the HTML, in their order and once for the same HTML. Never with HTML that others wrote. Default false. */
  unsafeAllowJavascript?: boolean | undefined;
}

export const Html = defineKind<HtmlProps, string>()("html");

/**
 * Puts HTML into the page. It is cleaned first: scripts, handlers and addresses that run code go; styles stay, and
 * count for the whole page. With `unsafeAllowJavascript` its scripts stay too; handlers such as `onclick` go all the same, so
 * let the script call `addEventListener`. What a script declares with `const` and `let` is its own.
 *
 * @param body - The HTML, or the path of a file that ends in `.html`, `.svg` or `.css`.
 * @param options - `width`, `unsafeAllowJavascript`.
 * @returns The place of it, through which it can be replaced.
 * @throws AppError when it is blank, or the file cannot be read.
 * @example
 * st.html("<p>Hold <kbd>Shift</kbd> to select several rows.</p>");
 */
export function html(this: Place | void, body: string, options: HtmlOptions = {}): Container {
  const { width, unsafeAllowJavascript = false } = options;
  checkSize("st.html", "width", width, ["stretch", "content"]);
  if (typeof unsafeAllowJavascript !== "boolean") {
    throw new AppError("argument", `st.html: unsafeAllowJavascript must be true or false, not ${quote(unsafeAllowJavascript)}`);
  }
  if (typeof body !== "string") throw new AppError("argument", `st.html: body must be text, not ${quote(body)}`);
  const text = isPath(body) ? fileText(body.trim()) : body;
  if (text.trim() === "") throw new AppError("argument", "st.html: body cannot be blank", { hint: "Give it some HTML, or the path of a file with some." });
  return here(this as Container).element(Html, { body: text, styles: isUnseen(text) || undefined, scripts: unsafeAllowJavascript || undefined, width });
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

function isUnseen(text: string): boolean {
  return /<(?:style|script)\b/i.test(text) && text.replace(/<(style|script)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi, "").trim() === "";
}
