import { rmSync } from "node:fs";
import { join } from "node:path";

import { cac } from "cac";
import pc from "picocolors";

import { VERSION } from "../../../engine/runs/scope.ts";
import { readConfig } from "../config/config.ts";
import { showConfig } from "../config/show.ts";
import { ConfigError } from "../config/value.ts";
import { type CommandLine, readCommandLine, UsageError } from "./flags.ts";
import { showDocs } from "./docs.ts";
import { help, unknownCommand } from "./help.ts";
import { initProject } from "./init.ts";
import { serve } from "./serve.ts";
import { smoke } from "./smoke.ts";
import { findScript } from "./target.ts";
import type { Terminal } from "./terminal.ts";
import { runTests } from "./tests.ts";

/** Empties the folder where results of cached functions are kept on disk. */
export function clearDiskCache(cwd: string): void {
  rmSync(join(cwd, ".rivulet", "cache"), { recursive: true, force: true });
}

function noMore(words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`"${words[0]}" is one word too many. What is meant for the script follows --`);
}

/** A command of two words, of which the second cannot be left out. */
function checkWord(command: string, word: string, given: string | undefined, more: readonly string[]): void {
  if (given === undefined) throw new UsageError(`"${command}" needs one more word. Write: rivulet ${command} ${word}`);
  if (given !== word) throw new UsageError(`"${command} ${given}" is no command. Write: rivulet ${command} ${word}`);
  noMore(more);
}

function showSettings(line: CommandLine, terminal: Terminal): number {
  const config = readConfig({ cwd: terminal.cwd, home: terminal.home, env: terminal.env, flags: line.flags });
  for (const warning of config.warnings) terminal.error(`${pc.yellow(warning)}\n`);
  terminal.out(showConfig(config));
  return 0;
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

type Status = number | Promise<number>;

/** Declares every command; `status` takes the exit status of the one that runs. */
function declare(line: CommandLine, terminal: Terminal, status: (code: Status) => void) {
  const cli = cac("rivulet");
  const alone =
    (run: () => Status) =>
    (more: string[] = []) => {
      noMore(more);
      status(run());
    };
  cli.command("run [target] [...more]").action((target?: string, more: string[] = []) => {
    noMore(more);
    status(findScript(target, terminal.cwd).then((script) => serve(script, line, terminal)));
  });
  cli.command("hello [...more]").action(alone(() => serve(terminal.hello, line, terminal, { isHello: true })));
  cli.command("docs [command] [...more]").action((command?: string, more: string[] = []) => {
    noMore(more);
    status(showDocs(command, line, terminal));
  });
  cli.command("init [folder] [...more]").action((folder?: string, more: string[] = []) => {
    noMore(more);
    status(initProject(folder, terminal));
  });
  cli.command("test [...paths]").action((paths: string[] = []) => {
    status(line.switches.includes("smoke") ? smoke(paths, line, terminal) : runTests(paths, line, terminal));
  });
  cli.command("config [show] [...more]").action((what?: string, more: string[] = []) => {
    checkWord("config", "show", what, more);
    status(showSettings(line, terminal));
  });
  cli.command("cache [clear] [...more]").action((what?: string, more: string[] = []) => {
    checkWord("cache", "clear", what, more);
    clearDiskCache(terminal.cwd);
    status(print(terminal, "The cache on disk is empty.\n"));
  });
  cli.command("version").action(() => status(version(terminal)));
  cli.command("help [...command]").action((words: string[] = []) => status(print(terminal, help(words))));
  return cli;
}

const version = (terminal: Terminal): number => print(terminal, `Rivulet, version ${VERSION}\n`);

async function execute(argv: readonly string[], terminal: Terminal): Promise<number> {
  const line = readCommandLine(argv);
  if (line.switches.includes("version")) return version(terminal);
  if (line.switches.includes("help") || line.words.length === 0) return print(terminal, help(line.words));
  let result: Status | undefined;
  const cli = declare(line, terminal, (code) => (result = code));
  cli.parse(["node", "rivulet", ...line.words], { run: false });
  if (!cli.matchedCommand) throw unknownCommand(line.words);
  await cli.runMatchedCommand();
  return (await result) ?? 0;
}

/**
 * Runs the command line.
 *
 * @param argv Arguments without node and program.
 * @param terminal Where to write and whom to listen to.
 * @returns Exit status: 0, 1 for settings that cannot be used or tests that fail, 2 for a wrong command line.
 * @example process.exitCode = await main(process.argv.slice(2), processTerminal(new URL("./", import.meta.url)));
 */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await execute(argv, terminal);
  } catch (error) {
    const isUsage = error instanceof UsageError || (error as Error).name === "CACError" || (error as Error).message.startsWith("--");
    if (!isUsage && !(error instanceof ConfigError)) throw error;
    const message =
      (error as Error).name === "CACError" ? `${(error as Error).message}. \`rivulet help\` shows how commands are written.` : (error as Error).message;
    terminal.error(`${pc.red("Error:")} ${message}\n`);
    return isUsage ? 2 : 1;
  }
}
