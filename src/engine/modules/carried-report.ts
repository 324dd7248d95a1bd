import type { ErrorReport } from "../../protocol/messages.ts";

const reports = new WeakMap<object, ErrorReport>();

/** Errors of another thread have no stack of this one: what is known of them comes along. */
export function carryReport(error: object, report: ErrorReport): void {
  reports.set(error, report);
}

/** The report that came with an error; undefined for errors of this thread. */
export function carriedReport(thrown: unknown): ErrorReport | undefined {
  return typeof thrown === "object" && thrown !== null ? reports.get(thrown) : undefined;
}

/** A stack as the language writes it, in the author's own lines. */
export function mappedStack({ name, message, frames = [] }: ErrorReport): string {
  const lines = frames.map(({ file, line, column, function: fn }) => `    at ${fn ? `${fn} (${file}:${line}:${column})` : `${file}:${line}:${column}`}`);
  return [message ? `${name}: ${message}` : name, ...lines].join("\n");
}
