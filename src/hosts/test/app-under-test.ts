import { Temporal } from "../../elements/temporal.ts";
import { createEngine } from "../../engine/engine.ts";
import { ControlSignal } from "../../engine/errors/errors.ts";
import { sayStray } from "../../engine/errors/said.ts";
import { currentScope } from "../../engine/runs/scope.ts";
import type { Session } from "../../engine/sessions/session.ts";
import type { Op, PageConfig, RerunRequest, ToClient } from "../../protocol/messages.ts";
import { defaultConfig, readConfig } from "../node/config/config.ts";
import { published } from "../node/threads/published.ts";
import type { AppTest } from "./app-test.ts";
import type { AppTestOptions, LogEntry } from "./app-test-types.ts";
import { type FakeClock, fakeClock } from "./clock.ts";
import { watchSleep } from "./asleep.ts";
import { addError, errorRoot } from "./error-root.ts";
import { downloadFrom } from "./download.ts";
import { Edits } from "./edits.ts";
import { createElements, type Element, type Page } from "./element.ts";
import type { RunOptions } from "./element-types.ts";
import { defineFinders, nodesIn } from "./finders.ts";
import { createTestHost } from "./host.ts";
import { sessionStateOf, type TestSessionState } from "./memory.ts";
import { refuseLacking } from "./lacking.ts";
import type { Mirror, MirrorNode } from "./mirror.ts";
import { PageTimers } from "./page-timers.ts";
import { pagePath } from "./page-path.ts";
import { type QueryParams, queryLists, queryText } from "./query.ts";
import type { Script } from "./script.ts";
import { nestedSecrets, type TestSecrets } from "./secrets.ts";
import { scriptTimers } from "./script-timers.ts";
import { PageRegion, REGIONS } from "./region.ts";
import { catchStrays } from "./strays.ts";
import { actAndRest, Deadline } from "./settle.ts";
import { outline } from "./show.ts";
import { createShownPage, type TestPage } from "./shown-page.ts";
import { AppTestError } from "./test-error.ts";
import { watchUpdates } from "./updates.ts";
import { Visit } from "./visit.ts";

/** Of errors nobody caught in one run. */
const MOST_LATE = 20;

/** One session of an app, driven by a test: everything it does and sees goes through the wire. */
export class AppUnderTest implements Page {
  defaultTimeout: number;
  secrets: TestSecrets = {};
  queryParams: QueryParams = {};
  readonly edits = new Edits();
  readonly log: LogEntry[] = [];
  readonly elementOf: (node: MirrorNode) => Element = createElements(() => this);
  readonly main = new PageRegion(this, "main");
  readonly sidebar = new PageRegion(this, "sidebar");
  readonly event = new PageRegion(this, "event");
  readonly bottom = new PageRegion(this, "bottom");
  readonly sessionState: TestSessionState = sessionStateOf(() => this.session);
  private readonly deadline = new Deadline();
  private readonly clock: FakeClock | undefined;
  private readonly timers: PageTimers | undefined;
  private readonly visits: Visit;
  /** How many timers of the script wait for the clock to be moved. */
  private readonly sleepers: () => number;
  private readonly shown = createShownPage();
  private page: string | undefined;
  private query = "";
  /** Secrets as the run in progress sees them. */
  private given: Record<string, unknown> = {};
  private compileError: MirrorNode | undefined;
  /** Errors that nobody caught since the last run began. */
  private late = errorRoot();
  /** Held here, for it lives as long as the app. */
  private readonly stray = (error: unknown): void => {
    const { core } = this.visits.engine;
    // A timer of a run that is over: it was to end there.
    if (error instanceof ControlSignal) return;
    sayStray(core, error);
    if (this.late.children.length < MOST_LATE) addError(this.late, core.reports.make(error, currentScope()?.run));
  };
  private read = 0;

  static start(script: Script, options: AppTestOptions): AppUnderTest {
    return new AppUnderTest(script, options);
  }

  constructor(
    private readonly script: Script,
    options: AppTestOptions,
  ) {
    const { config = {}, context, headers = {}, cookies = {} } = options;
    this.defaultTimeout = options.defaultTimeout ?? 3;
    this.clock = fakeClock(options.clock);
    const timers = this.clock && options.clock !== true ? scriptTimers(this.clock, (error) => this.stray(error)) : undefined;
    this.timers = this.clock ? new PageTimers(this.clock, (fragment) => this.visits.ask({ fragment, auto: true })) : undefined;
    const host = createTestHost({
      compile: script.compile,
      secrets: () => this.given,
      log: (level, message) => void this.log.push({ level, message }),
      clock: this.clock,
      timers: timers?.globals,
    });
    this.sleepers = () => timers?.pending() ?? 0;
    const engine = createEngine({
      host,
      entry: script.entry,
      config: { ...(config === "files" ? readConfig().values : { ...defaultConfig(), ...config }) },
      rivulet: published,
      temporal: Temporal,
    });
    this.visits = new Visit(engine, {
      stop: this.deadline,
      principal: { headers: { ...headers }, cookies: { ...cookies }, address: null },
      ...(context
        ? { context: { timezone: "UTC", timezoneOffset: 0, locale: "en-US", url: "http://localhost:8501/", isEmbedded: false, theme: "light", ...context } }
        : {}),
    });
    catchStrays(this.session.id, engine.core, this.stray);
  }

  get mirror(): Mirror {
    return this.visits.mirror;
  }

  get session(): Session {
    return this.visits.session;
  }

