import type { Session } from "../../engine/sessions/session.ts";
import { AppTestError } from "./test-error.ts";

/** The session state of the app under test. */
// biome-ignore lint/suspicious/noExplicitAny: entries are whatever the script made of them
export type TestSessionState = Record<string, any>;

/** Reads and writes a session's state from outside of its runs. */
export function sessionStateOf(session: () => Session): TestSessionState {
  const widgets = () => session().widgets;
  return new Proxy({} as TestSessionState, {
    get: (_, key) => (typeof key === "string" ? widgets().get(key) : undefined),
    set(_, key, value) {
      if (typeof key !== "string") return false;
      widgets().set(key, value);
      return true;
    },
    has: (_, key) => typeof key === "string" && widgets().has(key),
    deleteProperty(_, key) {
      if (typeof key !== "string") return false;
      if (widgets().delete(key)) return true;
      throw new AppTestError(`sessionState has no key "${key}". Keys there are: ${widgets().keys().join(", ") || "none"}.`);
    },
    ownKeys: () => widgets().keys(),
    getOwnPropertyDescriptor(_, key) {
      if (typeof key !== "string" || !widgets().has(key)) return undefined;
      return { value: widgets().get(key), writable: true, enumerable: true, configurable: true };
    },
  });
}
