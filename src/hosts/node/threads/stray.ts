/** What user code asked of the process that only its host may decide. */
export class ProcessCallError extends Error {
  override name = "ProcessCallError";
}

/**
 * Turns calls that would end or move the process into errors of the run that made them,
 * and hands errors nobody caught to `report`, so that a script can never take its thread down.
 *
 * @param report Takes errors that belong to no call any more.
 * @example guardProcess((error) => engine.strayError(error))
 */
export function guardProcess(report: (error: unknown) => void): void {
  const refuse = (call: string, instead: string) => (): never => {
    throw new ProcessCallError(`process.${call} would end the server for everybody. ${instead}`);
  };
  const { kill } = process;
  const stop = "Call st.stop() to end this run.";
  Object.assign(process, {
    exit: refuse("exit()", stop),
    reallyExit: refuse("reallyExit()", stop),
    abort: refuse("abort()", stop),
    chdir: refuse("chdir()", "Paths are relative to the folder the server was started in; use path.resolve() instead."),
    kill: (pid: number, signal?: string | number) => {
      if (signal !== 0 && Math.abs(pid) === process.pid) refuse("kill(process.pid)", stop)();
      return kill.call(process, pid, signal);
    },
  });
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}
