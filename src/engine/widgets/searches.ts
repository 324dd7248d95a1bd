import type { ToServer } from "../../protocol/messages.ts";
import { callOutside, untilDrawn } from "../runs/outside-call.ts";
import type { Session } from "../sessions/session.ts";

type Search = Extract<ToServer, { type: "search" }>;

/** Looks up options for lists whose script does not give them all at once; of one widget only the newest search counts. */
export class Searches {
  private readonly going = new Map<string, AbortController>();

  constructor(private readonly session: Session) {}

  async answer({ widget, text, search }: Search): Promise<void> {
    const { session } = this;
    this.going.get(widget)?.abort();
    const control = new AbortController();
    this.going.set(widget, control);
    try {
      await untilDrawn(session);
      if (control.signal.aborted) return;
      const look = session.widgets.drawnAs(widget)?.spec.search;
      const found = look && ((await callOutside(session, "search", () => look(text, control.signal))) as Awaited<ReturnType<typeof look>>);
      if (!control.signal.aborted) session.send({ type: "found", widget, search, ...(found ?? { keys: [], isCut: false }) });
    } catch (error) {
      // What an aborted request throws is nobody's trouble.
      if (!control.signal.aborted) this.failed(widget, search, error);
    } finally {
      if (this.going.get(widget) === control) this.going.delete(widget);
    }
  }

  private failed(widget: string, search: number, error: unknown): void {
    const { core } = this.session;
    const report = core.reports.make(error, undefined);
    core.host.log("error", core.reports.describe(error, report));
    this.session.send({ type: "found", widget, search, keys: [], isCut: false, error: core.reports.redact(report) });
  }

  close(): void {
    for (const control of this.going.values()) control.abort();
    this.going.clear();
  }
}
