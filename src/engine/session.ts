import type { Kind } from "../protocol/kind.ts";
import type { ClientContext, ErrorReport, Outcome, RerunRequest, ToClient, ToServer, WireValue } from "../protocol/messages.ts";
import { Address } from "./address.ts";
import { drawWidget } from "./draw-widget.ts";
import { type EncodedTable, encodeTable } from "./encoded-table.ts";
import type { EngineCore } from "./engine.ts";
import { AppError, ControlSignal, readable, RerunSignal, StopSignal, SupersededSignal, SwitchPageSignal } from "./errors.ts";
import { Exception } from "./exception-kind.ts";
import { Fragments } from "./fragments.ts";
import type { EngineSession, OpenOptions, Principal, StopFlag } from "./host.ts";
import { Inbox } from "./inbox.ts";
import { Block, Node } from "./node.ts";
import { checkSerializable, KeptState } from "./kept-state.ts";
import { SentPayloads } from "./payloads.ts";
import { createPages, type Pages } from "./pages/pages.ts";
import { type FragmentInstance, Run, type Trigger } from "./run.ts";
import { type Scope, type Target, within } from "./scope.ts";
import { Screen } from "./screen.ts";
import { Tasks } from "./task/tasks.ts";
import type { WidgetSpec } from "./widgets.ts";
import { Widgets } from "./widgets.ts";

/** A long run brings what it has drawn to the page at least this often. */
const SETTLE_EVERY_MS = 50;
/** State is handed to the host this long after a run. */
const KEEP_AFTER_MS = 100;
/** Runs shorter than this never mark anything as stale. */
const STALE_AFTER_MS = 400;

