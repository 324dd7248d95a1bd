import { suggestion } from "../config/config.ts";
import { nearestName } from "../../../engine/nearest-name.ts";
import { OPTIONS } from "../config/options.ts";
import type { Inspect } from "../threads/inspector.ts";

/** Something is wrong with what was typed; the command ends with status 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A command line, taken apart. */
export interface CommandLine {
  /** The command and its own arguments. */
  words: string[];
  /** `--section.option value`, by name of the option. */
  flags: Record<string, string>;
  /** `--production` and the like. */
  switches: string[];
  /** What follows `--`: for the script, as written. */
  scriptArgs: string[];
  /** `--inspect` or `--inspect-brk`: where debuggers connect. */
  inspect?: Inspect;
}

/** Flags without a section. */
export const SWITCHES = ["production", "smoke", "allow-error", "help", "version"] as const;
const SHORT: Readonly<Record<string, string>> = { "-h": "help", "-v": "version" };
/** Former names of options. */
const FORMER: Readonly<Record<string, string>> = { log_level: "logger.level" };

const types = new Map(OPTIONS.map(({ name, type }) => [name, type]));
const TRUTH = /^(true|false|yes|no|on|off|0|1)$/i;

/** Reads `9230`, `localhost`, `0.0.0.0:9230` or `[::1]:9230`; nothing means what Node means by it. */
function readInspect(name: string, given: string): Inspect {
  const [, address, digits] = /^(?:(.*?):)?(\d+)$/.exec(given) ?? [undefined, given, undefined];
  const port = digits === undefined ? 9229 : Number(digits);
  if (port > 65_535) throw new UsageError(`--${name} needs a port between 0 and 65535, but is ${given}. Write for example: --${name}=127.0.0.1:9229`);
  return { host: address?.replaceAll(/^\[|\]$/g, "") || "127.0.0.1", port, isWaiting: name === "inspect-brk" };
}

function unknown(name: string): UsageError {
  if (name.includes(".")) return new UsageError(`--${name} is no option.${suggestion(name, "--")}`);
  const guess = nearestName(name, [...SWITCHES, "inspect", "inspect-brk", ...types.keys()]) ?? [...types.keys()].find((known) => known.endsWith(`.${name}`));
  return new UsageError(
    `--${name} is no option.${guess ? ` Did you mean --${guess}?` : " `rivulet help` lists what there is."} What is meant for the script follows --`,
  );
}

/**
 * Takes a command line apart. Values stay text: only the option knows what its value means.
 *
 * @param argv Arguments without the program's name.
 * @throws UsageError for an option that does not exist or lacks its value, naming the nearest right one.
 * @example readCommandLine(["run", "app.ts", "--server.port", "8502", "--", "--mine"])
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const end = argv.indexOf("--");
  const own = end < 0 ? [...argv] : argv.slice(0, end);
  const line: CommandLine = { words: [], flags: {}, switches: [], scriptArgs: end < 0 ? [] : argv.slice(end + 1) };
  while (own.length > 0) {
    const word = own.shift() as string;
    if (!word.startsWith("-") || word === "-") {
      line.words.push(word);
      continue;
    }
    const at = word.indexOf("=");
    const written = SHORT[word] ?? (at < 0 ? word : word.slice(0, at)).replace(/^--?/, "");
    const name = FORMER[written] ?? written;
    if ((SWITCHES as readonly string[]).includes(name)) {
      line.switches.push(name);
      continue;
    }
    if (name === "inspect" || name === "inspect-brk") {
      line.inspect = readInspect(name, at < 0 ? "" : word.slice(at + 1));
      continue;
    }
    const type = types.get(name);
    // Options without a meaning here still take their value; unknown ones are refused when the settings are read.
    if (!type && !name.includes(".")) throw unknown(name);
    if (at >= 0) line.flags[name] = word.slice(at + 1);
    else if (type === "boolean" && !TRUTH.test(own[0] ?? "")) line.flags[name] = "true";
    else if (own.length === 0 || (own[0] as string).startsWith("--")) {
      if (!type) throw unknown(name);
      throw new UsageError(`--${name} needs a value, for example: --${name} ${type === "integer" ? "1" : "text"}`);
    } else line.flags[name] = own.shift() as string;
  }
  return line;
}
