import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parentPort, type MessagePort, workerData } from "node:worker_threads";
import type { Temporal } from "temporal-polyfill";

import type { ClearedResults, Engine, EngineSession, Host, StopFlag } from "../../../engine/host.ts";
import { decode, encode } from "../../../protocol/codec.ts";
import { HELD, type ToClient, type ToServer } from "../../../protocol/messages.ts";
import { createCompileClient } from "./compile-client.ts";
import { createDiskCache } from "./disk-cache.ts";
import { createInOrder } from "../files/in-order.ts";
import type { FileMessage, FileNews } from "../files/messages.ts";
import { createScriptFiles, type ScriptFiles } from "../files/script-files.ts";
import { createNodeHost, type NodeHost } from "./host.ts";
import { openInspector, stopAtStart } from "./inspector.ts";
import { createOffloadPool } from "../offload/offload-pool.ts";
import { startOffloadThread } from "../offload/offload-thread.ts";
import { createOutbox, type Haste } from "./outbox.ts";
import { createSecretsReader } from "../secrets/secrets-reader.ts";
import { guardProcess } from "./stray.ts";
import { nativeTemporal } from "./temporal.ts";
import type { LogLevel } from "./log.ts";
import { BEAT, type FromScript, type Opening, type ScriptThreadSettings, type StopCell, type ToScript } from "./thread-messages.ts";

/** What a thread needs to know of the engine it runs. */
export interface ThreadEngine extends Engine {
  /** An error that no run caught: a floating rejection, a throw in a timer. */
  strayError?(error: unknown): void;
}

export interface EngineRequest {
  host: NodeHost;
  entry: string;
  /** All options by full name; the same object for the life of the engine, changed in place. */
  config: Record<string, unknown>;
  isProduction: boolean;
  temporal: typeof Temporal;
}

/**
 * Says which session's code has the thread. Nobody has to give it back: once the event loop turns, nobody has it.
 * That keeps the answer right across awaits, where the code of many sessions takes turns.
 */
function createHolder(settings: ScriptThreadSettings) {
  const beats = new Int32Array(settings.beats);
  let current = 0;
  const say = (lease: number): void => {
    current = lease;
    Atomics.store(beats, BEAT.since, (Date.now() - settings.base) | 0);
    Atomics.store(beats, BEAT.holder, lease);
  };
  return {
    take(lease: number): void {
      if (lease === current) return;
      if (current === 0) setImmediate(() => say(0));
      say(lease);
    },
    handled: () => void Atomics.add(beats, BEAT.handled, 1),
    heldFor: () => (current === 0 ? 0 : (Date.now() - settings.base - Atomics.load(beats, BEAT.since)) / 1000),
  };
}

type Holder = ReturnType<typeof createHolder>;

/** Makes a stop flag that reads and lowers a cell shared with the network thread. Who asks for it has the thread. */
function stopFlag({ buffer, index }: StopCell, lease: number, holder: Holder): StopFlag {
  const cells = new Int32Array(buffer);
  return {
    raised() {
      holder.take(lease);
      return Atomics.load(cells, index) as 0 | 1 | 2;
    },
    lower: () => void Atomics.store(cells, index, 0),
    heldFor: holder.heldFor,
  };
}

/**
 * A page should know without delay that a run ended, and what is said while code holds the thread: no turn may end for long.
 * That a run began can wait for the end of the turn, which most runs reach at once: every message less makes them faster.
 */
function hasteOf(message: ToClient): Haste {
  if (message.type === "finished" || (message.type === "notice" && message.topic === HELD)) return "now";
  return message.type === "started" ? "later" : "soon";
}

interface Tenants {
  open(lease: number, stop: StopCell, opening: Opening): void;
  receive(lease: number, message: ToServer): void;
  file(lease: number, message: FileMessage): void;
  close(lease: number): void;
}

function createTenants(engine: ThreadEngine, holder: Holder, leases: Map<string, number>, port: MessagePort): Tenants {
  const sessions = new Map<number, EngineSession>();
  const files = new Map<number, ScriptFiles>();
  // Files are opened asynchronously: what comes after them waits.
  const inOrder = createInOrder();
  const outbox = createOutbox((message, transfer) => port.postMessage(message, transfer));
  const open = (lease: number, stop: StopCell, opening: Opening, { uploads }: ScriptFiles): void => {
    leases.set(opening.id, lease);
    holder.take(lease);
    const session = engine.open({
      ...opening,
      uploads,
      stop: stopFlag(stop, lease, holder),
      send: (message: ToClient) => outbox.add(lease, encode(message), hasteOf(message)),
      keep: (facts) => port.postMessage({ type: "kept", lease, facts } satisfies FromScript),
    });
    sessions.set(lease, session);
  };
  const close = (lease: number): void => {
    const session = sessions.get(lease);
    sessions.delete(lease);
    files.delete(lease);
    if (session && leases.get(session.id) === lease) leases.delete(session.id);
    session?.close();
  };
  return {
    open(lease, stop, opening) {
      const own = createScriptFiles((news: FileNews, transfer = []) => {
        port.postMessage({ type: "file", lease, news } satisfies FromScript, transfer as never[]);
      });
      files.set(lease, own);
      if (opening.uploads?.length) inOrder(lease, () => own.add(opening.uploads ?? []));
      inOrder(lease, () => open(lease, stop, opening, own));
    },
    receive(lease, message) {
      inOrder(lease, () => {
        holder.take(lease);
        sessions.get(lease)?.receive(message);
      });
    },
    file(lease, message) {
      if (message.type === "upload") return inOrder(lease, () => files.get(lease)?.add([message.file]));
      inOrder(lease, () => {
        const session = sessions.get(lease);
        holder.take(lease);
        if (session) files.get(lease)?.take(session, message);
      });
    },
    close: (lease) => inOrder(lease, () => close(lease)),
  };
}

