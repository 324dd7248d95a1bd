import { existsSync, readFileSync } from "node:fs";

import { nearestName } from "../../../engine/nearest-name.ts";
import { type CommandLine, UsageError } from "./flags.ts";
import { serve } from "./serve.ts";
import type { Terminal } from "./terminal.ts";

/** The page of a command; written as in a script, or by its name alone. */
function pageOf(command: string, reference: string): string {
  const name = command.replace(/^st\./, "");
  const known = Object.keys((JSON.parse(readFileSync(reference, "utf8")) as { commands: object }).commands);
  const found = known.find((one) => one.toLowerCase() === name.toLowerCase().replaceAll("_", ""));
  if (found !== undefined) return found === "Page" ? "page" : found;
  const guess = nearestName(name, known);
  throw new UsageError(`st has no command ${JSON.stringify(name)}.${guess ? ` Did you mean: rivulet docs ${guess}` : " `rivulet docs` shows all of them."}`);
}

/**
 * Serves the documentation, which is an app itself, and opens it in the browser.
 *
 * @param command A command of `st` to open it at; the beginning when left out.
 * @param line The command line.
 * @param terminal Where to write, and whom to show it.
 * @returns Exit status, once the program is asked to end.
 * @throws UsageError for a command that does not exist, with the nearest one.
 * @example await showDocs("slider", line, terminal)
 */
export function showDocs(command: string | undefined, line: CommandLine, terminal: Terminal): Promise<number> {
  const { script, reference } = terminal.docs;
  if (!existsSync(script)) throw new UsageError(`The documentation is not part of this installation: there is no ${script}. Install the package again.`);
  return serve(script, line, terminal, { path: command === undefined ? undefined : pageOf(command, reference) });
}
