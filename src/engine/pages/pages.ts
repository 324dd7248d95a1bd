import type { Navigation, NavigationPage } from "../../protocol/messages.ts";
import { partsOf, pathOfAddress } from "../../protocol/page-path.ts";
import { AppError, type SwitchPageSignal } from "../errors/errors.ts";
import type { Run } from "../runs/run.ts";
import { currentScope, type Scope, within } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import type { AnyPage } from "./page.ts";
import { createPageConfigs, type PageConfigs } from "./page-config.ts";
import { compareFixed, fillPath, matchPath, type Params, type Pattern } from "./page-pattern.ts";
import { noSuchFile, watched } from "./page-scripts.ts";

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

/** What one call of `st.navigation` declared. */
export interface Declared {
  readonly run: Run | undefined;
  readonly entries: readonly Entry[];
  readonly current: Shown;
  hasRun: boolean;
}

/** Which page a session shows, and how its body is run. */
export interface Pages {
  /** Path of the page asked for, or shown; empty for the default one. */
  current: string;
  /** What stands in the address before the path of a page; ends in a slash. */
  readonly basePath: string;
  readonly config: PageConfigs;
  /** Somebody asked for a page; without a query that of the page before goes. */
  go(path: string, query?: string): void;
  switchTo(signal: SwitchPageSignal): void;
  runBody(run: Run): unknown;
  /** What tells widgets of one page from those of another. */
  scopeOf(scope: Scope): string;
  /** Pages that links may name; empty while none are known. */
  entries(): readonly Entry[];
  /** Takes up what `st.navigation` says and chooses the page to show. */
  declare(entries: readonly Entry[], fallback: Entry, describe: (current: Shown) => Navigation): Entry;
  run(page: AnyPage, scope: Scope): Promise<void>;
  isDefault(page: AnyPage): boolean;
  /** Path of the page shown; undefined while there is only the entry script. */
  readonly shownPath: string | undefined;
  /** What the parts of its path that differ stand for. */
  readonly params: Params;
  paramsOf(page: AnyPage): Params;
  requireFile(path: string): void;
  /** Key of the page shown; empty when there is only the entry script. */
  readonly shownKey: string;
  /** True when the page shown was changed on disk. */
  isChanged(): boolean;
}

const NO_NAVIGATION: Navigation = { position: "hidden", expanded: false, sections: [], current: "" };
const RESOLVED = Promise.resolve();

export function createPages(session: Session, first: string): Pages {
  return new SessionPages(session, first);
}

class SessionPages implements Pages {
  current: string;
  readonly basePath: string;
  readonly config: PageConfigs;
  /** A path that somebody asked for and no run has found yet. */
  private asked: string | undefined;
  /** The page the last run showed. */
  private shown: Shown | undefined;
  private declared: Declared | undefined;
  private told = JSON.stringify(NO_NAVIGATION);
  /** A page under way that the script does not wait for. */
  private forgotten: Promise<void> | undefined;

  constructor(
    private readonly session: Session,
    first: string,
  ) {
    this.current = trimmed(first);
    this.asked = this.current;
    this.basePath = baseOf(session.context.url, this.current);
    this.config = createPageConfigs((config) => session.send({ type: "pageConfig", config }));
  }

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

  runBody(run: Run): unknown {
    const { core } = this.session;
    this.forgotten = undefined;
    const folder = core.pagesFolder.entries();
    this.config.begin(this.likely(folder)?.key ?? "");
    const main = folder[0];
    if (!main) return core.runEntry().then(() => this.bodyOver(run));
    const shown = this.choose(folder, main, false);
    this.tell(listing(folder, shown, core.option("client.showSidebarNavigation", true)));
    const { entry } = shown;
    if (entry.id === undefined || entry === main) return core.runEntry().then(() => this.forgotten);
    return this.runFile(entry.id, { ...(currentScope() as Scope), page: shown.key });
  }

  /** The entry script came to its end. */
  private bodyOver(run: Run): Promise<void> | undefined {
    if (this.declared?.run === run || run.ended) return this.forgotten;
    this.declared = undefined;
    if (this.session.core.pagesFolder.undeclared()) this.session.request({ type: "rerun", seq: this.session.screen.seq });
    else {
      this.config.settle("");
      this.tell(NO_NAVIGATION);
      if (this.asked) this.notFound(this.asked, "");
      this.asked = undefined;
    }
    return this.forgotten;
  }

  scopeOf(scope: Scope): string {
    return scope.page ?? "";
  }

  entries(): readonly Entry[] {
    return this.declared?.entries ?? this.session.core.pagesFolder.entries();
  }

