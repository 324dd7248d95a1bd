import type { Channel } from "../protocol/channel.ts";
import { decode, encode } from "../protocol/codec.ts";
import type { ToClient, ToServer } from "../protocol/messages.ts";

/** Opens a channel; rejects when nobody answers. */
export type Dial = () => Promise<Channel>;

/** `connecting` the first time, `live` after the server's welcome, `lost` while trying again. */
export type Phase = "connecting" | "live" | "lost" | "ended";

export interface Connection {
  /** False when there is no live connection: nothing was sent. */
  send(message: ToServer): boolean;
  /** Drops the channel and starts over at once. */
  restart(): void;
  end(): void;
}

export interface ConnectionOptions {
  dial: Dial;
  hello(): ToServer;
  onMessage(message: ToClient): void;
  onPhase(phase: Phase, failures: number): void;
}

const FIRST_RETRY = 500;
const LONGEST_RETRY = 60_000;
const ANSWER_WITHIN = 15_000;
const PING_EVERY = 30_000;

/** Keeps one channel to the server: tries again after 0.5 s, then ever later up to 60 s, and recovers by itself. */
export function connect(options: ConnectionOptions): Connection {
  let channel: Channel | null = null;
  let live = false;
  let ended = false;
  let failures = 0;
  let attempt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let watch: ReturnType<typeof setTimeout> | undefined;

  const transmit = (message: ToServer) => channel?.send(encode(message));
  /** Nothing heard for a while: ask; still nothing: start over. */
  const listen = () => {
    clearTimeout(watch);
    watch = setTimeout(() => {
      transmit({ type: "ping" });
      watch = setTimeout(drop, ANSWER_WITHIN);
    }, PING_EVERY);
  };
  const drop = () => {
    const old = channel;
    channel = null;
    attempt += 1;
    old?.close();
    fail();
  };
  const fail = () => {
    live = false;
    clearTimeout(watch);
    clearTimeout(retry);
    if (ended) return;
    failures += 1;
    options.onPhase("lost", failures);
    const wait = Math.min(LONGEST_RETRY, FIRST_RETRY * 2 ** (failures - 1));
    retry = setTimeout(open, wait * (0.9 + Math.random() * 0.2));
  };
  const open = () => {
    clearTimeout(retry);
    attempt += 1;
    const mine = attempt;
    watch = setTimeout(() => mine === attempt && drop(), ANSWER_WITHIN);
    options.dial().then(
      (opened) => {
        if (mine !== attempt || ended) return opened.close();
        channel = opened;
        opened.onMessage((bytes) => mine === attempt && receive(bytes));
        opened.onClose(() => mine === attempt && drop());
        transmit(options.hello());
      },
      () => mine === attempt && fail(),
    );
  };
  const receive = (bytes: Uint8Array) => {
    listen();
    const message = decode(bytes) as ToClient;
    if (message.type === "welcome") {
      live = true;
      failures = 0;
      options.onPhase("live", 0);
    }
    options.onMessage(message);
  };

  options.onPhase("connecting", 0);
  open();
  const wake = () => {
    if (!live && failures > 0) open();
  };
  globalThis.addEventListener?.("online", wake);
  return {
    send(message) {
      if (!live || !channel) return false;
      transmit(message);
      return true;
    },
    restart() {
      if (channel) {
        const old = channel;
        channel = null;
        attempt += 1;
        live = false;
        old.close();
      }
      open();
    },
    end() {
      ended = true;
      live = false;
      attempt += 1;
      clearTimeout(retry);
      clearTimeout(watch);
      globalThis.removeEventListener?.("online", wake);
      channel?.close();
      options.onPhase("ended", failures);
    },
  };
}

/** Opens WebSockets to `url`. */
export function webSocketDial(url: string | URL): Dial {
  return () =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(url);
      socket.binaryType = "arraybuffer";
      socket.addEventListener("error", () => reject(new Error(`no WebSocket at ${url}: check that the server runs`)));
      socket.addEventListener("close", () => reject(new Error(`the WebSocket at ${url} was closed`)));
      socket.addEventListener("open", () => resolve(webSocketChannel(socket)));
    });
}

function webSocketChannel(socket: WebSocket): Channel {
  const on = <K extends keyof WebSocketEventMap>(name: K, listener: (event: WebSocketEventMap[K]) => void) => {
    socket.addEventListener(name, listener);
    return () => socket.removeEventListener(name, listener);
  };
  return {
    send: (bytes) => socket.send(bytes as Uint8Array<ArrayBuffer>),
    onMessage: (listener) => on("message", ({ data }) => listener(new Uint8Array(data as ArrayBuffer))),
    onClose: (listener) => on("close", listener),
    close: () => socket.close(),
  };
}
