import type { ErrorReport } from "../../protocol/messages.ts";
import { inCamelCase, meantName } from "../nearest-name.ts";
import type { Run } from "../runs/run.ts";
import { QUERY_COMMANDS } from "../request/query-params.ts";
import { FIELD_COMMANDS } from "../request/request-fields.ts";
import { STATE_COMMANDS } from "../state/session-state.ts";
import { missingSecret, SECRETS_COMMANDS } from "../secrets/secrets.ts";
import { knownName } from "./streamlit-names.ts";

export interface Circumstances {
  /** The run that was left by the error. */
  run: Run | undefined;
  secrets: Record<string, unknown>;
  /** What `st` is. */
  st: object;
}

type Explanation = (report: ErrorReport, circumstances: Circumstances) => Partial<ErrorReport> | undefined;

/**
 * Says what a message of the language leaves out: which command, secret or entry was meant, and what to do.
 *
 * @param report - The error as it was thrown; hints it has stay.
 * @param circumstances - What the script could have used.
 * @returns The report, in better words where there are some.
 */
export function explain(report: ErrorReport, circumstances: Circumstances): ErrorReport {
  if (report.name === "AppError") return { ...report, ...promiseGiven(report, circumstances) };
  if (report.name !== "TypeError") return report;
  for (const words of [readOnlyPart, frozenValue, dictionaryCommand, listOfContainers, unknownCommand, starImport, unknownPart, unknownSecret, unknownEntry]) {
    const better = tried(words, report, circumstances);
    if (better) return { ...report, ...better };
  }
  return report;
}

/** Better words are no reason to lose the plain ones. */
function tried(words: Explanation, report: ErrorReport, circumstances: Circumstances): Partial<ErrorReport> | undefined {
  try {
    return words(report, circumstances);
  } catch {
    return undefined;
  }
}

const promiseGiven: Explanation = ({ message, hint }) => {
  if (!/\b(?:a|the) Promise\b|\[object Promise\]/i.test(message) || (hint && /\bawait\b/i.test(hint))) return undefined;
  return { hint: `A promise stands for a value that is still to come: await it first, as in \`const value = await load()\`.${hint ? ` ${hint}` : ""}` };
};

/** Cached functions that a message names, at most. */
const MOST_NAMED = 3;

const READ_ONLY = /read only|not extensible|Cannot (assign|add|delete|define|redefine)|has only a getter/;

/** What only can be read, and what to do instead. */
const INSTEAD_OF_WRITING: Readonly<Record<string, string>> = {
  secrets: "Secrets are changed in secrets.toml. st.secrets.toDict() gives a copy that may be changed.",
  context: "It says what the browser said. Keep values of your own in st.sessionState.",
};

/** `st.secrets.db.user = "x"`, `st.context.locale = "de"` */
const readOnlyPart: Explanation = ({ message, frames }) => {
  const [, part = ""] = (READ_ONLY.test(message) && /\bst(?: as \w+\))?\.(secrets|context)\b/.exec(frames?.[0]?.code ?? "")) || [];
  const hint = INSTEAD_OF_WRITING[part];
  return hint === undefined ? undefined : { message: `st.${part} can only be read. ${message}`, hint };
};

const frozenValue: Explanation = ({ message }, { run }) => {
  if (!run || run.frozen.size === 0) return undefined;
  if (!READ_ONLY.test(message)) return undefined;
  const names = [...run.frozen].slice(-MOST_NAMED).map((name) => `${name}()`);
  return {
    hint:
      `What the cached function ${names.join(" or ")} returns is shared by all sessions and cannot be changed. ` +
      "Make a copy first (toSorted, toReversed, spread), or give cacheData { copy: true }.",
  };
};

/** Every name that can be called on an object, own or inherited. */
function callable(object: object): string[] {
  const names: string[] = [];
  for (const name in object) if (typeof (object as Record<string, unknown>)[name] === "function") names.push(name);
  return names;
}

/** What a dictionary has and an object has not, and how objects do it. */
const OBJECT_WAYS: Readonly<Record<string, (owner: string) => string>> = {
  items: (owner) => `Object.entries(${owner})`,
  entries: (owner) => `Object.entries(${owner})`,
  keys: (owner) => `Object.keys(${owner})`,
  values: (owner) => `Object.values(${owner})`,
  has: (owner) => `"name" in ${owner}`,
  set: (owner) => `${owner}.name = value`,
  delete: (owner) => `delete ${owner}.name`,
  forEach: (owner) => `Object.entries(${owner}).forEach(([name, value]) => …)`,
};

/** Objects whose commands are not among their entries. */
const COMMANDS_OF: Readonly<Record<string, Iterable<string>>> = {
  "st.sessionState": STATE_COMMANDS,
  "st.queryParams": QUERY_COMMANDS,
  "st.secrets": SECRETS_COMMANDS,
  "st.context.headers": FIELD_COMMANDS,
  "st.context.cookies": FIELD_COMMANDS,
};

/** `st.sessionState.items()`, `st.queryParams.to_dict()`. */
const dictionaryCommand: Explanation = ({ message }) => {
  const [, owner = "", name = ""] = /\b(st\.(?:context\.)?[a-zA-Z]+)\.([\p{ID_Continue}$]+) is not a function$/u.exec(message) ?? [];
  const commands = Object.hasOwn(COMMANDS_OF, owner) ? COMMANDS_OF[owner] : undefined;
  if (!commands) return undefined;
  const said = `${owner}.${name} is not a command.`;
  if (Object.hasOwn(OBJECT_WAYS, name)) return { message: said, hint: `It is an object: write ${OBJECT_WAYS[name]?.(owner)}.` };
  const meant = meantName(name, [...commands]);
  return { message: `${said}${meant === undefined ? "" : ` Did you mean ${owner}.${meant}?`}` };
};

