import { WebSocket } from "ws";

import { decode, encode } from "../../../protocol/codec.ts";
import { PROTOCOL_VERSION, type ToClient, type ToServer } from "../../../protocol/messages.ts";

type OfType<T extends ToClient["type"]> = Extract<ToClient, { type: T }>;

/** A page without a screen: says what a test wants and remembers what it heard. */
export interface Page {
  readonly heard: ToClient[];
  readonly socket: WebSocket;
  send(message: ToServer): void;
  /** Sends bytes as they are. */
  sendRaw(bytes: Uint8Array): void;
  /** The next message of a type, from what was not yet waited for; fails after `within` milliseconds. */
  next<T extends ToClient["type"]>(type: T, within?: number): Promise<OfType<T>>;
  /** Reruns with triggers or values and gives the facts that the fake script shows afterwards. */
  rerun(message?: { values?: Record<string, unknown>; triggers?: Record<string, unknown> }, within?: number): Promise<Record<string, unknown>>;
  /** What the script showed last. */
  facts(): Record<string, unknown>;
  closed: Promise<number>;
  /** Breaks the line without a good-bye. */
  drop(): void;
}

export const CONTEXT = { timezone: "UTC", timezoneOffset: 0, locale: "en", url: "http://localhost/", isEmbedded: false, theme: "light" } as const;

export function hello(more: Partial<Extract<ToServer, { type: "hello" }>> = {}): Extract<ToServer, { type: "hello" }> {
  return { type: "hello", version: PROTOCOL_VERSION, query: "", page: "", context: CONTEXT, ...more };
}

/**
 * Connects to a server as a page does.
 *
 * @param url Address of the server, http.
 * @param greeting The first message, or null to say nothing.
 * @param headers Further headers of the request.
 */
export async function openPage(url: string, greeting: ToServer | null = hello(), headers: Record<string, string> = {}): Promise<Page> {
  const socket = new WebSocket(`${url.replace(/^http/, "ws")}/_rivulet/stream`, { headers });
  const heard: ToClient[] = [];
  let taken = 0;
  let wake = (): void => {};
  // A page that comes back counts on from where it was.
  let seq = greeting?.type === "hello" && greeting.session !== undefined ? 1000 : 0;
  let facts: Record<string, unknown> = {};
  socket.on("message", (bytes: Buffer) => {
    const message = decode(new Uint8Array(bytes)) as ToClient;
    heard.push(message);
    if (message.type === "patch") for (const op of message.ops) if (op.op === "set" || op.op === "insert") facts = decode(op.props) as Record<string, unknown>;
    wake();
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
    socket.once("unexpected-response", (_, response) => reject(new Error(`refused: ${response.statusCode}`)));
  });
  const send = (message: ToServer): void => socket.send(encode(message));
  if (greeting) send(greeting);

  const next = async <T extends ToClient["type"]>(type: T, within = 5000): Promise<OfType<T>> => {
    const end = Date.now() + within;
    for (;;) {
      while (taken < heard.length) {
        const message = heard[taken++] as ToClient;
        if (message.type === type) return message as OfType<T>;
      }
      const left = end - Date.now();
      if (left <= 0) throw new Error(`No message "${type}" within ${within} ms; heard ${heard.map((one) => one.type).join(", ")}.`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };

  return {
    heard,
    socket,
    send,
    sendRaw: (bytes) => socket.send(bytes),
    next,
    async rerun(message = {}, within = 5000) {
      seq += 1;
      send({ type: "rerun", seq, ...message });
      while ((await next("finished", within)).seq !== seq);
      return facts;
    },
    facts: () => facts,
    closed,
    drop: () => socket.terminate(),
  };
}
