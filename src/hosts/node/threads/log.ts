import pc from "picocolors";

export type LogLevel = "debug" | "info" | "warning" | "error";
export type Log = (level: LogLevel, message: string) => void;

const RANK: Record<LogLevel, number> = { error: 0, warning: 1, info: 2, debug: 3 };
const PAINT: Record<LogLevel, (text: string) => string> = { error: pc.red, warning: pc.yellow, info: String, debug: pc.dim };

/**
 * Writes lines for the person at the terminal.
 *
 * @param option `logger.level` decides what is written, `logger.messageFormat` how.
 * @param write Takes finished lines. Default: standard error.
 * @example const log = createLog(option); log("warning", "No script is watched.");
 */
export function createLog(option: (name: string) => unknown, write: (line: string) => void = (line) => void process.stderr.write(line)): Log {
  return (level, message) => {
    const most = RANK[option("logger.level") as LogLevel] ?? RANK.info;
    if (RANK[level] > most) return;
    const line = String(option("logger.messageFormat") ?? "%(message)s")
      .replaceAll("%(asctime)s", () => new Date().toISOString())
      .replaceAll("%(levelname)s", () => level.toUpperCase())
      .replaceAll("%(message)s", () => message);
    write(`${PAINT[level](line)}\n`);
  };
}
