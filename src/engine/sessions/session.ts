import type { ClientContext, RerunRequest, ToClient, ToServer } from "../../protocol/messages.ts";
import { Address } from "../screen/address.ts";
import { showInAddress } from "../widgets/bound-query.ts";
import type { EngineCore } from "../engine.ts";
import { AppError } from "../errors/errors.ts";
import { Fragments } from "../fragments/fragments.ts";
import { FullRuns } from "../runs/full-runs.ts";
import type { EngineSession, OpenedMedia, OpenOptions, PreparedMedia, Principal, StopFlag } from "../host.ts";
import { Inbox } from "../runs/inbox.ts";
import { KeptState } from "../state/kept-state.ts";
import { Media } from "../files/media.ts";
import { createPages, type Pages } from "../pages/pages.ts";
import { SentPayloads } from "../screen/sent-payloads.ts";
import { type FragmentInstance, Run, type Trigger } from "../runs/run.ts";
import { Screen } from "../screen/screen.ts";
import { ScreenUpdates } from "../screen/screen-updates.ts";
import { SessionDrawer } from "./session-drawer.ts";
import { Tasks } from "../task/tasks.ts";
import { Searches } from "../widgets/searches.ts";
import { Uploads } from "../files/uploads.ts";
import { Widgets } from "../widgets/widgets.ts";

/** State is handed to the host this long after a run. */
const KEEP_AFTER_MS = 100;

/** One person's visit: values, state, screen, and the runs that make it. */
export class Session implements EngineSession {
  readonly id: string;
  readonly stop: StopFlag;
  readonly principal: Principal;
  readonly widgets = new Widgets();
  readonly screen: Screen;
  readonly updates = new ScreenUpdates(this);
  readonly drawer = new SessionDrawer(this);
  readonly fullRuns = new FullRuns(this);
  readonly fragments = new Fragments(this);
  readonly inbox = new Inbox();
  readonly pages: Pages;
  readonly tasks: Tasks;
  readonly payloads: SentPayloads;
  readonly uploads: Uploads;
  readonly media = new Media(this);
  readonly searches = new Searches(this);
  context: ClientContext;
  readonly address: Address;
  /** Cached functions that gave it frozen values. */
  readonly frozen = new Set<string>();
  closed = false;
  /** True when a saved file reruns the script by itself. */
  runOnSave: boolean;
  private runs = 0;
  private keeping = false;
  private readonly kept = new KeptState();
  private readonly outbox: (message: ToClient) => void;
  /** Called once no run is in progress any more; for hosts and tests that wait. */
  readonly idle = new Set<() => void>();

  constructor(
    readonly core: EngineCore,
    private readonly options: OpenOptions,
  ) {
    this.id = options.id;
    this.stop = options.stop;
    this.principal = options.principal;
    this.context = options.context;
    this.address = new Address(
      options.query,
      (message) => this.send(message),
      (task) => core.host.soon(task),
    );
    this.outbox = options.send;
    this.runOnSave = core.option("server.runOnSave", false);
    this.screen = new Screen((value) => core.encoder.write(value).slice());
    this.payloads = new SentPayloads(core.payloads, (message) => this.send(message));
    this.pages = createPages(this, options.page);
    this.tasks = new Tasks(this);
    this.uploads = new Uploads(this, options.uploads);
    this.widgets.onDefaultAndState = (key, command) => core.warnDefaultAndState(key, command);
    if (options.restore) this.restore(options.restore);
  }

  /** The full run in progress. */
  get run(): Run | undefined {
    return this.fullRuns.current;
  }

  /** False until the first run of this engine has begun. */
  get hasRun(): boolean {
    return this.runs > 0;
  }

  /** True where another engine drew what the page shows, until the script has run here. */
  get lacksCallbacks(): boolean {
    return this.options.restore !== undefined && !this.hasRun;
  }

  prepareMedia(name: string): Promise<PreparedMedia> {
    return this.media.prepare(name);
  }

  openMedia(name: string): Promise<OpenedMedia | undefined> {
    return this.media.open(name);
  }

  discardUpload(upload: string): void {
    this.uploads.discard(upload);
  }

  send(message: ToClient): void {
    if (!this.closed) this.outbox(message);
  }

  receive(message: ToServer): void {
    if (this.closed) return;
    if (message.type === "rerun") this.request(message);
    else if (message.type === "bound") showInAddress(this, message.values);
    else if (message.type === "search") void this.searches.answer(message);
    else if (message.type === "stop") this.stopRuns();
    else if (message.type === "clearCache") this.core.clearCaches();
    else if (message.type === "context") this.context = message.context;
    else if (message.type === "runOnSave") this.runOnSave = message.value;
    else if (message.type === "need") this.payloads.resend(message.payload);
  }

  /** Asks for a run: a person did something, a timer fired, the script changed. */
  request(request: RerunRequest): void {
    this.screen.seq = Math.max(this.screen.seq, request.seq);
    this.uploads.note(request);
    if (request.page !== undefined) this.pages.go(request.page, request.query);
    else if (request.query !== undefined) this.address.reported(request.query);
    for (const [id, wire] of Object.entries(request.values ?? {})) this.screen.reported(id, wire, this.widgets.drawnAs(id) !== undefined);
    if (request.fragment !== undefined && this.fragments.request(request)) return;
    this.inbox.take(request);
    this.fullRuns.pump();
  }

  scriptChanged(): void {
    this.fullRuns.scriptChanged();
  }

  /** Ends whatever runs; what is on the page stays. */
  private stopRuns(): void {
    this.stop.lower();
    this.fragments.cancel();
    this.inbox.clear();
    this.fullRuns.stop();
  }

  /** Starts a run, of the whole script unless a fragment is given. */
  newRun(fragment: FragmentInstance | undefined, triggers: Map<string, Trigger>): Run {
    this.runs += 1;
    return new Run(this, this.runs, fragment, triggers, this.core.host.now());
  }

  /** Refuses a key that something else in this run has. */
  claimKey(run: Run, key: string): void {
    if (run.drawnKeys.has(key)) {
      throw new AppError("duplicate-key", `There are multiple elements with the same key="${key}"`, {
        hint: "Give every element a key of its own, for instance with the number of the row in it.",
      });
    }
    run.drawnKeys.add(key);
  }

  /** Tells those who wait for it that nothing runs any more. */
  wake(): void {
    for (const wake of [...this.idle]) wake();
  }

  /** Lets the host keep what a new engine would need, off the reply path. */
  keepSoon(): void {
    if (this.keeping || !this.options.keep) return;
    this.keeping = true;
    this.core.host.after(KEEP_AFTER_MS, () => {
      this.keeping = false;
      if (!this.closed) this.options.keep?.(this.kept.changes(new Map([...this.widgets.kept(), ...this.tasks.kept()])));
    });
  }

  private restore({ values, state, revision, nodes }: NonNullable<OpenOptions["restore"]>): void {
    this.widgets.restore(values);
    this.uploads.note({ values });
    for (const [id, wire] of Object.entries(values)) this.screen.reported(id, wire, false);
    const entries = Object.entries(state).map(([key, bytes]) => [key, this.core.decodeState(bytes)] as const);
    this.widgets.restoreEntries(new Map(entries.filter(([key, value]) => !this.tasks.restore(key, value))));
    this.screen.restore(revision, nodes, this.core.identOf);
  }

  close(): void {
    if (this.closed) return;
    this.fragments.cancel();
    this.searches.close();
    this.tasks.close();
    this.fullRuns.drop();
    this.closed = true;
    this.core.forget(this);
  }
}
