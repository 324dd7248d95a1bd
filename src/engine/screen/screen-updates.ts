import type { Block, Node } from "./node.ts";
import type { Run } from "../runs/run.ts";
import type { Session } from "../sessions/session.ts";

/** A long run brings what it has drawn to the page at least this often. */
const SETTLE_EVERY_MS = 50;
/** Runs shorter than this never mark anything as stale. */
const STALE_AFTER_MS = 400;

/** Decides when what has changed on a session's screen goes to its page. */
export class ScreenUpdates {
  private isSettling = false;

  constructor(private readonly session: Session) {}

  /** Brings new nodes to the page at the end of this turn, or at once in a long synchronous run. */
  settleSoon(run: Run | undefined): void {
    const { host } = this.session.core;
    if (run) {
      const now = host.now();
      if (now - run.lastSettle > SETTLE_EVERY_MS) {
        run.lastSettle = now;
        this.settleNow();
        return;
      }
    }
    if (this.isSettling) return;
    this.isSettling = true;
    host.soon(() => {
      this.isSettling = false;
      this.settleNow();
    });
  }

  settleNow(): void {
    const { run, screen, core, closed } = this.session;
    if (closed) return;
    screen.settle(false);
    if (run && !run.ended && core.host.now() - run.startedAt > STALE_AFTER_MS) screen.ops.push({ op: "stale", ids: screen.stale() });
    this.flush();
  }

  /** Takes the node that was drawn last off the page again. */
  takeBack(block: Block, node: Node): void {
    if (!block.undraw(node)) return;
    this.session.screen.ops.push({ op: "remove", id: node.wireId });
    // What follows may hold the thread, too.
    this.flush();
  }

  /** A node on the page has grown at the end of one of its props. */
  appended(run: Run, node: Node, prop: string, more: string | readonly unknown[]): void {
    const { ops } = this.session.screen;
    const last = ops.at(-1);
    const same = last?.op === "append" && last.id === node.wireId && last.prop === prop ? last : undefined;
    if (same && typeof same.value === "string") same.value += String(more);
    else if (same && Array.isArray(same.value)) same.value.push(...more);
    else ops.push({ op: "append", id: node.wireId, prop, value: typeof more === "string" ? more : [...more] });
    this.settleSoon(run);
  }

  /** Sends the operations collected so far. */
  flush(): void {
    const { screen, payloads } = this.session;
    const ops = screen.takeOps();
    if (ops.length === 0) return;
    for (const group of payloads.groups(ops)) {
      payloads.before(group);
      const from = screen.revision;
      screen.revision = from + 1;
      this.session.send({ type: "patch", from, revision: from + 1, ops: group });
    }
  }
}
