import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { WebSocket } from "ws";
import { createEngine } from "../../engine/engine.ts";
import * as rivulet from "../../index.ts";
import { decode, encode } from "../../protocol/codec.ts";
import { PROTOCOL_VERSION, type RerunRequest, type ToServer, UNNAMED_RUN } from "../../protocol/messages.ts";
import { createCompiler } from "../node/compile/compiler.ts";
import { bundleThreads } from "../node/testing/bundle.ts";
import { serve, type TestServer } from "../node/testing/serve.ts";
import { createTestHost } from "../test/host.ts";
import { Mirror, type MirrorNode } from "../test/mirror.ts";

const CONTEXT = { timezone: "UTC", timezoneOffset: 0, locale: "en", url: "http://localhost/", isEmbedded: false, theme: "light" } as const;

/** A page of any transport, driven by a test. */
export class Page {
  readonly mirror = new Mirror();
  private seq = 0;
  private heardAt = performance.now();

  constructor(
    private readonly post: (message: ToServer) => void,
    readonly end: () => void,
  ) {}

  receive(bytes: Uint8Array): void {
    this.heardAt = performance.now();
    this.mirror.receive(bytes);
  }

  send(message: ToServer): void {
    this.post(message);
  }

  ask(request: Omit<RerunRequest, "type" | "seq"> = {}): void {
    this.seq += 1;
    this.send({ type: "rerun", seq: this.seq, ...request });
  }

  /** Waits until `is` holds; fails with what the page shows. */
  async until(is: () => boolean, within = 8000): Promise<void> {
    const end = performance.now() + within;
    while (!is()) {
      if (performance.now() > end) throw new Error(`Not within ${within} ms; the page shows ${JSON.stringify(this.texts())}`);
      await new Promise((next) => setTimeout(next, 5));
    }
  }

  /** Waits until the last request has been answered, nothing runs, and all is quiet. */
  async settled(within = 15_000): Promise<void> {
    await this.until(() => this.isAnswered && performance.now() - this.heardAt > 30, within);
  }

  private get isAnswered(): boolean {
    let open = 0;
    let seen = this.seq === 0;
    for (const message of this.mirror.messages) {
      if (message.type === "started" && message.run !== UNNAMED_RUN) open += 1;
      if (message.type !== "finished") continue;
      open = Math.max(0, open - 1);
      if (message.outcome !== "rerun" && message.outcome !== "superseded") seen ||= message.seq >= this.seq;
      else if (message.seq >= this.seq) seen = false;
    }
    return seen && open === 0;
  }

  all(kind: string): MirrorNode[] {
    const found: MirrorNode[] = [];
    const visit = (node: MirrorNode) => {
      if (node.kind === kind) found.push(node);
      for (const child of node.children) visit(child);
    };
    for (const name of ["main", "sidebar", "event", "bottom"] as const) visit(this.mirror.root(name));
    return found;
  }

  texts(): string[] {
    return this.all("text").map((node) => node.props.body as string);
  }

  labelled(label: string): MirrorNode {
    for (const node of this.mirror.nodes.values()) if (node.props.label === label) return node;
    throw new Error(`Nothing labelled "${label}"; the page shows ${[...this.mirror.nodes.values()].map((node) => node.props.label ?? node.kind).join(", ")}`);
  }

  /** Clicks without waiting. */
  click(label: string): void {
    const { widget } = this.labelled(label).props;
    this.ask({ triggers: { [widget.id]: true }, ...(widget.fragment ? { fragment: widget.fragment } : {}) });
  }

  /** Sets a widget's wire value without waiting. */
  set(label: string, value: unknown): void {
    const { widget } = this.labelled(label).props;
    this.ask({ values: { [widget.id]: value }, ...(widget.fragment ? { fragment: widget.fragment } : {}) });
  }
}

/** One way to run a script and to open pages on it. */
export interface App {
  open(): Promise<Page>;
  readonly log: string[];
  write(file: string, text: string): void;
  close(): Promise<void>;
}

export type Transport = (files: Record<string, string>, config?: Record<string, unknown>) => Promise<App>;

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-contract-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Engine and page in one thread; every message is encoded and decoded all the same. */
export const inMemory: Transport = async (files, config = {}) => {
  const folder = folderOf(files);
  const log: string[] = [];
  const compiler = createCompiler();
  const host = createTestHost({ compile: compiler.compile, log: (level, message) => void log.push(`${level}: ${message}`) });
  const engine = createEngine({ host, entry: join(folder, "app.ts"), config, rivulet: () => rivulet, temporal: rivulet.Temporal });
  const pages: Page[] = [];
  return {
    log,
    async open() {
      const page: Page = new Page(
        (message) => setImmediate(() => session.receive(decode(encode(message)) as ToServer)),
        () => session.close(),
      );
      pages.push(page);
      const session = engine.open({
        id: `page-${pages.length}`,
        principal: { headers: {}, cookies: {}, address: null },
        context: CONTEXT,
        query: "",
        page: "",
        stop: { raised: () => 0, lower() {} },
        send: (message) => page.receive(encode(message)),
      });
      page.ask();
      await page.settled();
      return page;
    },
    write(file, text) {
      writeFileSync(join(folder, file), text);
      engine.filesChanged([join(folder, file)]);
    },
    async close() {
      engine.close();
    },
  };
};

/** The real server: network thread, compiler thread, script thread, and a WebSocket for each page. */
export const overWebSocket: Transport = async (files, config = {}) => {
  const flags = Object.fromEntries(Object.entries(config).map(([name, value]) => [name, String(value)]));
  const server: TestServer = await serve({ files, flags, more: { threads: await bundleThreads() } });
  const sockets: WebSocket[] = [];
  return {
    log: server.log,
    async open() {
      const socket = new WebSocket(`${server.url.replace(/^http/, "ws")}/_rivulet/stream`);
      sockets.push(socket);
      const page = new Page(
        (message) => socket.send(encode(message)),
        () => socket.terminate(),
      );
      socket.on("message", (bytes: Buffer) => page.receive(new Uint8Array(bytes)));
      await new Promise((open, fail) => socket.once("open", open).once("error", fail));
      page.send({ type: "hello", version: PROTOCOL_VERSION, query: "", page: "", context: CONTEXT });
      await page.until(() => page.mirror.messages.some((message) => message.type === "finished"));
      await page.settled();
      return page;
    },
    write: (file, text) => writeFileSync(join(server.folder, file), text),
    async close() {
      for (const socket of sockets) socket.terminate();
      await server.close();
    },
  };
};
