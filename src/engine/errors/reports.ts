import type { ErrorReport } from "../../protocol/messages.ts";
import type { EngineCore } from "../engine.ts";
import { createStackMapper, type StackMapper } from "../modules/stack.ts";
import type { Run } from "../runs/run.ts";
import { AppError } from "./errors.ts";
import { explain } from "./explain.ts";

const STACK_FRAMES = 50;

/** Errors as people read them: in the lines of the script, with the way out, and no more than they may see. */
export class Reports {
  private readonly stacks: StackMapper;

  constructor(
    private readonly core: EngineCore,
    private readonly isProduction: boolean,
    /** What `st` is. */
    private readonly st: () => object,
  ) {
    keepLongStacks();
    this.stacks = createStackMapper(
      (id) => core.modules.compiled(id),
      (id) => core.host.displayPath(id),
    );
  }

  /** What there is to say of an error, in the words of its author. */
  make(error: unknown, run: Run | undefined): ErrorReport {
    const report = this.displayed(this.stacks.report(error));
    const own = error instanceof AppError && error.hint !== undefined ? { ...report, hint: error.hint } : report;
    return explain(own, { run, secrets: this.core.host.secrets(), st: this.st() });
  }

  /** With files as people know them. */
  displayed(report: ErrorReport): ErrorReport {
    if (!report.frames) return report;
    return { ...report, frames: report.frames.map((frame) => ({ ...frame, file: this.core.host.displayPath(frame.file) })) };
  }

  /** A report as text, for the log. */
  describe(error: unknown, report: ErrorReport): string {
    const frames = (report.frames ?? []).map(({ file, line, column, function: name }) => `    at ${name ? `${name} ` : ""}(${file}:${line}:${column})`);
    const cause = report.frames?.length || error instanceof AppError ? "" : rawStack(error);
    return [`${report.name}: ${report.message}`, ...frames, ...(report.hint ? [`  ${report.hint}`] : [])].join("\n") + cause;
  }

  /** What of an error the page may show. */
  redact(report: ErrorReport): ErrorReport {
    const raw = this.core.option<unknown>("client.showErrorDetails", this.isProduction ? "none" : "full");
    const level = raw === true ? "full" : raw === false ? "stacktrace" : raw;
    if (level === "full") return report;
    const { name } = report;
    const message = "The app has met an error. Its full text is in the log of the server.";
    if (level === "stacktrace") return { name, message, ...(report.frames ? { frames: report.frames } : {}) };
    return level === "type" ? { name, message } : { name: "Error", message };
  }
}

/** The stack as it is, for errors that came from nowhere in the script. Reading it may throw. */
function rawStack(error: unknown): string {
  try {
    return error instanceof Error && error.stack ? `\n${error.stack}` : "";
  } catch {
    return "";
  }
}

/** The ten frames V8 keeps may all be the engine's; the user's come after them. */
function keepLongStacks(): void {
  const holder = Error as { stackTraceLimit?: number };
  if (holder.stackTraceLimit !== undefined && holder.stackTraceLimit < STACK_FRAMES) holder.stackTraceLimit = STACK_FRAMES;
}