  download(id: string): Promise<File | string> {
    return downloadFrom(this.session, id);
  }

  specOf(id: string) {
    return this.session.widgets.drawnAs(id)?.spec;
  }

  async run({ timeout, onUpdate }: RunOptions = {}): Promise<this> {
    const request = this.request();
    this.late = errorRoot();
    await this.watched(onUpdate, () => this.act(timeout, () => this.visits.ask(request)));
    return this;
  }

  async advance(milliseconds: number, { timeout, onUpdate }: RunOptions = {}): Promise<this> {
    const { clock } = this;
    if (!clock) throw new AppTestError('advance: the clock of this test is the real one. Make the test with { clock: "fake" }.');
    if (!(milliseconds >= 0)) throw new AppTestError(`advance: the time must be a number of milliseconds that is not negative, not ${String(milliseconds)}.`);
    await this.watched(onUpdate, () => clock.advance(milliseconds, () => this.act(timeout, () => {})));
    return this;
  }

  switchPage(path: string): this {
    const { entry } = this.script;
    this.page = pagePath(path, typeof entry === "string" ? entry : "", this.session.pages.entries());
    return this;
  }

  /** Chooses the page for the next run, known or not, as an address does. */
  openAt(path: string): void {
    this.page = path;
  }

  get pages(): TestPage[] {
    return this.shown.pages;
  }

  get pageConfig(): PageConfig {
    return this.shown.config;
  }

  close(): void {
    this.session.close();
  }

  /** Where `at.button` and its like look: all regions, an error that stands against the whole script, and errors that nobody caught. */
  get roots(): MirrorNode[] {
    const regions = REGIONS.map((name) => this.mirror.root(name));
    return [...(this.compileError ? [this.compileError] : []), ...regions, ...(this.late.children.length > 0 ? [this.late] : [])];
  }

  get children(): readonly Element[] {
    return this.roots.flatMap(({ children }) => children.map((child) => this.elementOf(child)));
  }

  toString(): string {
    const error = this.compileError ? [`cannot run${outline(this.compileError.children.map(this.elementOf))}`] : [];
    const regions = REGIONS.filter((name) => this[name].children.length > 0).map((name) => String(this[name]));
    const late = this.late.children.length > 0 ? [`not caught${outline(this.late.children.map(this.elementOf))}`] : [];
    return [...error, ...regions, ...late].join("\n") || "nothing on the page";
  }

  /** How test runners print it. */
  toJSON(): string {
    return this.toString();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  /** Everything that was done since the last run, as the page would tell it. */
  private request(): Omit<RerunRequest, "type" | "seq"> {
    const submitting = this.edits.submitting();
    this.refuseLacking(submitting);
    const request: Omit<RerunRequest, "type" | "seq"> = this.edits.take();
    this.clearForms(submitting);
    const query = queryText(this.queryParams);
    if (query !== this.query) request.query = query;
    if (this.page !== undefined) request.page = this.page;
    if (request.query !== undefined || request.page !== undefined) delete request.fragment;
    this.query = query;
    this.page = undefined;
    return request;
  }

  private watched(onUpdate: RunOptions["onUpdate"], body: () => Promise<void>): Promise<void> {
    return watchUpdates(this.mirror, onUpdate && (() => onUpdate(this as unknown as AppTest)), body);
  }

  private refuseLacking(submitting: Set<string>): void {
    try {
      refuseLacking(submitting, [...nodesIn(this.roots)].map(this.elementOf));
    } catch (error) {
      // As on the page, nothing came of the click.
      this.edits.releaseForms(submitting);
      throw error;
    }
  }

  private clearForms(forms: Set<string>): void {
    const nodes = [...nodesIn(this.roots)];
    for (const node of nodes) {
      const { form, clearOnSubmit } = node.props as { form?: unknown; clearOnSubmit?: unknown };
      if (typeof form === "string" && clearOnSubmit === true && forms.has(form)) this.edits.clear(form, nodes);
    }
  }

  private async act(timeout: number | undefined, ask: () => void): Promise<void> {
    const { session, deadline, script } = this;
    const seconds = timeout ?? this.defaultTimeout;
    this.given = nestedSecrets(this.secrets);
    try {
      await actAndRest({ session, deadline, seconds, name: script.name, ask, isAsleep: this.clock && watchSleep(this.mirror, this.sleepers) });
    } finally {
      this.hear();
    }
  }

  /** Takes up what the app has said beside the page itself. */
  private hear(): void {
    const news: ToClient[] = this.mirror.messages.slice(this.read);
    this.read = this.mirror.messages.length;
    for (const message of news) {
      this.shown.hear(message);
      if (message.type === "compileError") this.compileError = message.error ? addError(errorRoot(), message.error) : undefined;
      else if (message.type === "url" && message.query !== undefined) this.query = message.query.replace(/^\?/, "");
      else if (message.type === "patch") this.takeValues(message.ops);
      else if (message.type === "timers") this.timers?.set(message.timers);
      else if (message.type === "pageNotFound") this.log.push({ level: "warning", message: `There is no page "${message.page}".` });
    }
    this.queryParams = queryLists(this.query);
    this.edits.meet(nodesIn(this.roots));
  }

  private takeValues(ops: readonly Op[]): void {
    for (const op of ops) {
      const node = op.op === "value" ? this.mirror.nodes.get(op.id) : undefined;
      if (node) this.edits.overruled(node);
    }
  }
}

defineFinders(AppUnderTest.prototype, (app: AppUnderTest) => ({ page: app, roots: app.roots, name: "The page" }));
