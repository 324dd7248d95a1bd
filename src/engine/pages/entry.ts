import type { AnyPage } from "./page.ts";
import { compareFixed, matchPath, type Params, type Pattern } from "./page-pattern.ts";

/** A page as one session may reach it. */
export interface Entry {
  /** Tells it from the session's other pages, whichever of them is the default one. */
  readonly key: string;
  /** In the address; empty for the default page. */
  readonly path: string;
  readonly ownPath: string;
  readonly title: string;
  readonly icon: string;
  readonly hidden: boolean;
  readonly help?: string;
  /** Where some parts of the path differ from visit to visit; `path` is then as it was declared. */
  readonly pattern?: Pattern | undefined;
  /** Address of a page elsewhere, which is never shown. */
  readonly href?: string;
  /** Module of a page that is a file. */
  readonly id: string | undefined;
  /** Pages of the folder `pages/` have none. */
  readonly page?: AnyPage;
}

/** A page at one address of it. */
export interface Shown {
  readonly entry: Entry;
  readonly path: string;
  readonly params: Params;
  /** Tells it from other pages, and from this page at other addresses. */
  readonly key: string;
}

/** A page at one of its addresses. */
export function at(entry: Entry, path: string, params: Params): Shown {
  return { entry, path, params, key: entry.pattern ? path : entry.key };
}

/** The page that a path leads to: one of exactly this path, else the pattern that fixes most of it. */
export function findByPath(entries: readonly Entry[], path: string): Shown | undefined {
  const exact = entries.find((one) => !one.pattern && one.path === path) ?? entries.find((one) => !one.pattern && one.ownPath === path);
  if (exact) return at(exact, exact.path, {});
  const fitting = entries.flatMap((entry) => {
    const params = entry.pattern && matchPath(entry.pattern, path);
    return entry.pattern && params ? [{ entry, params, pattern: entry.pattern }] : [];
  });
  const [best] = fitting.toSorted((a, b) => compareFixed(a.pattern, b.pattern));
  return best && at(best.entry, path, best.params);
}
