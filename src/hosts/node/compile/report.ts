import type { ErrorReport } from "../../../protocol/messages.ts";
import { positionAt } from "./position.ts";

/** Ends a compilation: what it carries is shown to the author. */
export class CompileFailure extends Error {
  readonly report: ErrorReport;

  constructor(report: ErrorReport) {
    super(report.message);
    this.name = report.name;
    this.report = report;
  }
}

/** A report that points at an offset of a file. */
export function reportAt(file: string, source: string, offset: number, error: { name: string; message: string; hint?: string | undefined }): ErrorReport {
  const { line, column, text } = positionAt(source, offset);
  return {
    name: error.name,
    message: error.message,
    frames: [{ file, line, column, code: text }],
    ...(error.hint ? { hint: error.hint } : {}),
  };
}
