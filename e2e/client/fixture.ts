import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { WebSocketServer, type WebSocket } from "ws";
import { decode, encode } from "../../src/protocol/codec.ts";
import { type ClientConfig, FIRST_FREE_ID, type Op, PROTOCOL_VERSION, type ToClient, type ToServer } from "../../src/protocol/messages.ts";

/** One node of a screen, in document order. */
export interface Node {
  kind: string;
  props: Record<string, unknown>;
  children?: Node[];
  value?: unknown;
}

export const widget = (id: string, more: object = {}) => ({ widget: { id, ...more } });

export const CONFIG: ClientConfig = {
  toolbarMode: "developer",
  showErrorDetails: "full",
  runOnSave: false,
  allowRunOnSave: true,
  showSidebarNavigation: true,
  isHello: false,
  maxUploadSize: 200,
  disableDataExport: false,
};

/** What a test plays to the page, and what it heard. */
export interface FakeServer {
  readonly url: string;
  readonly heard: ToServer[];
  /** Called for every message; the default answers hello and finishes every rerun at once. */
  onMessage: (message: ToServer, say: (...messages: ToClient[]) => void) => void;
  say(...messages: ToClient[]): void;
  /** The first messages of a connection: welcome and the whole screen. */
  screen(nodes: Partial<Record<"main" | "sidebar" | "event" | "bottom", Node[]>>, extra?: ToClient[]): void;
  config: ClientConfig;
  /** Breaks the connection and refuses new ones until `open(true)`. */
  open(accept: boolean): void;
  close(): Promise<void>;
}

const ROOTS = { main: 1, sidebar: 2, event: 3, bottom: 4 } as const;

/** Operations that draw a screen from nothing; ids count up from the first free one. */
export function snapshot(roots: Partial<Record<keyof typeof ROOTS, Node[]>>): Op[] {
  let id = FIRST_FREE_ID;
  const ops: Op[] = [];
  const draw = (nodes: Node[], parent: number) => {
    let after = 0;
    for (const { kind, props, children = [], value } of nodes) {
      const own = id;
      id += 1;
      ops.push({ op: "insert", id: own, parent, after, kind, props: encode(props) });
      if (value !== undefined) ops.push({ op: "value", id: own, value, seq: 0 });
      draw(children, own);
      after = own;
    }
  };
  for (const [name, nodes] of Object.entries(roots)) draw(nodes, ROOTS[name as keyof typeof ROOTS]);
  return ops;
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
};

/** Serves `dist/client` under `base` with the strict policy of the real server, and plays its part over WebSocket. */
export async function startFakeServer(base = "/"): Promise<FakeServer> {
  const root = new URL("../../dist/client/", import.meta.url.includes("/.cache/") ? new URL("../e2e/client/x", import.meta.url) : import.meta.url);
  const server = createServer(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://x").pathname.slice(base.length);
    const file = extname(path) ? path : "index.html";
    const body = await readFile(new URL(file, root)).catch(() => null);
    response.writeHead(body ? 200 : 404, {
      "content-type": TYPES[extname(file)] ?? "application/octet-stream",
      "content-security-policy": "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self' ws:",
    });
    response.end(body ?? "not found");
  });
  const sockets = new Set<WebSocket>();
  let accepting = true;
  let first: ToClient[] = [];
  const streams = new WebSocketServer({ noServer: true });
  server.on("upgrade", (request, socket, head) => {
    if (!accepting) return socket.destroy();
    streams.handleUpgrade(request, socket, head, (opened) => streams.emit("connection", opened));
  });
  const fake: FakeServer = {
    url: "",
    heard: [],
    config: CONFIG,
    onMessage(message, say) {
      if (message.type === "hello") say({ type: "welcome", version: PROTOCOL_VERSION, session: "s1", resumed: false, config: fake.config }, ...first);
      if (message.type === "rerun") {
        say({ type: "started", run: message.seq });
        say({ type: "finished", run: message.seq, seq: message.seq, outcome: "done" });
      }
    },
    say(...messages) {
      for (const socket of sockets) for (const message of messages) socket.send(encode(message));
    },
    screen(nodes, extra = []) {
      first = [
        ...extra,
        { type: "started", run: 0 },
        { type: "patch", from: 0, revision: 1, ops: snapshot(nodes) },
        { type: "finished", run: 0, seq: 0, outcome: "done" },
      ];
    },
    open(accept) {
      accepting = accept;
      if (!accept) for (const socket of sockets) socket.terminate();
    },
    async close() {
      for (const socket of sockets) socket.terminate();
      await new Promise((done) => server.close(done));
    },
  };
  streams.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("message", (bytes: Buffer) => {
      const message = decode(new Uint8Array(bytes)) as ToServer;
      fake.heard.push(message);
      fake.onMessage(message, (...messages) => {
        for (const one of messages) socket.send(encode(one));
      });
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return Object.assign(fake, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}` });
}
