import { here, type Place } from "../../engine/screen/place.ts";
import { defineKind, type Kind } from "../../protocol/kind.ts";
import { checkIcon, checkSize, cleanText } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface AlertProps {
  body: string;
  icon?: string | undefined;
  title?: string | undefined;
  width?: number | "stretch" | "content" | undefined;
}

export interface AlertOptions {
  /** An emoji, or `:material/name:`, before the text. */
  icon?: string | undefined;
  /** A bold line above the text. Markdown. */
  title?: string | undefined;
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

const testid = "stAlert";
export const Success = defineKind<AlertProps, string>()("success", { testid });
export const Info = defineKind<AlertProps, string>()("info", { testid });
export const Warning = defineKind<AlertProps, string>()("warning", { testid });
export const Failure = defineKind<AlertProps, string>()("error", { testid });

/**
 * Shows good news in a green box.
 *
 * @param body - The text. Markdown.
 * @param options - `icon`, `title`, `width`.
 * @returns The place of the box, through which it can be replaced.
 * @throws AppError for an icon that is none.
 * @example
 * st.success("Saved.", { icon: "✅" });
 */
export function success(this: Place | void, body: unknown, options: AlertOptions = {}): Container {
  return alert(here(this as Container), Success, body, options);
}

/**
 * Says something worth knowing in a blue box.
 *
 * @param body - The text. Markdown.
 * @param options - `icon`, `title`, `width`.
 * @returns The place of the box, through which it can be replaced.
 * @throws AppError for an icon that is none.
 * @example
 * st.info("Figures are updated every Monday.");
 */
export function info(this: Place | void, body: unknown, options: AlertOptions = {}): Container {
  return alert(here(this as Container), Info, body, options);
}

/**
 * Warns in a yellow box.
 *
 * @param body - The text. Markdown.
 * @param options - `icon`, `title`, `width`.
 * @returns The place of the box, through which it can be replaced.
 * @throws AppError for an icon that is none.
 * @example
 * st.warning("Some rows have no date.", { icon: ":material/warning:" });
 */
export function warning(this: Place | void, body: unknown, options: AlertOptions = {}): Container {
  return alert(here(this as Container), Warning, body, options);
}

/**
 * Tells of a failure in a red box; `exception` shows an error object with its place.
 *
 * @param body - The text. Markdown.
 * @param options - `icon`, `title`, `width`.
 * @returns The place of the box, through which it can be replaced.
 * @throws AppError for an icon that is none.
 * @example
 * st.error("The file could not be read.");
 */
export function error(this: Place | void, body: unknown, options: AlertOptions = {}): Container {
  return alert(here(this as Container), Failure, body, options);
}

function alert(place: Container, kind: Kind<string, AlertProps, string>, body: unknown, { icon, title, width }: AlertOptions): Container {
  const command = `st.${kind.name}`;
  checkSize(command, "width", width, ["stretch", "content"]);
  return place.element(kind, { body: cleanText(body), icon: checkIcon(command, icon), title: title === undefined ? undefined : cleanText(title), width });
}