  declare(entries: readonly Entry[], fallback: Entry, describe: (current: Shown) => Navigation): Entry {
    this.session.core.pagesFolder.declare();
    const run = currentScope()?.run;
    const current = this.choose(entries, fallback, true);
    this.declared = { run, entries, current, hasRun: false };
    this.tell(describe(current));
    return current.entry;
  }

  run(page: AnyPage, scope: Scope): Promise<void> {
    const { declared } = this;
    const isRerun = scope.run?.fragment !== undefined;
    if (!declared || declared.current.entry.page !== page || (!isRerun && (declared.run !== scope.run || declared.hasRun))) throw notTheOne(page);
    declared.hasRun = true;
    const surroundings: Scope = { ...scope, page: declared.current.key };
    const { id } = declared.current.entry;
    const work = id === undefined ? within(surroundings, page.source as () => unknown) : this.runFile(id, surroundings);
    if (!(work instanceof Promise)) return RESOLVED;
    const done = work.then(() => {});
    this.forgotten = done;
    // Its failure is told by whoever awaits it, in the end by the run itself.
    done.catch(() => {});
    return watched(done, () => {
      if (this.forgotten === done) this.forgotten = undefined;
    });
  }

  private runFile(id: string, scope: Scope): Promise<void> {
    return this.session.core.pageScripts.run(id, (body) => {
      // Loading may have taken a while.
      scope.run?.session();
      return within(scope, body);
    });
  }

  isDefault(page: AnyPage): boolean {
    return this.declared?.entries.some((entry) => entry.page === page && entry.path === "") ?? false;
  }

  get shownKey(): string {
    return this.shown?.key ?? "";
  }

  get shownPath(): string | undefined {
    return this.shown?.path;
  }

  get params(): Params {
    return this.shown?.params ?? {};
  }

  paramsOf(page: AnyPage): Params {
    const { entry, params } = this.declared?.current ?? {};
    if (params && (entry?.page === page || (entry?.page?.ownPath === page.ownPath && page.pattern))) return params;
    throw new AppError("page", `page.params: "${page.title}" is not the page shown`, {
      hint: "Read them in the page itself, or where you know that st.navigation returned this page.",
    });
  }

  requireFile(path: string): void {
    if (!this.session.core.pagesFolder.hasFile(path)) throw noSuchFile(path);
  }

  isChanged(): boolean {
    const id = this.shown?.entry.id;
    return id !== undefined && this.session.core.pageScripts.isChanged(id);
  }

  /** The page asked for by its path, else the one shown before, else the default one. */
  private choose(entries: readonly Entry[], fallback: Entry, keepsEntryScript: boolean): Shown {
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
    this.config.settle(next.key);
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

  private likely(folder: readonly Entry[]): Shown | undefined {
    return this.find(this.declared?.entries ?? folder) ?? (this.asked === undefined ? this.shown : undefined);
  }

  private notFound(page: string, instead: string): void {
    this.session.send({ type: "pageNotFound", page });
    if (this.current === instead) return;
    this.current = instead;
    this.session.address.corrected(instead);
  }

  private tell(navigation: Navigation): void {
    const next = JSON.stringify(navigation);
    if (next === this.told) return;
    this.told = next;
    this.session.send({ type: "navigation", navigation });
  }
}

/** What is left of the address a visit began at without the page it named. */
function baseOf(address: string, page: string): string {
  if (!URL.canParse(address)) return "/";
  const parts = partsOf(new URL(address).pathname);
  const own = pathOfAddress(parts.join("/")).endsWith(page) ? partsOf(page).length : 0;
  const base = parts.slice(0, parts.length - own).join("/");
  return base === "" ? "/" : `/${base}/`;
}

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}

function at(entry: Entry, path: string, params: Params): Shown {
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

/** A page as the menu needs it. One whose path must be filled first is no item, but names the page while it is shown. */
export function menuItem(entry: Entry, current: Shown): NavigationPage {
  const { title, icon, href, pattern, help } = entry;
  const filled = pattern && fillPath(pattern, {});
  const own = filled && "path" in filled ? filled.path : entry.path;
  const path = pattern && current.entry === entry ? current.path : own;
  const hidden = entry.hidden || (filled !== undefined && "wrong" in filled);
  return { path, title, ...(icon ? { icon } : {}), ...(hidden ? { hidden } : {}), ...(href ? { href } : {}), ...(help ? { help } : {}) };
}

function listing(entries: readonly Entry[], current: Shown, isShown: boolean): Navigation {
  const sections = [{ label: "", pages: entries.map((entry) => menuItem(entry, current)) }];
  return { position: isShown ? "sidebar" : "hidden", expanded: false, sections, current: current.path };
}

function notTheOne(page: AnyPage): AppError {
  return new AppError("page", `page.run: only the page that st.navigation returned can be run, and once; "${page.title}" is not that page or has run already`, {
    hint: "Write: const page = st.navigation([…]); await page.run();",
  });
}
