import { partsOf, pathOfAddress } from "../../protocol/page-path.ts";
import type { SwitchPageSignal } from "../errors/errors.ts";
import type { Session } from "../sessions/session.ts";
import { at, type Entry, findByPath, type Shown } from "./entry.ts";
import { matchPath } from "./page-pattern.ts";

/** Which of the pages there are a session shows. */
export class PageChoice {
  /** Path of the page asked for, or shown; empty for the default one. */
  current: string;
  /** The page the last run showed. */
  shown: Shown | undefined;
  /** A path that somebody asked for and no run has found yet. */
  private asked: string | undefined;

  constructor(
    private readonly session: Session,
    first: string,
  ) {
    this.current = trimmed(first);
    this.asked = this.current;
  }

  /** Somebody asked for a page; without a query that of the page before goes. */
  go(path: string, query?: string): void {
    const asked = trimmed(path);
    const isOtherPage = asked !== this.current;
    if (query !== undefined) this.session.address.reported(query, { isOtherPage });
    else if (isOtherPage) this.session.address.leave();
    this.current = asked;
    this.asked = asked;
  }

  switchTo({ page, query }: SwitchPageSignal): void {
    this.current = page;
    this.asked = page;
    this.session.address.moved(page, query ?? "");
  }

  /** The page asked for by its path, else the one shown before, else the default one. */
  choose(entries: readonly Entry[], fallback: Entry, keepsEntryScript: boolean): Shown {
    const { asked } = this;
    const found = this.find(entries);
    const next = found ?? at(fallback, fallback.path, {});
    if (asked && !found) this.notFound(asked, next.path);
    this.asked = undefined;
    if (next.path !== this.current) {
      this.current = next.path;
      this.session.address.corrected(next.path);
    }
    if (this.shown && this.shown.key !== next.key) {
      const kept = keepsEntryScript ? ["", next.key] : [next.key];
      this.session.widgets.cleanUp(
        () => false,
        (widget) => widget !== undefined && !kept.includes(widget.page),
      );
      this.session.screen.leave(kept);
    }
    this.shown = next;
    this.session.pages.config.settle(next.key);
    return next;
  }

  private find(entries: readonly Entry[]): Shown | undefined {
    const { asked, shown } = this;
    if (asked !== undefined) return findByPath(entries, asked);
    const entry = entries.find(({ key }) => key === shown?.entry.key);
    if (!entry) return undefined;
    if (!entry.pattern) return at(entry, entry.path, {});
    const params = matchPath(entry.pattern, shown?.path ?? "");
    return params && at(entry, shown?.path ?? "", params);
  }

  /** The page that a run will probably show. */
  likely(entries: readonly Entry[]): Shown | undefined {
    return this.find(entries) ?? (this.asked === undefined ? this.shown : undefined);
  }

  private notFound(page: string, instead: string): void {
    this.session.send({ type: "pageNotFound", page });
    if (this.current === instead) return;
    this.current = instead;
    this.session.address.corrected(instead);
  }

  /** The script has no pages: whoever asked for one is told. */
  none(): void {
    if (this.asked) this.notFound(this.asked, "");
    this.asked = undefined;
  }
}

/** What is left of the address a visit began at without the page it named. */
export function baseOf(address: string, page: string): string {
  if (!URL.canParse(address)) return "/";
  const parts = partsOf(new URL(address).pathname);
  const own = pathOfAddress(parts.join("/")).endsWith(page) ? partsOf(page).length : 0;
  const base = parts.slice(0, parts.length - own).join("/");
  return base === "" ? "/" : `/${base}/`;
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}
