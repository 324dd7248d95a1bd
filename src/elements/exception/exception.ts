import { Exception, type ExceptionProps } from "../../engine/errors/exception-kind.ts";
import { active, here, type Place } from "../../engine/screen/place.ts";
import { checkSize } from "../arguments.ts";
import type { Container } from "../index.ts";

export interface ExceptionOptions {
  /** Default `"stretch"`. */
  width?: number | "stretch" | "content" | undefined;
}

/**
 * Shows an error with the lines of the script it came through; the script goes on.
 *
 * @param error - What was caught; anything can be thrown, so anything can be shown.
 * @param options - `width`.
 * @returns The place of the box, through which it can be replaced.
 * @throws AppError for a bad width.
 * @example
 * try {
 *   await load();
 * } catch (error) {
 *   st.exception(error);
 * }
 */
export function exception(this: Place | void, error: unknown, { width }: ExceptionOptions = {}): Container {
  checkSize("st.exception", "width", width, ["stretch", "content"]);
  const props: ExceptionProps & ExceptionOptions = { ...reportOf(error), ...(width === undefined ? {} : { width }) };
  return here(this as Container).element(Exception, props);
}

function reportOf(error: unknown): ExceptionProps {
  const { run } = active();
  // Work that several sessions share belongs to none of them, and has no stack of one's own script to show.
  if (!run) return error instanceof Error ? { name: error.name, message: error.message } : { name: "Error", message: String(error) };
  return run.session().core.reports.make(error, run);
}
