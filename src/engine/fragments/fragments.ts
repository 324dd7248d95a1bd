import { defineKind } from "../../protocol/kind.ts";
import type { Outcome, RerunRequest } from "../../protocol/messages.ts";
import { SupersededSignal } from "../errors/errors.ts";
import { callbacksFor } from "../runs/execution.ts";
import { owe } from "../runs/owed.ts";
import { Inbox } from "../runs/inbox.ts";
import { perform } from "../runs/perform.ts";
import type { FunctionStamp } from "../modules/runtime.ts";
import type { Block } from "../screen/node.ts";
import type { FragmentInstance, Run } from "../runs/run.ts";
import { nearest } from "../screen/place.ts";
import { type Scope, type Target, within } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { leaveAddress } from "../widgets/bound-query.ts";

export const Fragment = defineKind<{ fragment: string }>()("fragment", { block: true });

/** A fragment that is drawn on the page, and what is asked of it. */
interface Entry {
  instance: FragmentInstance;
  scope: Scope;
  inbox: Inbox;
  run: Run | undefined;
  drawnIds: Set<string>;
}

/** The parts of a session's script that rerun on their own, and the runs they make. */
export class Fragments {
  private entries = new Map<string, Entry>();
  private order: Entry[] = [];
  /** Asked of fragments that the full run in progress has not drawn again yet. */
  private early: RerunRequest[] = [];
  /** What the page knows of fragments that rerun by themselves. */
  private told = "[]";

  constructor(private readonly session: Session) {}

  /** Draws a fragment where it is called in a run, and keeps what its reruns need. */
  call(scope: Scope, target: Target, stamp: FunctionStamp | undefined, body: () => unknown, everySeconds: number | undefined, source?: unknown): unknown {
    const { session } = this;
    const run = scope.run as Run;
    const place = `${stamp?.module ?? ""}#${stamp?.position ?? String(source ?? body)}`;
    const outer = scope.fragment;
    // Counted within the fragment around: the same in its own runs as in those of the whole script.
    const home = `${place}|${outer?.id ?? ""}`;
    const id = session.core.host.hash(`${session.pages.scopeOf(scope)}|${home}|${run.count(`fragment:${home}`)}`).slice(0, 16);
    const block = session.drawer.draw(target, Fragment, { fragment: id }, `fragment:${id}`, true, run) as Block;
    block.fragment = id;
    const instance: FragmentInstance = { id, block, body, parent: outer, stamp, everySeconds };
    const inner: Scope = { ...scope, target: block, fragment: instance };
    const before = this.entries.get(id);
    const entry: Entry = { instance, scope: inner, inbox: before?.inbox ?? new Inbox(), run: undefined, drawnIds: new Set() };
    this.entries.set(id, entry);
    if (before) this.replace(before, entry);
    const result = within(inner, body);
    return result instanceof Promise ? owe(inner, result) : result;
  }

  /** The fragment around draws this one anew: a run of the former one would draw where nobody looks. */
  private replace(before: Entry, entry: Entry): void {
    const run = this.supersede(before);
    if (run) entry.inbox.carry(run.triggers);
    this.order = this.order.filter((one) => one !== before);
    if (entry.inbox.isWaiting) this.order.push(entry);
  }

  private supersede(entry: Entry): Run | undefined {
    const { session } = this;
    const { run } = entry;
    if (!run) return undefined;
    entry.run = undefined;
    run.end(new SupersededSignal());
    run.release("superseded");
    session.send({ type: "finished", run: run.number, seq: session.screen.seq, outcome: "superseded", fragment: entry.instance.id });
    return run;
  }

  /** True when the request was taken; false sends it on as a full run. */
  request(request: RerunRequest): boolean {
    const entry = this.entries.get(request.fragment as string);
    if (!entry && this.session.run) {
      this.early.push(request);
      return true;
    }
    if (!entry) {
      if (!request.auto) {
        const message = `Could not find fragment with id ${request.fragment}`;
        this.session.core.host.log("error", message);
        this.session.send({ type: "notice", level: "error", message, hint: "Rerun the app: the fragment is no longer part of it." });
      }
      // Whoever asked waits for an answer.
      this.session.send({ type: "finished", run: 0, seq: request.seq, outcome: "error", fragment: request.fragment as string });
      return true;
    }
    entry.inbox.take(request);
    if (!this.order.includes(entry)) this.order.push(entry);
    this.pump();
    return true;
  }

  /** Starts waiting fragments in the order they were asked for; a full run in progress goes first. */
  pump(): void {
    const { session } = this;
    if (session.run || session.inbox.isWaiting) return;
    for (const request of this.early.splice(0)) this.request(request);
    const waiting = this.order;
    this.order = [];
    for (const entry of waiting) {
      if (entry.run || session.run || session.inbox.isWaiting || this.isAround(entry)) this.order.push(entry);
      else this.start(entry);
    }
  }

