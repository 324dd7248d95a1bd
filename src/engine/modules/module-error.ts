import type { ErrorReport } from "../../protocol/messages.ts";

/** A module cannot be imported: the report tells what, where and what to do. */
export class ModuleError extends Error {
  readonly report: ErrorReport;
  /** As Node has it, for scripts that import what may be missing. */
  readonly code: "ERR_MODULE_NOT_FOUND" | undefined;

  constructor(report: ErrorReport) {
    super(report.message);
    this.name = report.name;
    const isMissing = report.name === "ModuleNotFound" || report.name === "FileNotFound";
    this.code = isMissing ? "ERR_MODULE_NOT_FOUND" : undefined;
    this.report = report;
  }
}
