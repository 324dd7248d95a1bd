import { heldNotice } from "../../protocol/held-notice.ts";
import type { EngineCore } from "../engine.ts";
import type { EngineSession } from "../host.ts";
import type { Run } from "../runs/run.ts";
import { currentScope } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { ControlSignal, readable } from "./errors.ts";

/** Of one run: a loop of them would bury page and log. */
const MOST_STRAYS = 20;

/** Tells the log, and the page of the session, which line of the script holds the thread. */
export function sayWhere(session: Session, run: Run): void {
  const { reports, host } = session.core;
  const { frames = [] } = reports.make(new Error("here"), undefined);
  const [frame] = frames;
  if (!frame) return;
  const { file, line, column, code } = frame;
  // Asked again later in the same run, it is for the page alone.
  if (!run.once.has("where")) host.log("warning", `Session ${session.id} holds its thread at ${file}:${line}:${column}${code ? `: ${code.trim()}` : ""}`);
  run.once.add("where");
  session.send(heldNotice({ seconds: session.stop.heldFor?.() ?? 0, frames: reports.redact({ name: "", message: "", frames }).frames }));
}

/**
 * Something is likely wrong with what a run draws: said once a run, with the line.
 *
 * @param call - Made where the line is, if that is elsewhere.
 */
export function saySuspicion({ reports, host }: EngineCore, run: Run, what: string, hint: string, call: Error = new Error(what)): void {
  if (run.once.has(what)) return;
  run.once.add(what);
  const report = reports.make(call, run);
  const { frames = [] } = report;
  host.log("warning", `${what}${frames[0] ? ` (${frames[0].file}:${frames[0].line})` : ""}. ${hint}`);
  if (reports.redact(report) === report) run.live?.send({ type: "notice", level: "warning", message: `${what}.`, hint, frames });
}

/**
 * An error nobody caught: it ends nothing, and is shown in the session whose code it came from.
 *
 * @param fallback Where it is shown when nobody knows whose code it was: for a host with one session only.
 */
export function sayStray(core: EngineCore, thrown: unknown, fallback?: EngineSession): void {
  if (thrown instanceof ControlSignal) return;
  const { host, reports } = core;
  const error = readable(thrown);
  const run = currentScope()?.run;
  if (run && ++run.strays > MOST_STRAYS) return;
  if (run?.strays === MOST_STRAYS)
    host.log("warning", `Errors that nobody catches are left out from here on: session ${run.sessionId} has had ${MOST_STRAYS} in one run.`);
  const report = reports.make(error, run);
  host.log("error", `Nobody caught this error:\n${reports.describe(error, report)}`);
  const session = (run && [...core.sessions].find((one) => one.id === run.sessionId)) ?? (fallback as Session | undefined);
  const { name, message, hint, frames } = reports.redact(report);
  session?.send({
    type: "notice",
    level: "error",
    message: `${name}: ${message}`,
    hint: hint ?? "Nobody caught this error: await what the script starts, or catch it there.",
    ...(frames ? { frames } : {}),
  });
}
