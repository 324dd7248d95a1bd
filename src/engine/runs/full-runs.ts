import type { ErrorReport, Outcome } from "../../protocol/messages.ts";
import { StopSignal, SupersededSignal } from "../errors/errors.ts";
import { callbacksFor } from "./execution.ts";
import { perform } from "./perform.ts";
import { Node } from "../screen/node.ts";
import type { Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { leaveAddress } from "../widgets/bound-query.ts";
import type { Session } from "../sessions/session.ts";

/** An app that reruns without end would collect them. */
const MOST_UNREAD = 10;

/** The runs of a session's whole script: one at a time, the newest interaction first. `fragments.ts` has those of its parts. */
export class FullRuns {
  /** The one in progress. */
  current: Run | undefined;
  private showsCompileError = false;
  /** Toasts of a run that ended in a rerun: nobody has read them yet, so the next run keeps them. */
  private unread: Node[] = [];

  constructor(private readonly session: Session) {}

  /** Starts the next run if something asks for one and nothing stands against it. */
  pump(): void {
    const { inbox, core, closed, fragments } = this.session;
    if (!inbox.isWaiting || closed) return;
    if (!core.ready) {
      void core.load().then(() => this.pump());
      return;
    }
    const { current } = this;
    if (current) {
      // What waits needs the callbacks it brings.
      if (current.isSilent) return;
      if (current.phase === "callbacks" || inbox.waitsFor(current)) return;
      if (!core.option("runner.fastReruns", true)) {
        current.end(new SupersededSignal());
        return;
      }
      this.supersede(current);
    }
    if (fragments.isInCallbacks) return;
    fragments.cancel();
    this.start();
  }

  private supersede(run: Run): void {
    run.end(new SupersededSignal());
    this.session.inbox.carry(run.triggers);
    this.over(run, "superseded");
  }

  private start(): void {
    const { session } = this;
    const { ready } = session.core;
    const isSilent = session.lacksCallbacks && session.inbox.holdsInput;
    const { values, triggers } = isSilent ? { values: new Map(), triggers: new Map() } : session.inbox.give();
    session.stop.lower();
    const run = session.newRun(undefined, triggers);
    run.isSilent = isSilent;
    if (ready && "error" in ready) {
      this.refuse(ready.error, run.number);
      return;
    }
    if (this.showsCompileError) session.send({ type: "compileError", error: null });
    this.showsCompileError = false;
    this.current = run;
    if (!isSilent) session.send({ type: "started", run: run.number });
    session.widgets.beginRun();
    session.tasks.readers.beginRun();
    const callbacks = callbacksFor(session, values, triggers);
    session.screen.restart();
    this.announceAgain(run);
    void this.execute(run, callbacks);
  }

  /** The script cannot be run: the last good screen stays. */
  private refuse(error: ErrorReport, run: number): void {
    const { session } = this;
    const { core } = session;
    this.showsCompileError = true;
    core.retryLater();
    core.sayOnce(error);
    session.send({ type: "compileError", error: core.reports.redact(error) });
    session.send({ type: "finished", run, seq: session.screen.seq, outcome: "error" });
    session.wake();
  }

  /** A file the script is made of was saved. */
  scriptChanged(): void {
    const { session } = this;
    // Nothing good is lost where the last version did not compile.
    if (session.runOnSave || this.showsCompileError) session.request({ type: "rerun", seq: session.screen.seq });
    else session.send({ type: "scriptChanged" });
  }

  private async execute(run: Run, callbacks: (() => unknown)[]): Promise<void> {
    const { session } = this;
    const { core, inbox } = session;
    const scope: Scope = { run, target: session.screen.roots.main };
    const isCurrent = () => this.current === run;
    const outcome = await perform(session, { run, scope, callbacks, body: () => session.pages.runBody(run), isCurrent });
    if (outcome === undefined) return;
    if (outcome === "superseded") inbox.carry(run.triggers);
    if (outcome === "rerun") inbox.again(run.triggers);
    this.over(run, outcome);
    if (inbox.isWaiting) core.host.soon(() => this.pump());
    else session.fragments.pump();
  }

  /** Toasts and the like of a run that asks for another: that one keeps them. */
  keepAnnounced({ announced }: Run): void {
    const { event } = this.session.screen.roots;
    // By now another may stand in its place.
    for (const { index } of announced) this.unread.push(event.drawn[index] as Node);
    this.unread = this.unread.slice(-MOST_UNREAD);
  }

  private announceAgain(run: Run): void {
    const { event } = this.session.screen.roots;
    for (const { kind, bytes } of this.unread.splice(0)) {
      const node = new Node(kind, bytes, undefined);
      event.draw(node);
      // A chain of reruns carries them to its end.
      run.announced.push(node);
    }
  }

  private over(run: Run, outcome: Outcome): void {
    const { session } = this;
    if (outcome === "rerun") this.keepAnnounced(run);
    if (outcome === "done") session.pages.runDone(run);
    run.release(outcome);
    this.current = undefined;
    if (outcome === "done") this.cleanUp(run);
    session.address.flush();
    if (outcome !== "rerun" && outcome !== "superseded") {
      session.screen.settle(true);
      session.updates.flush();
      session.fragments.tellTimers(true);
    }
    if (!run.isSilent) session.send({ type: "finished", run: run.number, seq: session.screen.seq, outcome });
    if (outcome !== "superseded") session.payloads.runOver();
    session.core.remember(session);
    if (!session.inbox.isWaiting) session.wake();
  }

  private cleanUp(run: Run): void {
    const { widgets, fragments, pages } = this.session;
    const left = widgets.cleanUp(
      (id) => run.drawnIds.has(id) || fragments.hasDrawn(id),
      () => true,
      pages.shownKey,
    );
    for (const widget of left) leaveAddress(this.session, widget);
  }

  /** Ends what runs; what is on the page stays. */
  stop(): void {
    const { current } = this;
    if (!current) return;
    current.end(new StopSignal());
    this.over(current, "stopped");
  }

  /** The session is over: nothing more is sent. */
  drop(): void {
    this.current?.end(new StopSignal());
    this.current?.release("stopped");
    this.current = undefined;
  }
}
