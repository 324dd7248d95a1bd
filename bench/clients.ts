import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

import WebSocket from "ws";

import { decode, encode } from "../src/protocol/codec.ts";
import { PROTOCOL_VERSION, type RerunRequest, type ToClient, type ToServer } from "../src/protocol/messages.ts";
import { endProcess, endWithUs } from "./servers.ts";

const TIMEOUT_MS = 30_000;

export interface Alone {
  /** Milliseconds of each rerun, request sent to run-finished received. */
  ms: number[];
  /** Bytes received in each rerun. */
  bytes: number[];
  /** Nodes or elements the server sent since the last answer. */
  elements: number;
}

/** One system's client: moves the slider of one page, or of many at once. */
export interface Client {
  alone(count: number): Promise<Alone>;
  /** Reruns per second of so many sessions. */
  together(sessions: number, seconds: number): Promise<number>;
  close(): Promise<void>;
}

/** One page of Rivulet. */
export interface Page {
  move(): Promise<{ ms: number; bytes: number }>;
  elements(): number;
  /** The text element that changed last. */
  text(): string;
  close(): void;
}

interface Waiting {
  seq: number;
  begin: number;
  bytes: number;
  resolve(result: { ms: number; bytes: number }): void;
  reject(error: Error): void;
}

const CONTEXT = { timezone: "UTC", timezoneOffset: 0, locale: "en-US", url: "http://localhost/", isEmbedded: false, theme: "light" } as const;

/** Opens a page in a session of its own, and waits for its first run. */
export async function openPage(port: number, query = ""): Promise<Page> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/_rivulet/stream`, { perMessageDeflate: false });
  let waiting: Waiting | undefined;
  let slider: string | undefined;
  let [text, elements] = ["", 0];
  let [seq, level] = [0, 0];

  const note = (message: ToClient): void => {
    if (message.type === "patch") {
      for (const op of message.ops) {
        if (op.op !== "insert" && op.op !== "set") continue;
        elements++;
        if (op.kind === "text") text = JSON.stringify(decode(op.props));
        if (op.kind === "slider") slider = (decode(op.props) as { widget?: { id: string } }).widget?.id;
      }
    }
    if (message.type !== "finished" || !waiting || message.seq !== waiting.seq) return;
    const { begin, bytes, resolve, reject } = waiting;
    waiting = undefined;
    if (message.outcome === "done") resolve({ ms: performance.now() - begin, bytes });
    else reject(new Error(`The run ended with "${message.outcome}".`));
  };
  socket.on("message", (raw: Buffer) => {
    if (waiting) waiting.bytes += raw.byteLength;
    note(decode(raw) as ToClient);
  });
  const lost = (): void => waiting?.reject(new Error("The server closed the connection."));
  socket.on("close", lost);
  socket.on("error", lost);

  const ask = (message: ToServer, awaited: number): Promise<{ ms: number; bytes: number }> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`No run finished within ${TIMEOUT_MS / 1000} s.`)), TIMEOUT_MS);
      const settle =
        <T>(then: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          then(value);
        };
      waiting = { seq: awaited, begin: performance.now(), bytes: 0, resolve: settle(resolve), reject: settle(reject) };
      socket.send(encode(message));
    });

  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  await ask({ type: "hello", version: PROTOCOL_VERSION, query, page: "", context: CONTEXT }, 0);
  return {
    text: () => text,
    async move() {
      const id = slider;
      if (id === undefined) throw new Error("The page has no slider.");
      level = (level % 1000) + 1;
      const request: RerunRequest = { type: "rerun", seq: ++seq, values: { [id]: [level] } };
      const result = await ask(request, seq);
      if (!text.includes(`The level is ${level}`)) throw new Error(`The page should say level ${level}: ${text}`);
      return result;
    },
    elements() {
      const count = elements;
      elements = 0;
      return count;
    },
    close: () => socket.terminate(),
  };
}

/** A client of Rivulet in this process. */
export function rivuletClient(port: number): Client {
  const pages: Page[] = [];
  const need = async (count: number): Promise<Page[]> => {
    while (pages.length < count) pages.push(await openPage(port));
    return pages.slice(0, count);
  };
  return {
    async alone(count) {
      const [page] = await need(1);
      const result: Alone = { ms: [], bytes: [], elements: 0 };
      for (let index = 0; page && index < count; index++) {
        const { ms, bytes } = await page.move();
        result.ms.push(ms);
        result.bytes.push(bytes);
      }
      result.elements = page?.elements() ?? 0;
      return result;
    },
    async together(sessions, seconds) {
      const all = await need(sessions);
      const begin = performance.now();
      const loop = async (page: Page): Promise<number> => {
        let runs = 0;
        for (; performance.now() - begin < seconds * 1000; runs++) await page.move();
        return runs;
      };
      const runs = await Promise.all(all.map(loop));
      return runs.reduce((sum, one) => sum + one, 0) / ((performance.now() - begin) / 1000);
    },
    async close() {
      for (const page of pages) page.close();
    },
  };
}

/** A client of Streamlit in a process of its own, which uses Streamlit's own messages. */
export function streamlitClient(python: string, port: number): Client {
  const file = fileURLToPath(new URL("../../bench/streamlit_client.py", import.meta.url));
  const child = spawn(python, [file, `${port}`], { stdio: ["pipe", "pipe", "pipe"] });
  endWithUs(child);
  let complaints = "";
  child.stderr.on("data", (text: Buffer) => {
    complaints = (complaints + text).slice(-3000);
  });
  const lines = createInterface({ input: child.stdout });
  const ask = (command: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const ended = (): void => reject(new Error(`The Streamlit client ended:\n${complaints}`));
      child.once("close", ended);
      lines.once("line", (line) => {
        child.off("close", ended);
        resolve(JSON.parse(line));
      });
      child.stdin.write(`${JSON.stringify(command)}\n`);
    });
  return {
    alone: async (count) => (await ask({ count })) as Alone,
    together: async (sessions, seconds) => ((await ask({ sessions, seconds })) as { perSecond: number }).perSecond,
    close: () => endProcess(child),
  };
}
