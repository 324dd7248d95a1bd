import { AppError } from "../engine/errors/errors.ts";
import { quote } from "../engine/errors/quote.ts";
import { inCamelCase, meantName } from "../engine/nearest-name.ts";
import { standsFor } from "../engine/originals.ts";
import { OPTION_NAMES } from "./option-names.ts";
import { refuseLabelInOptions, secondOf } from "./options-first.ts";
import { isOptions, Surplus } from "./widget.ts";

type Command = (...args: unknown[]) => unknown;

interface Known {
  /** From which argument on options may stand. */
  from: number;
  /** In how many places, from the first on, values may stand that are no objects. */
  values: number;
  /** The same for functions. */
  functions: number;
  names: ReadonlySet<string>;
}

/** Commands that look for themselves at values in the place of options; `columns` has a word on functions, too. */
const TAKE_VALUES = new Set([
  "cacheData",
  "cacheResource",
  "caption",
  "chatMessage",
  "code",
  "container",
  "dataframe",
  "form",
  "grid",
  "header",
  "json",
  "markdown",
  "metric",
  "popover",
  "progress",
  "rerun",
  "setPageConfig",
  "skeleton",
  "status",
  "subheader",
  "title",
]);
const TAKE_FUNCTIONS = new Set(["cacheData", "cacheResource", "columns", "rerun", "setPageConfig"]);

/** Commands that have a use for a promise, or a word of their own on it. */
const TAKE_PROMISES = new Set(["write", "writeStream", "help"]);

const known = new Map<string, Known>();
for (const line of OPTION_NAMES.trim().split("\n")) {
  const [command = "", from, values, functions, ...names] = line.split(" ");
  known.set(command, { from: Number(from), values: Number(values), functions: Number(functions), names: new Set(names) });
}

/**
 * Commands that refuse options they do not have, and promises in the place of values, before anything else.
 *
 * @param commands - By name; what is no function, or has no options, stays as it is.
 * @param group - What the names begin with.
 * @returns The same commands, with the check before each.
 */
export function checked<C extends object>(commands: C, group = ""): C {
  const entries = Object.entries(commands).map(([name, command]) => {
    if (typeof command === "function") return [name, withCheck(group + name, command as Command)];
    return [name, known.has(`${name}.Column`) ? checked(command as object, `${name}.`) : command];
  });
  return Object.fromEntries(entries) as C;
}

function withCheck(name: string, command: Command): Command {
  const options = known.get(name);
  const takesPromises = TAKE_PROMISES.has(name);
  if (!options && takesPromises) return command;
  const { from, names } = options ?? { from: Number.POSITIVE_INFINITY, names: new Set<string>() };
  const values = (TAKE_VALUES.has(name) ? undefined : options?.values) ?? Number.POSITIVE_INFINITY;
  const functions = (TAKE_FUNCTIONS.has(name) ? undefined : options?.functions) ?? Number.POSITIVE_INFINITY;
  const second = secondOf(name, names);
  function guarded(this: unknown, ...given: unknown[]): unknown {
    if (from > 0) refuseLabelInOptions(name, names, given[0]);
    const meant = isEach(given) ? given.slice(0, 1) : given;
    const args = second ? second.settle(meant) : meant;
    for (let at = 0; at < args.length; at += 1) {
      const arg = args[at];
      if (arg === undefined || arg === null) continue;
      if (typeof arg !== "object") {
        if (at >= (typeof arg === "function" ? functions : values)) throw misplaced(name, arg, names);
        continue;
      }
      if (at < from || (second && at === 1)) {
        if (!takesPromises && arg instanceof Promise) throw promised(name);
        continue;
      }
      if (!isOptions(arg)) {
        if (arg instanceof Promise) throw promised(name);
        continue;
      }
      // What a decorator gets besides the method.
      if (typeof arg.addInitializer === "function") continue;
      for (const option in arg) {
        const value = arg[option];
        if (value === undefined) continue;
        if (!names.has(option)) throw unknown(name, option, names);
        if (option === second?.name) throw new AppError("argument", `st.${name}: ${option} is given twice`);
        // Of a callback the widget itself says more.
        if (value instanceof Promise && !option.startsWith("on")) throw promised(name, option);
      }
    }
    try {
      return command.apply(this, args);
    } catch (error) {
      throw error instanceof Surplus ? misplaced(name, error.argument, names) : error;
    }
  }
  standsFor(guarded, command);
  return Object.defineProperties(guarded, Object.getOwnPropertyDescriptors(command));
}

/** What `values.forEach(st.text)` passes: the value, where it stands, and all of them. */
function isEach(given: readonly unknown[]): boolean {
  const [value, at, all] = given;
  return given.length === 3 && typeof at === "number" && Array.isArray(all) && Object.is(all[at], value);
}

/** A callback or a value that stands alone, where only options may stand: without a word it would be lost. */
function misplaced(command: string, arg: unknown, names: ReadonlySet<string>): AppError {
  const callback = typeof arg === "function" ? CALLBACKS.find((name) => names.has(name)) : undefined;
  const hint = callback === undefined ? `Its options are ${[...names].join(", ")}: write { name: value }.` : `Write { ${callback}: () => work() }.`;
  return new AppError("argument", `st.${command}: ${quote(arg)} stands where only an object of options may stand`, { hint });
}

function unknown(command: string, option: string, names: ReadonlySet<string>): AppError {
  return new AppError("argument", `st.${command}: there is no option ${JSON.stringify(option)}`, { hint: hintFor(inCamelCase(option), names) });
}

/** What different commands call the value they start with, and what others call it. */
const AT_START = ["value", "index", "default"];
const SAID_AT_START = new Set([...AT_START, "defaultValue", "initialValue", "initial", "selected", "checked"]);
/** What different commands call the function for what a person does. */
const CALLBACKS = ["onChange", "onClick", "onSelect", "onSubmit"];

function hintFor(option: string, names: ReadonlySet<string>): string {
  const among = (words: readonly string[]) => words.find((word) => names.has(word));
  const meant = among([option]) ?? (SAID_AT_START.has(option) ? among(AT_START) : CALLBACKS.includes(option) ? among(CALLBACKS) : undefined);
  if (meant === "index") return 'Did you mean "index"? It is the place of an option in the list, from 0; null is none.';
  if (option === "kwargs" && names.has("args")) return "Give everything in args, or call a function that knows the rest: onClick: () => save(id).";
  const all = [...names];
  const near = meant ?? (option.length < 3 ? undefined : all.find((name) => name.startsWith(option))) ?? meantName(option, all);
  return near === undefined ? `Its options are ${all.join(", ")}.` : `Did you mean "${near}"?`;
}

function promised(command: string, option?: string): AppError {
  const where = option === undefined ? "a promise was given" : `${option} is a promise`;
  return new AppError("argument", `st.${command}: ${where}, not the value it will have`, { hint: `Await it first, as in \`st.${command}(await …)\`.` });
}
