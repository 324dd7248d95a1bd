import type { ErrorReport } from "../../protocol/messages.ts";
import { carriedReport, mappedStack } from "./carried-report.ts";
import { ModuleError } from "./module-error.ts";
import { createFrameReader, type Frame, type Lookup } from "./stack-frames.ts";

export interface StackMapper {
  /** Turns whatever was thrown into what the page shows. Never throws. */
  report(thrown: unknown): ErrorReport;
  /** The stack for the terminal: original positions, the user's frames, and causes. Never throws. */
  mapStack(thrown: unknown): string;
}

/** Frames beyond this are those of a recursion without end. */
const MOST_FRAMES = 50;
const MOST_CAUSES = 5;
/** Of a message; nobody reads more, and page and log must bear it. */
const MOST_CHARACTERS = 10_000;

/** Errors can have getters and proxies that throw. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function shorten(message: string): string {
  const rest = message.length - MOST_CHARACTERS;
  return rest > 0 ? `${message.slice(0, MOST_CHARACTERS)}… (${rest} more characters)` : message;
}

function field(value: unknown, name: string): unknown {
  return attempt(() => (value as Record<string, unknown>)[name]);
}

function textField(value: unknown, name: string): string | undefined {
  const text = field(value, name);
  return typeof text === "string" ? text : undefined;
}

function isError(value: unknown): value is Error {
  return attempt(() => value instanceof Error || Object.prototype.toString.call(value) === "[object Error]") ?? false;
}

/** What a value that is no error looks like in a message. */
function describe(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return attempt(() => `function ${value.name || "without a name"}`) ?? "function";
  if (value === null || typeof value !== "object") return attempt(() => String(value)) ?? "";
  const message = textField(value, "message");
  if (message !== undefined) return message;
  return attempt(() => JSON.stringify(value)) ?? attempt(() => String(value)) ?? "";
}

/** The name that stands at a place of the original, for messages that only know how it was compiled. */
function wordAt(frame: Frame | undefined): string | undefined {
  if (!frame?.code) return undefined;
  const found = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/u.exec(frame.code.slice(frame.column - 1));
  return found?.[0] === "new" || found?.[0] === "await" ? /^(?:new|await)\s+([\w$]+)/.exec(frame.code.slice(frame.column - 1))?.[1] : found?.[0];
}

/** What the script calls a default import: the name before its member, on the line that failed. */
function importedName(message: string, frame: Frame | undefined): string | undefined {
  const member = /__vite_ssr_import_\d+__\.default\.([\p{ID_Continue}$]+)/u.exec(message)?.[1];
  if (member === undefined || !frame?.code) return undefined;
  const before = `([\\p{ID_Start}$_][\\p{ID_Continue}$]*)(?:\\s+(?:as|satisfies)\\s+[\\w<>]+\\s*\\))?!?\\s*\\??\\.\\s*`;
  return new RegExp(`${before}${member.replaceAll("$", "\\$")}(?![\\p{ID_Continue}$])`, "u").exec(frame.code)?.[1];
}

/** Messages of the language quote compiled code; the reader knows only what he wrote. */
function cleanMessage(message: string, frame: Frame | undefined): string {
  if (!message.includes("__vite_ssr_") && !message.includes("__rv")) return shorten(message);
  const word = importedName(message, frame) ?? wordAt(frame);
  return shorten(message)
    .replace(/\(0 ?, ?(__vite_ssr_import_\d+__(?:\.[\p{ID_Continue}$]+)*)\)/gu, "$1")
    .replace(/__vite_ssr_import_\d+__\.default\b/g, word ?? "default")
    .replace(/__vite_ssr_import_\d+__\./g, "")
    .replace(/__vite_ssr_import_\d+__/g, word ?? "module")
    .replace(/__vite_ssr_import_meta__/g, "import.meta")
    .replace(/__vite_ssr_dynamic_import__/g, "import");
}

function nameOf(thrown: unknown): string {
  if (!isError(thrown)) return "Error";
  const own = textField(thrown, "name");
  const constructed = textField(field(thrown, "constructor"), "name");
  // A subclass without a `name` of its own is better known by its class.
  if (own && own !== "Error") return own;
  return constructed || own || "Error";
}

