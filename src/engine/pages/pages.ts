import type { Navigation } from "../../protocol/messages.ts";
import { AppError, type SwitchPageSignal } from "../errors/errors.ts";
import { saySuspicion } from "../errors/said.ts";
import type { Run } from "../runs/run.ts";
import { currentScope, type Scope, within } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { baseOf, PageChoice } from "./choice.ts";
import type { Entry, Shown } from "./entry.ts";
import { listing, NO_NAVIGATION } from "./menu.ts";
import type { AnyPage } from "./page.ts";
import { createPageConfigs, type PageConfigs } from "./page-config.ts";
import type { Params } from "./page-pattern.ts";
import { noSuchFile, watched } from "./page-scripts.ts";

/** What one call of `st.navigation` declared. */
interface Declared {
  readonly run: Run | undefined;
  readonly entries: readonly Entry[];
  readonly current: Shown;
  hasRun: boolean;
  /** Knows the line of the call. */
  readonly call: Error;
}

/** Which page a session shows, and how its body is run. */
export interface Pages {
  /** Path of the page asked for, or shown; empty for the default one. */
  readonly current: string;
  /** What stands in the address before the path of a page; ends in a slash. */
  readonly basePath: string;
  readonly config: PageConfigs;
  /** Somebody asked for a page; without a query that of the page before goes. */
  go(path: string, query?: string): void;
  switchTo(signal: SwitchPageSignal): void;
  runBody(run: Run): unknown;
  /** A run of the whole script came to its good end: warns where it left a blank page because nothing ran the one chosen. */
  runDone(run: Run): void;
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

const FORGOTTEN = "st.navigation was called, but the page it returned was never run";
const RESOLVED = Promise.resolve();

export function createPages(session: Session, first: string): Pages {
  return new SessionPages(session, first);
}

class SessionPages implements Pages {
  readonly basePath: string;
  readonly config: PageConfigs;
  private readonly choice: PageChoice;
  private declared: Declared | undefined;
  private told = JSON.stringify(NO_NAVIGATION);
  /** A page under way that the script does not wait for. */
  private forgotten: Promise<void> | undefined;

  constructor(
    private readonly session: Session,
    first: string,
  ) {
    this.choice = new PageChoice(session, first);
    this.basePath = baseOf(session.context.url, this.current);
    this.config = createPageConfigs((config) => session.send({ type: "pageConfig", config }));
  }

  get current(): string {
    return this.choice.current;
  }

  go(path: string, query?: string): void {
    this.choice.go(path, query);
  }

  switchTo(signal: SwitchPageSignal): void {
    this.choice.switchTo(signal);
  }

  runBody(run: Run): unknown {
    const { core } = this.session;
    this.forgotten = undefined;
    const folder = core.pagesFolder.entries();
    this.config.begin(this.choice.likely(this.declared?.entries ?? folder)?.key ?? "");
    const main = folder[0];
    if (!main) return core.runEntry().then(() => this.bodyOver(run));
    const shown = this.choice.choose(folder, main, false);
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
      this.choice.none();
    }
    return this.forgotten;
  }

  runDone(run: Run): void {
    const { declared, session } = this;
    if (declared?.run !== run || declared.hasRun || run.isSilent) return;
    if (Object.values(session.screen.roots).some(({ drawn }) => drawn.length > 0)) return;
    saySuspicion(session.core, run, FORGOTTEN, "Write: const page = st.navigation([…]); await page.run();", declared.call);
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
    const current = this.choice.choose(entries, fallback, true);
    this.declared = { run, entries, current, hasRun: false, call: new Error(FORGOTTEN) };
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
    return this.choice.shown?.key ?? "";
  }

  get shownPath(): string | undefined {
    return this.choice.shown?.path;
  }

  get params(): Params {
    return this.choice.shown?.params ?? {};
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
    const id = this.choice.shown?.entry.id;
    return id !== undefined && this.session.core.pageScripts.isChanged(id);
  }

  private tell(navigation: Navigation): void {
    const next = JSON.stringify(navigation);
    if (next === this.told) return;
    this.told = next;
    this.session.send({ type: "navigation", navigation });
  }
}

function notTheOne(page: AnyPage): AppError {
  return new AppError("page", `page.run: only the page that st.navigation returned can be run, and once; "${page.title}" is not that page or has run already`, {
    hint: "Write: const page = st.navigation([…]); await page.run();",
  });
}