/** `st.columns(2).write("x")` */
const listOfContainers: Explanation = ({ message }) => {
  const [, command, name] = /\bst\.(columns|tabs)\(\.\.\.\)\.([\p{ID_Continue}$]+) is not a function$/u.exec(message) ?? [];
  if (command === undefined) return undefined;
  return { hint: `st.${command} gives a list of containers: write const [first, second] = st.${command}(…), and first.${name}(…).` };
};

const unknownCommand: Explanation = ({ message }, { st }) => {
  const [, owner, name] = /^((?:[\p{ID_Continue}$]+\.)*[\p{ID_Continue}$]+)\.([\p{ID_Continue}$]+) is not a function/u.exec(message) ?? [];
  if (owner === undefined || name === undefined) return undefined;
  const [root, ...path] = owner.split(".");
  if (root !== "st") {
    // Any variable may be a container, but only a command in another spelling makes it likely.
    const likely = callable(st).find((command) => command.toLowerCase() === inCamelCase(name).toLowerCase());
    if (likely === name) return { hint: `If st.columns or st.tabs gave ${owner}, it is a list of containers: write ${owner}[0].${name}(…).` };
    if (likely !== undefined) return { hint: `Did you mean ${owner}.${likely}?` };
    const known = knownName(name, "st", (command) => command in st);
    if (!known) return undefined;
    return {
      hint: "meant" in known ? `If ${owner} is a container: did you mean ${owner}.${known.meant}?` : [known.message, known.hint].filter(Boolean).join(". "),
    };
  }
  let holder: unknown = st;
  for (const step of path) holder = (holder as Record<string, unknown> | undefined)?.[step];
  if (typeof holder !== "object" || holder === null) return undefined;
  if (typeof (holder as Record<string, { with?: unknown } | undefined>)[name]?.with === "function") {
    return { hint: `It is a container: write ${owner}.${name}.with(() => { … }), or call a command of it, as in ${owner}.${name}.write(…).` };
  }
  const known = knownName(name, owner, (command) => command in (holder as object));
  if (known && !("meant" in known)) return known;
  const meant = known?.meant ?? meantName(name, callable(holder));
  return { message: `${owner}.${name} is not a command.${meant === undefined ? "" : ` Did you mean ${owner}.${meant}?`}` };
};

/** `import * as st`: the commands are methods of the default export, and not exports themselves. */
const starImport: Explanation = ({ message, frames }, { st }) => {
  const [, name] = /^([\p{ID_Continue}$]+) is not a function$/u.exec(message) ?? [];
  const [, owner] = new RegExp(`([\\p{ID_Continue}$]+)\\.${name?.replaceAll("$", "\\$")}\\(`, "u").exec(frames?.[0]?.code ?? "") ?? [];
  if (name === undefined || owner === undefined || !callable(st).includes(name)) return undefined;
  return { hint: `The commands are methods of the default export: write import ${owner} from "rivulet".` };
};

/** `st.session_state.count`, `st.components.v1`: what is not there has no entries. */
const unknownPart: Explanation = ({ message, frames }, { st }) => {
  if (!/of undefined|in undefined/.test(message)) return undefined;
  for (const [, name = ""] of (frames?.[0]?.code ?? "").matchAll(/\bst(?: as \w+\))?\.([\p{ID_Continue}$]+)/gu)) {
    const known = name in st ? undefined : knownName(name, "st", (command) => command in st);
    if (known) return "meant" in known ? { message: `there is no st.${name}. Did you mean st.${known.meant}?` } : known;
  }
  return undefined;
};

/** What was read of a thing that is not there, and the line that did. */
function readOfNothing({ message, frames }: ErrorReport): { name: string; code: string } | undefined {
  const [, name] = /Cannot read properties of undefined \(reading '([^']+)'\)/.exec(message) ?? [];
  const code = frames?.[0]?.code;
  return name === undefined || code === undefined ? undefined : { name, code };
}

/** The names between an object and one of its depths: `a.b` in `secrets.a.b.name`. */
function pathBefore(name: string, holder: string, code: string): string | undefined {
  const dotted = code.replaceAll(/\[(["'])([\p{ID_Continue}$]+)\1\]/gu, ".$2");
  const steps = new RegExp(`\\b${holder}((?:\\.[\\p{ID_Continue}$]+)+?)\\.${name.replaceAll("$", "\\$")}(?![\\p{ID_Continue}$])`, "u").exec(dotted)?.[1];
  return steps?.slice(1);
}

const unknownSecret: Explanation = (report, { secrets }) => {
  const read = readOfNothing(report);
  const path = read && pathBefore(read.name, "secrets", read.code);
  const missing = path === undefined ? undefined : missingSecret(secrets, path);
  return missing && { name: missing.name, message: missing.message, ...(missing.hint ? { hint: missing.hint } : {}) };
};

const unknownEntry: Explanation = (report, { run }) => {
  const read = readOfNothing(report);
  const [key] = (read && pathBefore(read.name, "sessionState", read.code))?.split(".") ?? [];
  if (key === undefined || run?.live?.widgets.has(key) !== false) return undefined;
  return { hint: `st.sessionState has no key "${key}". Write st.sessionState.init({ ${key}: … }) at the top of the script.` };
};