/** One person's visit: values, state, screen, and the runs that make it. */
export class Session implements EngineSession {
  readonly id: string;
  readonly stop: StopFlag;
  readonly principal: Principal;
  readonly widgets = new Widgets();
  readonly screen: Screen;
  readonly fragments: Fragments;
  readonly inbox = new Inbox();
  readonly pages: Pages;
  readonly tasks: Tasks;
  readonly payloads: SentPayloads;
  context: ClientContext;
  readonly address: Address;
  /** The full run in progress. */
  run: Run | undefined;
  closed = false;
  /** True when a saved file reruns the script by itself. */
  runOnSave: boolean;
  private runs = 0;
  private showsCompileError = false;
  private keeping = false;
  private readonly kept = new KeptState();
  private settling = false;
  private readonly outbox: (message: ToClient) => void;
  /** Runs once no run is in progress any more; for hosts and tests that wait. */
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
    this.fragments = new Fragments(this);
    this.payloads = new SentPayloads(core.payloads, (message) => this.send(message));
    this.pages = createPages(this, options.page);
    this.tasks = new Tasks(this);
    this.widgets.onDefaultAndState = (key, command) => core.warnDefaultAndState(key, command);
    if (options.restore) this.restore(options.restore);
  }

  send(message: ToClient): void {
    if (!this.closed) this.outbox(message);
  }

  receive(message: ToServer): void {
    if (this.closed) return;
    if (message.type === "rerun") this.request(message);
    else if (message.type === "stop") this.stopRuns();
    else if (message.type === "clearCache") this.core.clearCaches();
    else if (message.type === "context") this.context = message.context;
    else if (message.type === "runOnSave") this.runOnSave = message.value;
    else if (message.type === "need") this.payloads.resend(message.payload);
  }

  /** Asks for a run: a person did something, a timer fired, the script changed. */
  request(request: RerunRequest): void {
    this.screen.seq = Math.max(this.screen.seq, request.seq);
    if (request.page !== undefined) this.pages.go(request.page, request.query);
    else if (request.query !== undefined) this.address.reported(request.query);
    for (const [id, wire] of Object.entries(request.values ?? {})) this.screen.reported(id, wire);
    if (request.fragment !== undefined && this.fragments.request(request)) return;
    this.inbox.take(request);
    this.pump();
  }

  /** Starts the next full run if something asks for one and nothing stands against it. */
  pump(): void {
    if (!this.inbox.isWaiting || this.closed) return;
    if (!this.core.ready) {
      void this.core.load().then(() => this.pump());
      return;
    }
    const { run } = this;
    if (run) {
      if (run.phase === "callbacks" || this.inbox.waitsFor(run)) return;
      if (!this.core.option("runner.fastReruns", true)) {
        run.end(new SupersededSignal());
        return;
      }
      this.supersede(run);
    }
    this.fragments.cancel();
    this.start();
  }

  private supersede(run: Run): void {
    run.end(new SupersededSignal());
    this.inbox.carry(run.triggers);
    this.over(run, "superseded");
  }

  private start(): void {
    const { ready } = this.core;
    const { values, triggers } = this.inbox.give();
    this.stop.lower();
    this.runs += 1;
    if (ready && "error" in ready) {
      this.refuse(ready.error);
      return;
    }
    if (this.showsCompileError) this.send({ type: "compileError", error: null });
    this.showsCompileError = false;
    const run = new Run(this, this.runs, undefined, triggers, this.core.host.now());
    this.run = run;
    this.send({ type: "started", run: run.number });
    this.widgets.beginRun();
    this.tasks.readers.beginRun();
    const callbacks = this.callbacksFor(values, triggers);
    this.screen.restart();
    void this.execute(run, callbacks);
  }

  /** The script cannot be run: the last good screen stays. */
  private refuse(error: ErrorReport): void {
    this.showsCompileError = true;
    this.core.retryLater();
    this.core.sayOnce(error);
    this.send({ type: "compileError", error: this.core.redact(error) });
    this.send({ type: "finished", run: this.runs, seq: this.screen.seq, outcome: "error" });
    for (const wake of [...this.idle]) wake();
  }

  /** A file the script is made of was saved. */
  scriptChanged(): void {
    // Nothing good is lost where the last version did not compile.
    if (this.runOnSave || this.showsCompileError) this.request({ type: "rerun", seq: this.screen.seq });
    else this.send({ type: "scriptChanged" });
  }

  /** Takes up reported values and says which callbacks they call, in the order of the report. */
  callbacksFor(values: Map<string, WireValue>, triggers: Map<string, Trigger>): (() => unknown)[] {
    const callbacks: (() => unknown)[] = [];
    const call = (id: string, value: () => unknown) => {
      const spec = this.widgets.drawnAs(id)?.spec;
      const { onChange, args } = spec ?? {};
      if (onChange) callbacks.push(() => (args ? onChange(...args) : onChange(value())));
    };
    for (const [id, wire] of values) {
      if (this.widgets.report(id, wire, this.core.isEqual)) call(id, () => this.widgets.read(id));
    }
    for (const [id, trigger] of triggers) {
      if (trigger.called) continue;
      trigger.called = true;
      call(id, () => this.widgets.drawnAs(id)?.spec.decode(trigger.wire));
    }
    return callbacks;
  }

  private async execute(run: Run, callbacks: (() => unknown)[]): Promise<void> {
    let outcome: Outcome = "done";
    const scope: Scope = { run, target: this.screen.roots.main };
    this.core.busy.enter(this.id);
    try {
      if (callbacks.length > 0) await this.callBack(run, scope, callbacks);
      run.phase = "body";
      if (callbacks.length > 0 && this.inbox.isWaiting) this.pump();
      if (!run.ended) {
        const body = within(scope, () => this.pages.runBody(run));
        this.core.busy.leave();
        await body;
      } else this.core.busy.leave();
      if (run.ended) throw run.ended;
      this.checkState();
    } catch (error) {
      if (this.run !== run) return;
      outcome = this.failed(run, error, scope);
    }
    if (this.run !== run) return;
    if (outcome === "superseded") this.inbox.carry(run.triggers);
    if (outcome === "rerun") this.inbox.again(run.triggers);
    this.over(run, outcome);
    if (this.inbox.isWaiting) this.core.host.soon(() => this.pump());
    else this.fragments.pump();
  }

  /** At the end of a run, where the app asks for it: every entry must be such that another process could take it over. */
  checkState(): void {
    if (this.core.option("runner.enforceSerializableSessionState", false)) checkSerializable(this.widgets.entries());
  }

  /** Callbacks run one after the other, to their end; an error in one ends the run before its body. */
  async callBack(run: Run, scope: Scope, callbacks: (() => unknown)[]): Promise<void> {
    for (const callback of callbacks) {
      try {
        const result = within(scope, callback);
        if (result instanceof Promise) await result;
      } catch (error) {
        if (!(error instanceof RerunSignal)) throw error;
        // The script runs after every callback anyway.
        run.ended = undefined;
        this.core.host.log("warning", "st.rerun() in a callback does nothing: the script runs after it anyway.");
      }
    }
  }

  /** What an error, or a signal, that left the script means for the run. */
  failed(run: Run, error: unknown, scope: Scope): Outcome {
    const signal = error instanceof ControlSignal ? error : run.ended;
    if (signal instanceof StopSignal) return "stopped";
    if (signal instanceof RerunSignal) {
      run.rerunScope = signal.scope;
      return "rerun";
    }
    if (signal instanceof SupersededSignal) return "superseded";
    if (signal instanceof SwitchPageSignal) {
      this.pages.switchTo(signal);
      return "rerun";
    }
    try {
      this.showError(readable(error), scope, run);
    } catch (second) {
      // Whatever is wrong with the error itself, the run must come to its end.
      this.core.host.log("error", `An error could not be shown: ${second instanceof Error ? second.message : ""}`);
    }
    return "error";
  }

  /** Draws the error box and writes the error to the log. */
  showError(error: unknown, scope: Scope, run?: Run): void {
    const report = this.core.report(error, run);
    this.core.host.log("error", this.core.describe(error, report));
    const target = scope.target instanceof Block ? scope.target : this.screen.roots.main;
    this.draw(target, Exception, this.core.redact(report), undefined, false, undefined);
  }

  private over(run: Run, outcome: Outcome): void {
    run.release(outcome);
    this.run = undefined;
    if (outcome === "done") this.cleanUp(run);
    this.address.flush();
    if (outcome !== "rerun" && outcome !== "superseded") {
      this.screen.settle(true);
      this.flush();
      this.send({ type: "timers", timers: this.fragments.timers() });
    }
    this.send({ type: "finished", run: run.number, seq: this.screen.seq, outcome });
    if (outcome !== "superseded") this.payloads.runOver();
    this.core.remember(this);
    if (!this.inbox.isWaiting) for (const wake of [...this.idle]) wake();
  }

  private cleanUp(run: Run): void {
    this.widgets.cleanUp(
      (id) => run.drawnIds.has(id) || this.fragments.hasDrawn(id),
      () => true,
      this.pages.shownKey,
    );
  }

  /** Ends whatever runs; what is on the page stays. */
  stopRuns(): void {
    this.stop.lower();
    this.fragments.cancel();
    this.inbox.clear();
    const { run } = this;
    if (!run) return;
    run.end(new StopSignal());
    this.over(run, "stopped");
  }

  draw(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean, run: Run | undefined, stands?: { value: WireValue }): Node {
    const node = this.makeNodeOrBox(target, kind, props, ident, isBlock);
    // Before the node can meet the page: settling may happen below.
    if (stands) {
      node.value = stands.value;
      node.hasValue = true;
    }
    if (target instanceof Block) target.draw(node);
    else target.block.replace(target.index, node);
    this.settleSoon(run);
    return node;
  }

  /** An element that is too big to be sent fails alone: its place shows why. */
  private makeNodeOrBox(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean): Node {
    try {
      return this.makeNode(target, kind, props, ident, isBlock);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "message-too-big" || isBlock) throw error;
      const report = this.core.report(error, undefined);
      this.core.host.log("error", this.core.describe(error, report));
      return this.makeNode(target, Exception, this.core.redact(report), ident, false);
    }
  }

  private makeNode(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean): Node {
    const likely = target instanceof Block ? target.guess?.[target.drawn.length] : target.block.drawn[target.index];
    // Asked for first: a node that has grown encodes itself now, into the same buffer.
    const before = likely?.kind === kind.name ? likely.bytes : undefined;
    const view = this.core.encodeProps(kind, props);
    const payloads = this.core.payloads.take();
    if (payloads) this.payloads.use(payloads);
    const bytes = before && this.core.sameBytes(before, view) ? before : view.slice();
    if (payloads) this.core.payloads.tie(bytes, payloads);
    if (!isBlock) return new Node(kind.name, bytes, ident);
    const block = new Block(kind.name, bytes, ident);
    if (likely instanceof Block && likely.kind === kind.name) block.guess = likely.onPage();
    return block;
  }

  encode(kind: Kind, props: object): Uint8Array {
    const bytes = this.core.encodeProps(kind, props).slice();
    const payloads = this.core.payloads.take();
    if (payloads) this.core.payloads.tie(bytes, payloads);
    return bytes;
  }

  table(data: unknown, argument: string): EncodedTable {
    const { tables } = this.core;
    return this.payloads.table(tables.fingerprint(data), () => encodeTable(tables, this.core.payloads, data, argument));
  }

  /** A node on the page has grown at the end of one of its props. */
  appended(run: Run, node: Node, prop: string, more: string | readonly unknown[]): void {
    const last = this.screen.ops.at(-1);
    const same = last?.op === "append" && last.id === node.wireId && last.prop === prop ? last : undefined;
    if (same && typeof same.value === "string") same.value += String(more);
    else if (same && Array.isArray(same.value)) same.value.push(...more);
    else this.screen.ops.push({ op: "append", id: node.wireId, prop, value: typeof more === "string" ? more : [...more] });
    this.settleSoon(run);
  }

  drawWidget<V>(scope: Scope, target: Target, kind: Kind, spec: WidgetSpec<V>): V {
    return drawWidget(this, scope, target, kind, spec);
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

  /** Brings new nodes to the page at the end of this turn, or at once in a long synchronous run. */
  settleSoon(run: Run | undefined): void {
    if (run) {
      const now = this.core.host.now();
      if (now - run.lastSettle > SETTLE_EVERY_MS) {
        run.lastSettle = now;
        this.settleNow();
        return;
      }
    }
    if (this.settling) return;
    this.settling = true;
    this.core.host.soon(() => {
      this.settling = false;
      this.settleNow();
    });
  }

  settleNow(): void {
    const { run } = this;
    if (this.closed) return;
    this.screen.settle(false);
    if (run && !run.ended && this.core.host.now() - run.startedAt > STALE_AFTER_MS) {
      this.screen.ops.push({ op: "stale", ids: this.screen.stale() });
    }
    this.flush();
  }

  /** Sends the operations collected so far. */
  flush(): void {
    const ops = this.screen.takeOps();
    if (ops.length === 0) return;
    for (const group of this.payloads.groups(ops)) {
      this.payloads.before(group);
      const from = this.screen.revision;
      this.screen.revision = from + 1;
      this.send({ type: "patch", from, revision: from + 1, ops: group });
    }
  }

  /** Starts a run of a fragment; `fragments.ts` decides when. */
  newRun(fragment: FragmentInstance, triggers: Map<string, Trigger>): Run {
    this.runs += 1;
    return new Run(this, this.runs, fragment, triggers, this.core.host.now());
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
    for (const [id, wire] of Object.entries(values)) this.screen.reported(id, wire);
    const entries = Object.entries(state).map(([key, bytes]) => [key, this.core.decodeState(bytes)] as const);
    this.widgets.restoreEntries(new Map(entries.filter(([key, value]) => !this.tasks.restore(key, value))));
    this.screen.restore(revision, nodes, this.core.identOf);
  }

  close(): void {
    if (this.closed) return;
    this.fragments.cancel();
    this.tasks.close();
    this.run?.end(new StopSignal());
    this.run?.release("stopped");
    this.run = undefined;
    this.closed = true;
    this.core.forget(this);
  }
}
