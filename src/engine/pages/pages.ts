import type { Navigation, NavigationPage } from "../../protocol/messages.ts";
import { AppError, type SwitchPageSignal } from "../errors.ts";
import type { Run } from "../run.ts";
import { currentScope, type Scope, within } from "../scope.ts";
import type { Session } from "../session.ts";
import type { AppPage } from "./page.ts";
import { createPageConfigs, type PageConfigs } from "./page-config.ts";
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
  /** Module of a page that is a file. */
  readonly id: string | undefined;
  /** Pages of the folder `pages/` have none. */
  readonly page?: AppPage;
}

/** What one call of `st.navigation` declared. */
export interface Declared {
  readonly run: Run | undefined;
  readonly entries: readonly Entry[];
  readonly current: Entry;
  hasRun: boolean;
}

/** Which page a session shows, and how its body is run. */
export interface Pages {
  /** Path of the page asked for, or shown; empty for the default one. */
  current: string;
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
  declare(entries: readonly Entry[], fallback: Entry, describe: (current: Entry) => Navigation): Entry;
  run(page: AppPage, scope: Scope): Promise<void>;
  isDefault(page: AppPage): boolean;
  isShown(entry: Entry): boolean;
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
  readonly config: PageConfigs;
  /** A path that somebody asked for and no run has found yet. */
  private asked: string | undefined;
  /** The page the last run showed. */
  private shown: Entry | undefined;
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
    const entry = this.choose(folder, main, false);
    this.tell(listing(folder, entry, core.option("client.showSidebarNavigation", true)));
    if (entry.id === undefined || entry === main) return core.runEntry().then(() => this.forgotten);
    return this.runFile(entry.id, { ...(currentScope() as Scope), page: entry.key });
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

  declare(entries: readonly Entry[], fallback: Entry, describe: (current: Entry) => Navigation): Entry {
    this.session.core.pagesFolder.declare();
    const run = currentScope()?.run;
    const current = this.choose(entries, fallback, true);
    this.declared = { run, entries, current, hasRun: false };
    this.tell(describe(current));
    return current;
  }

  run(page: AppPage, scope: Scope): Promise<void> {
    const { declared } = this;
    const isRerun = scope.run?.fragment !== undefined;
    if (!declared || declared.current.page !== page || (!isRerun && (declared.run !== scope.run || declared.hasRun))) throw notTheOne(page);
    declared.hasRun = true;
    const surroundings: Scope = { ...scope, page: declared.current.key };
    const { id } = declared.current;
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

  isDefault(page: AppPage): boolean {
    return this.declared?.entries.some((entry) => entry.page === page && entry.path === "") ?? false;
  }

  get shownKey(): string {
    return this.shown?.key ?? "";
  }

  isShown(entry: Entry): boolean {
    return entry.key === this.shown?.key;
  }

  requireFile(path: string): void {
    if (!this.session.core.pagesFolder.hasFile(path)) throw noSuchFile(path);
  }

  isChanged(): boolean {
    const id = this.shown?.id;
    return id !== undefined && this.session.core.pageScripts.isChanged(id);
  }

  /** The page asked for by its path, else the one shown before, else the default one. */
  private choose(entries: readonly Entry[], fallback: Entry, keepsEntryScript: boolean): Entry {
    const { asked } = this;
    const found = this.find(entries);
    const entry = found ?? fallback;
    if (asked && !found) this.notFound(asked, entry.path);
    this.asked = undefined;
    if (entry.path !== this.current) {
      this.current = entry.path;
      this.session.address.corrected(entry.path);
    }
    if (this.shown && this.shown.key !== entry.key) {
      const kept = keepsEntryScript ? ["", entry.key] : [entry.key];
      this.session.widgets.cleanUp(
        () => false,
        (widget) => widget !== undefined && !kept.includes(widget.page),
      );
    }
    this.shown = entry;
    this.config.settle(entry.key);
    return entry;
  }

  private find(entries: readonly Entry[]): Entry | undefined {
    const { asked } = this;
    if (asked === undefined) return entries.find((one) => one.key === this.shown?.key);
    return entries.find((one) => one.path === asked) ?? entries.find((one) => one.ownPath === asked);
  }

  private likely(folder: readonly Entry[]): Entry | undefined {
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

function trimmed(path: string): string {
  return path.replace(/^\/+|\/+$/g, "");
}

/** A page as the menu needs it. */
export function menuItem({ path, title, icon, hidden }: Entry): NavigationPage {
  return { path, title, ...(icon ? { icon } : {}), ...(hidden ? { hidden } : {}) };
}

function listing(entries: readonly Entry[], current: Entry, isShown: boolean): Navigation {
  const sections = [{ label: "", pages: entries.map(menuItem) }];
  return { position: isShown ? "sidebar" : "hidden", expanded: false, sections, current: current.path };
}

function notTheOne(page: AppPage): AppError {
  return new AppError("page", `page.run: only the page that st.navigation returned can be run, and once; "${page.title}" is not that page or has run already`, {
    hint: "Write: const page = st.navigation([…]); await page.run();",
  });
}