  private start(entry: Entry): void {
    const { session } = this;
    const { values, triggers } = entry.inbox.give();
    const run = session.newRun(entry.instance, triggers);
    entry.run = run;
    session.send({ type: "started", run: run.number, fragment: entry.instance.id });
    const callbacks = callbacksFor(session, values, triggers);
    session.tasks.readers.beginRun(entry.instance.id);
    entry.instance.block.restart();
    void this.execute(entry, run, callbacks);
  }

  private async execute(entry: Entry, run: Run, callbacks: (() => unknown)[]): Promise<void> {
    const { session } = this;
    const scope: Scope = { ...entry.scope, run };
    const isCurrent = () => entry.run === run;
    const outcome = await perform(session, { run, scope, callbacks, body: entry.instance.body, isCurrent });
    if (outcome === undefined) return;
    entry.run = undefined;
    this.over(entry, run, outcome);
  }

  private over(entry: Entry, run: Run, outcome: Outcome): void {
    const { session } = this;
    const wantsApp = run.rerunScope === "app";
    if (outcome === "rerun" && !wantsApp) entry.inbox.again(run.triggers);
    if (outcome === "rerun" && wantsApp) {
      session.fullRuns.keepAnnounced(run);
      session.inbox.carry(run.triggers);
    }
    run.release(outcome);
    if (outcome === "done") {
      const { instance } = entry;
      const left = session.widgets.cleanUp(
        (widget) => run.drawnIds.has(widget),
        // What no run has ever drawn is nobody's: a page could name such widgets without end.
        (widget) => widget === undefined || this.isInside(this.entries.get(widget.fragment ?? ""), instance.block),
        session.pages.shownKey,
      );
      for (const widget of left) leaveAddress(session, widget);
      this.dropUndrawn(entry, run);
      this.tellTimers(false);
    }
    entry.drawnIds = run.drawnIds;
    if (outcome !== "rerun") session.screen.settleBlock(entry.instance.block);
    session.updates.flush();
    session.send({ type: "finished", run: run.number, seq: session.screen.seq, outcome, fragment: entry.instance.id });
    session.core.remember(session);
    if (entry.inbox.isWaiting && !this.order.includes(entry)) this.order.push(entry);
    if (outcome === "rerun" && wantsApp) session.request({ type: "rerun", seq: session.screen.seq });
    else if (session.inbox.isWaiting) session.fullRuns.pump();
    else this.pump();
    if (!session.run && !this.isBusy) session.wake();
  }

  get isBusy(): boolean {
    return this.order.length > 0 || this.early.length > 0 || [...this.entries.values()].some((entry) => entry.run !== undefined);
  }

  /** True while callbacks run, which come to their end whatever else is asked for. */
  get isInCallbacks(): boolean {
    return [...this.entries.values()].some(({ run }) => run?.phase === "callbacks");
  }

  hasDrawn(id: string): boolean {
    for (const entry of this.entries.values()) if (entry.drawnIds.has(id)) return true;
    return false;
  }

  /** A full run begins: nothing of the old fragments goes on, and it takes up what they were asked for. */
  cancel(): void {
    const { inbox } = this.session;
    for (const request of this.early.splice(0)) if (!request.auto) inbox.take(request);
    for (const entry of this.entries.values()) {
      const { run } = entry;
      if (this.order.includes(entry)) inbox.absorb(entry.inbox);
      if (!run) continue;
      entry.run = undefined;
      run.end(new SupersededSignal());
      inbox.carry(run.triggers);
      run.release("superseded");
    }
    this.entries = new Map();
    this.order = [];
  }

  /** Tells the page which fragments rerun by themselves: after a full run, and where it has changed. */
  tellTimers(isFullRun: boolean): void {
    const timed = [...this.entries.values()].filter(({ instance }) => instance.everySeconds !== undefined);
    const timers = timed.map(({ instance }) => ({ fragment: instance.id, seconds: instance.everySeconds as number }));
    const told = JSON.stringify(timers);
    if (told === this.told && !isFullRun) return;
    this.told = told;
    this.session.send({ type: "timers", timers });
  }

  /** A fragment around this one runs, and has yet to draw it again. */
  private isAround(entry: Entry): boolean {
    for (const outer of this.entries.values()) {
      if (outer !== entry && outer.run && entry.scope.run !== outer.run && this.isInside(entry, outer.instance.block)) return true;
    }
    return false;
  }

  /** What stood in this fragment before its run, and does not any more. */
  private dropUndrawn(outer: Entry, drawer: Run): void {
    for (const [id, entry] of this.entries) {
      if (entry === outer || entry.scope.run === drawer || !this.isInside(entry, outer.instance.block)) continue;
      this.entries.delete(id);
      this.supersede(entry);
      if (!this.order.includes(entry)) continue;
      this.order = this.order.filter((one) => one !== entry);
      // Whoever asked waits for an answer.
      this.session.send({ type: "finished", run: 0, seq: this.session.screen.seq, outcome: "superseded", fragment: id });
    }
  }

  /** A dialog that a fragment opened is none of its parts: it stands elsewhere, and stays. */
  private isInside(entry: Entry | undefined, outer: Block): boolean {
    return entry !== undefined && nearest(entry.instance.block, (around) => around === outer) !== undefined;
  }
}
