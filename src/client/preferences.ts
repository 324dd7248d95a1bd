import { createStore, type OwnStore } from "../ui/store.ts";

/** What the viewer chose; kept in the browser per app. */
export interface Preferences {
  /** null is the app's own theme if it has one, else the system's. */
  theme: "system" | "light" | "dark" | "custom" | null;
  /** null follows the script. */
  wide: boolean | null;
  sidebarWidth: number | null;
}

const DEFAULTS: Preferences = { theme: null, wide: null, sidebarWidth: null };

/** Preferences of the app at `base`; changes are written at once, without storage they last as long as the page. */
export function createPreferences(base: URL): OwnStore<Preferences> {
  const name = `rivulet:${base.pathname}`;
  const store = createStore<Preferences>({ ...DEFAULTS, ...read(name) });
  store.subscribe(() => {
    try {
      localStorage.setItem(name, JSON.stringify(store.get()));
    } catch {
      // Private windows may refuse storage; the choice still holds for this page.
    }
  });
  return store;
}

function read(name: string): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(name) ?? "{}") as Partial<Preferences>;
  } catch {
    return {};
  }
}