function causesOf(thrown: unknown): unknown[] {
  if (!isError(thrown)) return [];
  const errors = field(thrown, "errors");
  const several = attempt(() => (Array.isArray(errors) ? errors.slice(0, MOST_CAUSES) : [])) ?? [];
  const cause = field(thrown, "cause");
  return cause === undefined || cause === null ? several : [...several, cause];
}

/**
 * Makes what turns thrown values into reports: only the user's own frames, at the lines they wrote.
 *
 * @param lookup The compiled module of an id; undefined for everything that is not the user's.
 * @param displayPath How a reader knows a module, for the places of causes; frames keep ids.
 * @example createStackMapper(modules.compiled).report(error);
 */
export function createStackMapper(lookup: Lookup, displayPath: (id: string) => string = (id) => id): StackMapper {
  const readFrame = createFrameReader(lookup);

  const framesOf = (thrown: unknown): Frame[] => {
    const stack = textField(thrown, "stack");
    if (stack === undefined) return [];
    // The message comes first and may itself look like a stack.
    const message = textField(thrown, "message") ?? "";
    const head = message === "" ? -1 : stack.indexOf(message);
    const lines = (head === -1 ? stack : stack.slice(head + message.length)).split("\n");
    const frames: Frame[] = [];
    for (const line of lines) {
      const frame = readFrame(line);
      if (frame) frames.push(frame);
      if (frames.length === MOST_FRAMES) break;
    }
    return frames;
  };

  const summary = (thrown: unknown): string => {
    const frame = framesOf(thrown)[0];
    const message = cleanMessage(isError(thrown) ? (textField(thrown, "message") ?? "") : describe(thrown), frame);
    const place = frame ? ` (${displayPath(frame.file)}:${frame.line}:${frame.column})` : "";
    return `${nameOf(thrown)}${message ? `: ${message}` : ""}${place}`;
  };

  /** True for a cause that an error of the same place has in its message already. */
  const isRepeated = (cause: unknown, by: unknown): boolean => {
    const message = textField(cause, "message");
    if (!message || !textField(by, "message")?.includes(message)) return false;
    const [here, there] = [framesOf(by)[0], framesOf(cause)[0]];
    return here?.file === there?.file && here?.line === there?.line;
  };

  const hintOf = (thrown: unknown): string | undefined => {
    const lines: string[] = [];
    const own = textField(thrown, "hint");
    if (own) lines.push(own);
    const seen = new Set<unknown>([thrown]);
    let at = causesOf(thrown);
    while (at.length > 0 && lines.length < MOST_CAUSES) {
      const fresh = at.filter((one) => !seen.has(one));
      for (const one of fresh) {
        seen.add(one);
        if (!isRepeated(one, thrown)) lines.push(`Caused by ${summary(one)}`);
      }
      at = fresh.flatMap(causesOf);
    }
    return lines.length > 0 ? lines.join("\n") : undefined;
  };

  const report = (thrown: unknown): ErrorReport => {
    const carried = carriedReport(thrown);
    if (carried) return carried;
    if (attempt(() => thrown instanceof ModuleError)) {
      const { report: known } = thrown as ModuleError;
      // Where it was imported from, when the module itself has no place to show.
      return known.frames ? known : { ...known, frames: framesOf(thrown) };
    }
    const frames = framesOf(thrown);
    const message = isError(thrown) ? (textField(thrown, "message") ?? "") : describe(thrown);
    const hint = isError(thrown) ? hintOf(thrown) : undefined;
    return { name: nameOf(thrown), message: cleanMessage(message, frames[0]), frames, ...(hint ? { hint } : {}) };
  };

  const mapStack = (thrown: unknown): string => {
    const { name, message, frames = [], hint } = report(thrown);
    // Without a frame of the user the whole stack is the only trace.
    const whole = frames.length > 0 ? [] : (textField(thrown, "stack") ?? "").split("\n").filter((line) => /^\s+at /.test(line));
    return [mappedStack({ name, message, frames }), ...whole, ...(hint ? [hint] : [])].join("\n");
  };

  return { report, mapStack };
}
