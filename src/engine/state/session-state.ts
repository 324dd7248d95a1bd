import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { currentScope } from "../runs/scope.ts";
import { sessionOf } from "../screen/place.ts";
import type { Session } from "../sessions/session.ts";
import { checkKey } from "../widgets/widgets.ts";

/** What `st.sessionState` can do besides holding the entries themselves. */
export interface SessionStateCommands {
  /**
   * Sets the entries that are missing and returns the state typed by what was given.
   *
   * @param defaults - Entries and what they start with; those that exist already keep their value.
   * @returns The same session state, with these entries typed.
   * @example
   * const s = st.sessionState.init({ stage: 0, name: "" });
   * s.stage += 1;
   */
  init<T extends object>(defaults: T): T & SessionState;
  /**
   * Reads an entry that must be there.
   *
   * @throws AppError naming the key when there is no such entry.
   * @example
   * const user = st.sessionState.require("user");
   */
  // biome-ignore lint/suspicious/noExplicitAny: entries not declared are any
  require(key: string): any;
  /** Reads an entry, or `fallback` when it is missing. Default of `fallback`: undefined. */
  // biome-ignore lint/suspicious/noExplicitAny: entries not declared are any
  get(key: string, fallback?: unknown): any;
  /** Sets several entries at once. */
  update(entries: Record<string, unknown>): void;
  /** Sets an entry unless it is there, and returns what it stands at. */
  // biome-ignore lint/suspicious/noExplicitAny: entries not declared are any
  setDefault(key: string, value: unknown): any;
  /** Removes an entry and returns what it stood at; `fallback`, or undefined, when it was missing. */
  // biome-ignore lint/suspicious/noExplicitAny: entries not declared are any
  pop(key: string, fallback?: unknown): any;
  /** Removes all entries. */
  clear(): void;
  /** A copy of all entries as a plain object. */
  toDict(): Record<string, unknown>;
}

/** The session's own memory: an object whose entries live from run to run. Entries not declared are `any`. */
// biome-ignore lint/suspicious/noExplicitAny: entries not declared are any
export type SessionState = SessionStateCommands & { [key: string]: any };

/** Names that are commands, and cannot be keys. */
export const STATE_COMMANDS: ReadonlySet<string> = new Set(["init", "require", "get", "update", "setDefault", "pop", "clear", "toDict"]);

function has(session: Session, key: string): boolean {
  checkKey(key);
  return session.widgets.has(key);
}

function read(session: Session, key: string): unknown {
  const id = session.widgets.widgetOf(key);
  const run = currentScope()?.run;
  if (id !== undefined && run) {
    const spec = session.widgets.drawnAs(id)?.spec;
    if (spec?.trigger) return spec.decode(run.trigger(id)?.wire ?? spec.initial);
  }
  return session.widgets.get(key);
}

/** The entries of a plain object; nothing else has names to keep them under. */
function entriesOf(command: string, given: unknown): [string, unknown][] {
  if (typeof given === "object" && given !== null && !Array.isArray(given)) return Object.entries(given);
  throw new AppError("argument", `st.sessionState.${command}: entries must be an object, not ${quote(given)}`, {
    hint: `Write st.sessionState.${command}({ name: value }).`,
  });
}

function write(session: Session, key: string, value: unknown): void {
  if (STATE_COMMANDS.has(key)) {
    throw new AppError("state-reserved-key", `st.sessionState.${key} is a command and cannot be a key`, { hint: "Choose another key." });
  }
  const run = currentScope()?.run;
  if (run?.drawnKeys.has(key)) {
    throw new AppError("state-locked", `st.sessionState.${key} cannot be set after the widget with key "${key}" was drawn in this run`, {
      hint: "Set it before the widget's call, or in a callback such as onChange or onClick.",
    });
  }
  session.widgets.set(key, value);
}

const commands: SessionStateCommands = {
  init(defaults) {
    const session = sessionOf("st.sessionState");
    for (const [key, value] of entriesOf("init", defaults)) if (!session.widgets.has(key)) write(session, key, value);
    return sessionState as never;
  },
  require(key) {
    const session = sessionOf("st.sessionState");
    if (!has(session, key)) throw missing(key);
    return read(session, key);
  },
  get(key, fallback) {
    const session = sessionOf("st.sessionState");
    return has(session, key) ? read(session, key) : fallback;
  },
  update(entries) {
    const session = sessionOf("st.sessionState");
    for (const [key, value] of entriesOf("update", entries)) write(session, key, value);
  },
  setDefault(key, value) {
    const session = sessionOf("st.sessionState");
    if (!session.widgets.has(key)) write(session, key, value);
    return read(session, key);
  },
  pop(key, fallback) {
    const session = sessionOf("st.sessionState");
    if (!session.widgets.has(key)) return fallback;
    const value = read(session, key);
    session.widgets.delete(key);
    return value;
  },
  clear() {
    const { widgets } = sessionOf("st.sessionState");
    for (const key of widgets.keys()) widgets.delete(key);
  },
  toDict() {
    const session = sessionOf("st.sessionState");
    return Object.fromEntries(session.widgets.keys().map((key) => [key, read(session, key)]));
  },
};

function missing(key: string): AppError {
  return new AppError("state-missing-key", `st.sessionState has no key "${key}". Did you forget to initialize it?`, {
    hint: `Write st.sessionState.init({ ${/^[\w$]+$/.test(key) ? key : JSON.stringify(key)}: … }) at the top of the script.`,
  });
}

function textOf(entries: Record<string, unknown>): string {
  try {
    return JSON.stringify(entries);
  } catch {
    return Object.keys(entries).join(", ");
  }
}

/**
 * The memory of the session: an object whose entries live from run to run, each session with its own. Entries are read,
 * set, looked for with `in` and removed with `delete`, as those of any object; a missing one is undefined. The value of a
 * widget with a `key` is an entry too, and may be set before the widget is drawn.
 *
 * @example
 * const s = st.sessionState.init({ count: 0 });
 * if (st.button("Add one")) s.count += 1;
 * st.metric("Count", s.count);
 */
export const sessionState: SessionState = new Proxy({} as SessionState, {
  get(_, key) {
    // As text it is what it holds.
    if (key === Symbol.toPrimitive) return () => textOf(commands.toDict());
    if (typeof key === "symbol") return undefined;
    const session = sessionOf("st.sessionState");
    if (has(session, key)) return read(session, key);
    if (STATE_COMMANDS.has(key)) return commands[key as keyof SessionStateCommands];
    return undefined;
  },
  set(_, key, value) {
    if (typeof key === "symbol") throw new AppError("argument", `st.sessionState: a key must be text, not ${String(key)}`);
    write(sessionOf("st.sessionState"), key, value);
    return true;
  },
  has: (_, key) => typeof key === "string" && sessionOf("st.sessionState").widgets.has(key),
  deleteProperty(_, key) {
    if (typeof key === "symbol") return false;
    if (!sessionOf("st.sessionState").widgets.delete(key)) throw missing(key);
    return true;
  },
  ownKeys: () => sessionOf("st.sessionState").widgets.keys(),
  getOwnPropertyDescriptor(_, key) {
    if (typeof key === "symbol") return undefined;
    const session = sessionOf("st.sessionState");
    if (!session.widgets.has(key)) return undefined;
    return { value: read(session, key), writable: true, enumerable: true, configurable: true };
  },
});
