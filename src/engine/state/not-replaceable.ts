import { AppError } from "../errors/errors.ts";

const HINTS = {
  sessionState: "Set its entries: st.sessionState.update({ … }); st.sessionState.clear() takes all away.",
  queryParams: "Set its parameters: st.queryParams.fromDict({ … }); st.queryParams.clear() takes all away.",
  secrets: "Secrets come from .streamlit/secrets.toml, and are only read.",
} as const;

/** Refuses `st.sessionState = {}`: all scripts share the object `st`, so it would take the state away from everybody. */
export function keepParts<S extends Record<keyof typeof HINTS, unknown>>(st: S): S {
  for (const name of Object.keys(HINTS) as (keyof typeof HINTS)[]) {
    const part = st[name];
    Object.defineProperty(st, name, {
      enumerable: true,
      configurable: true,
      get: () => part,
      set() {
        throw new AppError("argument", `st.${name} cannot be replaced`, { hint: HINTS[name] });
      },
    });
  }
  return st;
}
