import { isAbsolute, relative } from "node:path";
import { Worker } from "node:worker_threads";

import pc from "picocolors";

import type { ErrorReport } from "../../../protocol/messages.ts";
import { readConfig } from "../config/config.ts";
import { readSecrets } from "../secrets/secrets.ts";
import type { FromSmoke, SmokeResult, SmokeSettings } from "../smoke/messages.ts";
import type { CommandLine } from "./flags.ts";
import { findScript } from "./target.ts";
import type { Terminal } from "./terminal.ts";

/** Time a page has, in seconds, and what a thread that does not even answer then gets on top. */
const SECONDS = 30;
const GRACE = 10;

/** A thread that runs code without end answers nobody: only its end tells. */
function openInThread(url: URL, settings: SmokeSettings, opened: (result: SmokeResult) => void): Promise<void> {
  return new Promise((done) => {
    const worker = new Worker(url, { workerData: settings });
    let path: string | undefined = "";
    const end = (message: string | undefined): void => {
      clearTimeout(timer);
      if (path === undefined) return;
      const troubles: ErrorReport[] = message === undefined ? [] : [{ name: "Error", message }];
      if (message !== undefined) opened({ path, title: "", milliseconds: 0, elements: 0, troubles });
      path = undefined;
      void worker.terminate().then(() => done());
    };
    const late = (): void => end(`The page held its thread for ${SECONDS + GRACE} s without giving way. Look for a loop without an end.`);
    let timer = setTimeout(late, (SECONDS + GRACE) * 1000);
    worker.on("message", (message: FromSmoke) => {
      if (message.type === "done") end(undefined);
      else if (message.type === "opened") opened(message);
      else {
        path = message.path;
        clearTimeout(timer);
        timer = setTimeout(late, (SECONDS + GRACE) * 1000);
      }
    });
    worker.on("error", (error) => end(error.message));
    worker.on("exit", (code) => end(`The thread of the app ended with code ${code}.`));
  });
}

function troubleText({ name, message, frames = [], hint }: ErrorReport, cwd: string): string {
  const lines = [`${pc.red(name)}: ${message.replaceAll("\n", "\n      ")}`];
  for (const { file, line, column, code } of frames.slice(0, 5)) {
    const near = isAbsolute(file) ? relative(cwd, file) : file;
    lines.push(`  at ${near.startsWith("..") ? file : near}:${line}:${column}${code === undefined ? "" : pc.dim(`  ${code.trim()}`)}`);
  }
  if (hint !== undefined) lines.push(pc.dim(`  ${hint}`));
  return lines.map((line) => `      ${line}\n`).join("");
}

function resultText(script: string, { path, title, milliseconds, elements, troubles }: SmokeResult, cwd: string): string {
  const mark = troubles.length === 0 ? pc.green("ok    ") : pc.red("FAILED");
  const what =
    troubles.length === 0
      ? `${elements} element${elements === 1 ? "" : "s"}, ${Math.round(milliseconds)} ms`
      : `${troubles.length} error${troubles.length === 1 ? "" : "s"}`;
  const head = `  ${mark} ${relative(cwd, script)} /${path}${title === "" ? "" : ` ${pc.bold(title)}`} ${pc.dim(`(${what})`)}\n`;
  return head + troubles.map((trouble) => troubleText(trouble, cwd)).join("");
}

/**
 * Opens every page of apps and looks for errors.
 *
 * @param paths Scripts; the usual names when empty.
 * @param line The command line: options, and `--allow-error`.
 * @param terminal Where to write.
 * @returns Exit status: 0 when all pages are well.
 * @throws UsageError for a script that is not there.
 * @example await smoke(["app.ts"], line, terminal)
 */
export async function smoke(paths: readonly string[], line: CommandLine, terminal: Terminal): Promise<number> {
  const { cwd, home, env, threads } = terminal;
  const config = readConfig({ cwd, home, env, flags: line.flags });
  for (const warning of config.warnings) terminal.error(`${pc.yellow(warning)}\n`);
  const secrets = readSecrets({ cwd, home, files: config.values["secrets.files"] as string[] }).values;
  const scripts = await Promise.all((paths.length === 0 ? [undefined] : paths).map((path) => findScript(path, cwd)));
  const results: SmokeResult[] = [];
  for (const script of scripts) {
    const settings = { script, config: config.values, secrets, seconds: SECONDS, isErrorAllowed: line.switches.includes("allow-error") };
    await openInThread(threads.smoke, settings, (result) => {
      results.push(result);
      terminal.out(resultText(script, result, cwd));
    });
  }
  const failed = results.filter(({ troubles }) => troubles.length > 0).length;
  const pages = `${results.length} page${results.length === 1 ? "" : "s"} opened`;
  terminal.out(failed === 0 ? `\n${pages}, none shows an error.\n` : `\n${pages}, ${pc.red(`${failed} failed`)}.\n`);
  return failed === 0 ? 0 : 1;
}
