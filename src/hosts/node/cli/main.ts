import { rmSync } from "node:fs";
import { join } from "node:path";

import { cac } from "cac";
import pc from "picocolors";

import { VERSION } from "../../../engine/scope.ts";
import { readConfig } from "../config/config.ts";
import { nearest } from "../config/nearest.ts";
import { showConfig } from "../config/show.ts";
import { ConfigError } from "../config/value.ts";
import { type CommandLine, readCommandLine, UsageError } from "./flags.ts";
import { serve } from "./serve.ts";
import { findScript } from "./target.ts";
import type { Terminal } from "./terminal.ts";

const COMMANDS = ["run", "hello", "version", "help", "config show", "cache clear"];

/** Empties the folder where results of cached functions are kept on disk. */
export function clearDiskCache(cwd: string): void {
  rmSync(join(cwd, ".rivulet", "cache"), { recursive: true, force: true });
}

function noMore(words: readonly string[]): void {
  if (words.length > 0) throw new UsageError(`"${words[0]}" is one word too many. What is meant for the script follows --`);
}

/** Declares every command; `status` takes the exit status of the one that runs. */
function declare(line: CommandLine, terminal: Terminal, status: (code: number | Promise<number>) => void) {
  const cli = cac("rivulet");
  const version = (): void => {
    terminal.out(`Rivulet, version ${VERSION}\n`);
    status(0);
  };
  cli.command("run [target] [...more]", "Serve a script as an app: a path or an http(s) address").action((target?: string, more: string[] = []) => {
    noMore(more);
    status(findScript(target, terminal.cwd).then((script) => serve(script, line, terminal)));
  });
  cli.command("hello [...more]", "Serve the demo").action((more: string[] = []) => {
    noMore(more);
    status(serve(terminal.hello, line, terminal, true));
  });
  cli.command("config <show>", "Print all options, their values and where each comes from").action((what: string) => {
    if (what !== "show") throw new UsageError(`"config ${what}" is no command. Write: rivulet config show`);
    const config = readConfig({ cwd: terminal.cwd, home: terminal.home, env: terminal.env, flags: line.flags });
    for (const warning of config.warnings) terminal.error(`${pc.yellow(warning)}\n`);
    terminal.out(showConfig(config));
    status(0);
  });
  cli.command("cache <clear>", "Delete what cached functions keep on disk").action((what: string) => {
    if (what !== "clear") throw new UsageError(`"cache ${what}" is no command. Write: rivulet cache clear`);
    clearDiskCache(terminal.cwd);
    terminal.out("The cache on disk is empty.\n");
    status(0);
  });
  cli.command("version", "Print the version").action(version);
  cli.command("help", "Print this").action(() => {
    terminal.out(help());
    status(0);
  });
  return { cli, version };
}

function help(): string {
  return `${pc.bold("Rivulet")} turns a TypeScript script into a live data app.

  ${pc.bold("rivulet run app.ts")}            Serve a script; an http(s) address works too
  ${pc.bold("rivulet run app.ts -- --mine")}  What follows -- is for the script
  ${pc.bold("rivulet hello")}                 Serve the demo
  ${pc.bold("rivulet config show")}           Print all options, their values and where each comes from
  ${pc.bold("rivulet cache clear")}           Delete what cached functions keep on disk
  ${pc.bold("rivulet version")}               Print the version

  --production                  Watch no files, keep details of errors to the log, show the viewer's menu
  --section.option value        Any option of \`rivulet config show\`, for example --server.port 8502
`;
}

function unknownCommand(words: readonly string[]): UsageError {
  const [word = ""] = words;
  if (/\.[cm]?[jt]sx?$/.test(word)) return new UsageError(`Did you mean: rivulet run ${word}`);
  const guess = nearest(
    word,
    COMMANDS.map((command) => command.split(" ")[0] as string),
  );
  return new UsageError(
    `"${word}" is no command.${guess ? ` Did you mean rivulet ${COMMANDS.find((command) => command.startsWith(guess))}?` : " `rivulet help` lists them."}`,
  );
}

async function execute(argv: readonly string[], terminal: Terminal): Promise<number> {
  const line = readCommandLine(argv);
  let result: number | Promise<number> | undefined;
  const { cli, version } = declare(line, terminal, (code) => (result = code));
  if (line.switches.includes("version")) version();
  else if (line.switches.includes("help") || line.words.length === 0) {
    terminal.out(help());
    result = 0;
  } else {
    cli.parse(["node", "rivulet", ...line.words], { run: false });
    if (!cli.matchedCommand) throw unknownCommand(line.words);
    await cli.runMatchedCommand();
  }
  return (await result) ?? 0;
}

/**
 * Runs the command line.
 *
 * @param argv Arguments without node and program.
 * @param terminal Where to write and whom to listen to.
 * @returns Exit status: 0, 1 for settings that cannot be used, 2 for a wrong command line.
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