/** What concerns no single session. */
type News = Exclude<ToScript, { type: "open" | "message" | "close" | "file" }>;

/** Threads for offloaded functions: they belong to this thread, and end with it. */
function createOffloading(
  settings: ScriptThreadSettings,
  log: (level: LogLevel, message: string) => void,
  cleared: NonNullable<Parameters<typeof createOffloadPool>[0]["cleared"]>,
) {
  const { offloadUrl, compiler, config } = settings;
  return createOffloadPool({
    start(events) {
      const serveCompiler = (port: MessagePort): void => compiler.postMessage({ type: "serve", port }, [port]);
      return startOffloadThread({ ...settings, workerUrl: new URL(offloadUrl), serveCompiler }, events);
    },
    size: () => (config["runner.offloadThreads"] as number | null) ?? Math.max(1, availableParallelism() - 1),
    log,
    cleared,
  });
}

/**
 * Runs an engine in this worker thread and connects it to the network thread.
 *
 * @param createEngine Makes the engine from its ports.
 * @param link Makes functions of compiled modules.
 * @example runScriptThread(createEngine, link)
 */
export function runScriptThread(createEngine: (request: EngineRequest) => ThreadEngine, link: Host["link"]): void {
  const port = parentPort;
  if (!port) throw new Error("runScriptThread was called outside a worker thread.");
  const settings = workerData as ScriptThreadSettings;
  const log = (level: LogLevel, message: string): void => port.postMessage({ type: "log", level, message } satisfies FromScript);
  if (settings.inspect) openInspector(settings.inspect, { log, opened: (address) => port.postMessage({ type: "inspector", address } satisfies FromScript) });
  process.argv.splice(1, process.argv.length - 1, settings.entry, ...settings.args);
  const holder = createHolder(settings);
  const leases = new Map<string, number>();
  const temporal = nativeTemporal();
  const secrets = createSecretsReader(settings.secretFiles, log);
  const { config } = settings;
  const tellCleared = (what: ClearedResults): void => port.postMessage({ type: "cleared", what } satisfies FromScript);
  const offload = createOffloading(settings, log, (what) => {
    engine.clearResults(what);
    tellCleared(what);
  });
  const host = createNodeHost({
    compile: createCompileClient(settings.compiler),
    link: settings.inspect?.isWaiting ? stopAtStart(link, settings.entry) : link,
    secrets: secrets.values,
    optionSet: (name, value) => port.postMessage({ type: "option", name, value } satisfies FromScript),
    cacheStore: createDiskCache(join(process.cwd(), ".rivulet", "cache"), (message) => log("warning", message)),
    offload,
    resultsCleared(what) {
      tellCleared(what);
      offload.broadcast({ type: "cleared", what });
    },
    log,
    busy: { enter: (session) => holder.take(leases.get(session) ?? 0), leave: () => {} },
  });
  const engine = createEngine({ host, entry: settings.entry, config, isProduction: settings.isProduction, temporal });
  guardProcess((error) => {
    if (engine.strayError) engine.strayError(error);
    else log("error", error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  const tenants = createTenants(engine, holder, leases, port);
  const handle = (message: ToScript): void => {
    if (message.type === "open") tenants.open(message.lease, message.stop, decode(message.opening, { temporal }) as Opening);
    else if (message.type === "message") tenants.receive(message.lease, decode(message.bytes, { temporal }) as ToServer);
    else if (message.type === "file") tenants.file(message.lease, message.message);
    else if (message.type === "close") tenants.close(message.lease);
    else {
      offload.broadcast(message);
      takeUp(message);
    }
  };
  const takeUp = (message: News): void => {
    if (message.type === "files") engine.filesChanged(message.ids);
    else if (message.type === "clearCaches") engine.clearCaches();
    else if (message.type === "cleared") engine.clearResults(message.what);
    else if (message.type === "secrets") secrets.read();
    else {
      const isBeyondTheme = Object.entries(message.values).some(
        ([name, value]) => !name.startsWith("theme.") && JSON.stringify(value) !== JSON.stringify(config[name]),
      );
      Object.assign(config, message.values);
      // The page alone draws the theme.
      if (isBeyondTheme) engine.configChanged();
    }
  };
  port.on("message", (message: ToScript) => {
    holder.handled();
    handle(message);
  });
  port.postMessage({ type: "ready" } satisfies FromScript);
}
