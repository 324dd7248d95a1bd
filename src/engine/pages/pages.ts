import type { SwitchPageSignal } from "../errors.ts";
import type { Run } from "../run.ts";
import type { Scope } from "../scope.ts";
import type { Session } from "../session.ts";

/** Which page a session shows, and how its body is run. */
export interface Pages {
  /** Path of the page asked for; empty for the default one. */
  current: string;
  go(path: string): void;
  switchTo(signal: SwitchPageSignal): void;
  runBody(run: Run): unknown;
  /** What tells widgets of one page from those of another. */
  scopeOf(scope: Scope): string;
}

export function createPages(session: Session, first: string): Pages {
  const pages: Pages = {
    current: first,
    go(path) {
      pages.current = path;
    },
    switchTo(signal) {
      pages.current = signal.page;
      if (signal.query !== undefined) session.query = signal.query;
    },
    runBody: () => session.core.runEntry(),
    scopeOf: (scope) => scope.page ?? "",
  };
  return pages;
}
