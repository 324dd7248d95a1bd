import pc from "picocolors";

import { nearestName } from "../../../engine/nearest-name.ts";
import { UsageError } from "./flags.ts";

type Row = readonly [what: string, about: string];

/** One command: how it is written, what it does, and what may follow it. */
interface Command {
  usage: string;
  about: string;
  rows: readonly Row[];
  examples: readonly string[];
}

const OPTION: Row = ["--section.option value", "Any option of `rivulet config show`, for example --server.port 8502"];
const HELP: Row = ["-h, --help", "Print this"];

/** Every command, in the order help prints them. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  run: {
    usage: "run [script] [options] [-- arguments]",
    about: "Serve a script as an app: a path or an http(s) address",
    rows: [
      ["script", "app.ts, src/app.ts or streamlit_app.ts when left out, and in a folder"],
      ["--production", "Watch no files, keep details of errors to the log, show the viewer's menu"],
      ["--inspect[=host:port]", "Let a debugger connect to the script; 127.0.0.1:9229 when nothing is said"],
      ["--inspect-brk[=host:port]", "The same, and wait for it at the first line"],
      OPTION,
      ["-- arguments", "What follows is for the script, in process.argv"],
    ],
    examples: ["rivulet run app.ts", "rivulet run app.ts --server.port 8502 -- --city Berlin", "rivulet run https://example.org/app.ts"],
  },
  hello: { usage: "hello [options]", about: "Serve the demo", rows: [OPTION], examples: ["rivulet hello"] },
  docs: {
    usage: "docs [command] [options]",
    about: "Serve the documentation and open it in the browser",
    rows: [["command", "Of st, such as slider: the documentation opens there"], OPTION],
    examples: ["rivulet docs", "rivulet docs slider"],
  },
  init: {
    usage: "init [folder]",
    about: "Make a project: app, test, editor and build service",
    rows: [["folder", "Made if it is not there; the working directory when left out. Files that are there are never overwritten"]],
    examples: ["rivulet init my-app"],
  },
  test: {
    usage: "test [paths] [--smoke]",
    about: "Run the project's tests, or open every page and look for errors",
    rows: [
      ["paths", "Tests to run; with --smoke, the scripts to open (app.ts when left out)"],
      ["--smoke", "No tests needed: open every page of the app and fail when one shows an error"],
      ["--allow-error", "With --smoke, let pages show boxes of st.error; errors that were thrown still fail"],
      OPTION,
    ],
    examples: ["rivulet test", "rivulet test --smoke", "rivulet test --smoke app.ts admin.ts"],
  },
  "config show": {
    usage: "config show [options]",
    about: "Print all options, their values and where each comes from",
    rows: [OPTION],
    examples: ["rivulet config show > .rivulet/config.toml"],
  },
  "cache clear": { usage: "cache clear", about: "Delete what cached functions keep on disk", rows: [], examples: ["rivulet cache clear"] },
  version: { usage: "version", about: "Print the version", rows: [], examples: ["rivulet version"] },
  help: { usage: "help [command]", about: "Print what a command does, or this", rows: [], examples: ["rivulet help run"] },
};

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(([what]) => what.length)) + 3;
  return rows.map(([what, about]) => `  ${pc.bold(what)}${" ".repeat(width - what.length)}${about}`);
}

function overview(): string {
  const rows = Object.entries(COMMANDS).map(([name, { about }]): Row => [`rivulet ${name === "run" ? "run app.ts" : name}`, about]);
  return [
    `${pc.bold("Rivulet")} turns a TypeScript script into a live data app.`,
    "",
    ...table(rows),
    "",
    ...table([
      ["--production", "Serve without watching, details of errors or the developer's menu"],
      OPTION,
      ["-h, --help", "After a command: what it takes"],
      ["-v, --version", "Print the version"],
    ]),
    "",
    `  First steps: ${pc.cyan("rivulet init my-app")}, or ${pc.cyan("rivulet hello")} for a look around.`,
    "",
  ].join("\n");
}

/**
 * What a command does and takes; of all commands when none is named.
 *
 * @throws UsageError for a command that does not exist, with the nearest one.
 * @example terminal.out(help(["run"]))
 */
export function help(words: readonly string[]): string {
  if (words.length === 0) return overview();
  const [word = ""] = words;
  const name = Object.keys(COMMANDS).find((one) => one === words.join(" ") || one.split(" ")[0] === word);
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command) throw unknownCommand(words);
  return [
    `${pc.bold(`rivulet ${command.usage}`)}`,
    "",
    `${command.about}.`,
    "",
    ...table([...command.rows, HELP]),
    "",
    "Examples:",
    "",
    ...command.examples.map((example) => `  ${pc.cyan(example)}`),
    "",
  ].join("\n");
}

/** For a word that is no command: the command it may be meant for. */
export function unknownCommand(words: readonly string[]): UsageError {
  const [word = ""] = words;
  if (/\.[cm]?[jt]sx?$/.test(word)) return new UsageError(`Did you mean: rivulet run ${word}`);
  const names = Object.keys(COMMANDS);
  const guess = nearestName(
    word,
    names.map((name) => name.split(" ")[0] as string),
  );
  const meant = names.find((name) => guess !== undefined && name.startsWith(guess));
  return new UsageError(`"${word}" is no command.${meant ? ` Did you mean rivulet ${meant}?` : " `rivulet help` lists them."}`);
}
