import { createEngine, type EngineOptions } from "../../engine/engine.ts";
import { memoryUploads } from "../../engine/files/memory-uploads.ts";
import type { Host, OpenOptions } from "../../engine/host.ts";
import type { Session } from "../../engine/sessions/session.ts";
import { decode, encode } from "../../protocol/codec.ts";
import type { RerunRequest, ToServer } from "../../protocol/messages.ts";
import { createTestHost } from "./host.ts";
import { Mirror, type MirrorNode } from "./mirror.ts";
import { rest } from "./settle.ts";

export interface VisitOptions extends Partial<Omit<EngineOptions, "entry" | "host">> {
  host?: Host;
  open?: Partial<OpenOptions>;
}

/** One engine session driven from a test: messages go through the codec both ways, as on a real wire. */
export class Visit {
  readonly mirror = new Mirror();
  readonly uploads = memoryUploads();
  readonly session: Session;
  readonly engine: ReturnType<typeof createEngine>;
  private seq = 0;

  constructor(engine: ReturnType<typeof createEngine>, open: Partial<OpenOptions> = {}) {
    this.engine = engine;
    this.session = engine.open({
      id: open.id ?? `visit-${Math.random()}`,
      principal: open.principal ?? { headers: {}, cookies: {}, address: null },
      context: open.context ?? { timezone: "UTC", timezoneOffset: 0, locale: "en-US", url: "http://localhost:8501/", isEmbedded: false, theme: "light" },
      query: open.query ?? "",
      page: open.page ?? "",
      stop: open.stop ?? { raised: () => 0, lower() {} },
      uploads: open.uploads ?? this.uploads,
      send: (message) => this.mirror.receive(encode(message)),
      ...(open.restore ? { restore: open.restore } : {}),
      ...(open.keep ? { keep: open.keep } : {}),
    }) as Session;
  }

  /** Sends a message without waiting for what it causes. */
  send(message: ToServer): void {
    this.session.receive(decode(encode(message)) as ToServer);
  }

  /** Asks for a run without waiting for it. */
  ask(request: Omit<RerunRequest, "type" | "seq"> = {}): void {
    this.seq += 1;
    this.send({ type: "rerun", seq: this.seq, ...request });
  }

  /** Asks for a run and waits until nothing runs or waits any more. */
  async rerun(request: Omit<RerunRequest, "type" | "seq"> = {}): Promise<this> {
    const settled = this.settled();
    this.ask(request);
    await settled;
    return this;
  }

  /** Resolves when no run is in progress and none is waiting. */
  settled(): Promise<void> {
    return rest(this.session);
  }

  /** All nodes of a kind, in display order: main, then sidebar, then the rest. */
  all(kind: string): MirrorNode[] {
    const found: MirrorNode[] = [];
    const visit = (node: MirrorNode) => {
      if (node.kind === kind) found.push(node);
      for (const child of node.children) visit(child);
    };
    for (const name of ["main", "sidebar", "event", "bottom"] as const) visit(this.mirror.root(name));
    return found;
  }

  /** Clicks, or sends another one-time value, and waits. */
  async click(node: MirrorNode | undefined, value: unknown = true): Promise<this> {
    if (!node) throw new Error("nothing to click");
    return this.rerun({ triggers: { [node.props.widget.id]: value }, ...fragmentOf(node) });
  }

  /** Sets a widget's wire value and waits. */
  async set(node: MirrorNode | undefined, value: unknown): Promise<this> {
    if (!node) throw new Error("nothing to set");
    // As on a page: what a person did shows at once, and the engine does not say it again.
    node.value = value;
    return this.rerun({ values: { [node.props.widget.id]: value }, ...fragmentOf(node) });
  }
}

function fragmentOf(node: MirrorNode): { fragment?: string } {
  const fragment = node.props.widget.fragment as string | undefined;
  return fragment === undefined ? {} : { fragment };
}

/** Opens a session of a function taken as the script and runs it once. */
export async function visit(script: () => unknown, options: VisitOptions = {}): Promise<Visit> {
  const { host = createTestHost(), open, rivulet = () => ({}), ...rest } = options;
  const engine = createEngine({ ...rest, host, rivulet, entry: script });
  return new Visit(engine, open).rerun();
}
