import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type Server } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import { dirname, join, resolve } from "node:path";

import { getRequestListener } from "@hono/node-server";

import { encode } from "../../protocol/codec.ts";
import type { ToClient, ToServer } from "../../protocol/messages.ts";
import { createClientFiles } from "./http/client-files.ts";
import { clientConfig } from "./config/client-config.ts";
import type { Config } from "./config/config.ts";
import { needsRestart } from "./config/config.ts";
import type { ConfigValue } from "./config/option.ts";
import { ConfigError } from "./config/value.ts";
import { startCompiler } from "./threads/compiler.ts";
import { createHttp } from "./http/http.ts";
import { type Inspect, release } from "./threads/inspector.ts";
import { PATIENCE_OF_DEBUGGERS, type Timing } from "./threads/timing.ts";
import { listen } from "./http/listen.ts";
import type { Log } from "./threads/log.ts";
import { readSecrets } from "./secrets/secrets.ts";
import { createSessions } from "./sessions/sessions.ts";
import { readMessage } from "./sessions/shadow.ts";
import { serveSockets } from "./http/sockets.ts";
import type { ThreadEntries } from "./threads/thread.ts";
import { createWatch } from "./watch.ts";
import { createWorkers, type Workers } from "./threads/workers.ts";

export interface ServerOptions {
  /** Path of the entry script. */
  entry: string;
  /** What the script sees in `process.argv` after its own name. Default none. */
  args?: readonly string[] | undefined;
  config: Config;
  /** Reads the settings again after a file of theirs changed. Default: they stay as they are. */
  readConfig?: (() => Config) | undefined;
  log: Log;
  /** No watching, no details of errors. Default false. */
  isProduction?: boolean | undefined;
  isHello?: boolean | undefined;
  /** Entries of the threads, built. */
  threads: ThreadEntries;
  /** Folder of the built page. */
  client: string;
  timing?: Timing | undefined;
  /** Where debuggers connect to the script. Default: nowhere. */
  inspect?: Inspect | undefined;
  /** Keeps the lines of scripts for a debugger, and waits while one holds them. Default false. */
  isDebugged?: boolean | undefined;
}

export interface RunningServer {
  readonly port: number;
  /** Where a browser on this machine finds the app. */
  readonly url: string;
  readonly config: Config;
  /** Resolves when the first script thread is ready. */
  readonly ready: Promise<void>;
  /** Sessions alive, and how many have a page. */
  sessions(): { all: number; connected: number };
  /** Tells pages good-bye, ends threads and frees the port. */
  close(): Promise<void>;
}

const CHECK_MS = 30_000;

/** Runs the script in a session nobody sees. */
function checkScript(workers: Workers): Promise<boolean> {
  return new Promise((resolve) => {
    const finish = (isWell: boolean): void => {
      clearTimeout(timer);
      resolve(isWell);
      setImmediate(() => lease.close());
    };
    const timer = setTimeout(() => finish(false), CHECK_MS);
    const rerun = encode({ type: "rerun", seq: 0 } satisfies ToServer);
    const lease = workers.open({
      name: "health check",
      opening: () => ({
        id: "health-check",
        principal: { headers: {}, cookies: {}, address: null },
        context: { timezone: "UTC", timezoneOffset: 0, locale: "en", url: "", isEmbedded: false, theme: "light" },
        query: "",
        page: "",
      }),
      received(bytes) {
        const message: ToClient = readMessage(bytes);
        if (message.type === "finished") finish(message.outcome !== "error");
        else if (message.type === "compileError" && message.error) finish(false);
      },
      kept: () => {},
      moved: () => finish(false),
      holds: () => {},
      unheard: () => {},
      edited: () => {},
      failed: () => finish(false),
    });
    lease.post(rerun);
  });
}

function basePath(config: Config): string {
  const path = String(config.values["server.baseUrlPath"] ?? "").replaceAll(/^\/+|\/+$/g, "");
  return path === "" ? "" : `/${path}`;
}

function createServerFor(config: Config, listener: Parameters<typeof createHttpServer>[1]): Server {
  const [cert, key] = [config.values["server.sslCertFile"], config.values["server.sslKeyFile"]];
  if (typeof cert !== "string" || typeof key !== "string") return createHttpServer(listener);
  const read = (option: string, file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch (error) {
      throw new ConfigError(`${option} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path.`);
    }
  };
  return createHttpsServer({ cert: read("server.sslCertFile", cert), key: read("server.sslKeyFile", key) }, listener);
}

/** Where a browser of this machine finds the app. */
function urlOf(config: Config, port: number, base: string): string {
  const scheme = config.values["server.sslCertFile"] ? "https" : "http";
  const address = config.values["server.address"] as string | null;
  const host = (config.values["browser.serverAddress"] as string | null) ?? (address && !/^(0\.0\.0\.0|::)$/.test(address) ? address : "localhost");
  return `${scheme}://${host}:${(config.values["browser.serverPort"] as number | null) ?? port}${base}`;
}

/**
 * Serves a script as an app: network here, scripts and compiler in threads of their own.
 *
 * @param options What to serve, and how.
 * @returns The running server, once it listens.
 * @throws ConfigError when it cannot listen or a certificate cannot be read.
 * @example const server = await startServer({ entry: "app.ts", config: readConfig(), log, threads, client })
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { log, threads } = options;
  const entry = resolve(options.entry);
  let { config } = options;
  const option = (name: string): unknown => config.values[name];
  const base = basePath(config);
  const secretFiles = config.values["secrets.files"] as string[];
  // A mistake in a secrets file is better seen now than in the first session.
  const secrets = readSecrets({ files: secretFiles });

  const isProduction = options.isProduction === true;
  let watch: ReturnType<typeof createWatch> | undefined;
  const modules = new Set([entry]);
  const compiled = (id: string): void => {
    modules.add(id);
    watch?.add(id);
  };
  const compiler = startCompiler(threads.compiler, { isDebugged: options.isDebugged === true }, compiled, (reason) =>
    log("error", `The compiler ended: ${reason}`),
  );
  const inspectors = new Set<string>();
  const apply = (next: Config): void => {
    config = next;
    workers.broadcast({ type: "config", values: structuredClone(config.values) as Record<string, ConfigValue> });
    sessions.configChanged();
  };
  const workers = createWorkers({
    workerUrl: threads.script,
    offloadUrl: threads.offload,
    entry,
    args: [...(options.args ?? [])],
    config: structuredClone(config.values) as Record<string, ConfigValue>,
    secretFiles,
    isProduction,
    serveCompiler: compiler.serve,
    count: config.values["runner.workers"] as number,
    log,
    timing: options.isDebugged ? PATIENCE_OF_DEBUGGERS : options.timing,
    inspect: options.inspect,
    optionSet: (name, value) => apply({ ...config, values: { ...config.values, [name]: value } }),
    inspectorOpened: (address) => void inspectors.add(address),
  });
  const isHello = options.isHello === true;
  const sessions = createSessions({ workers, option, config: (runOnSave) => clientConfig(config, { isHello, runOnSave }) });
  const http = createHttp({
    base,
    option,
    client: createClientFiles(options.client, base),
    staticFolder: join(dirname(entry), "static"),
    isSecure: typeof config.values["server.sslCertFile"] === "string",
    findSession: sessions.byFileKey,
    isAble: workers.isAble,
    checkScript: () => checkScript(workers),
  });
  const server = createServerFor(config, getRequestListener(http.fetch, { overrideGlobalObjects: false }));
  const closeSockets = serveSockets(server, { base, option, sessions });

  const stopThreads = (): void => {
    workers.close();
    compiler.close();
  };
  let port: number;
  try {
    port = await listen(server, {
      address: config.values["server.address"] as string | null,
      port: config.values["server.port"] as number,
      isExplicit: config.sources["server.port"] !== undefined,
    });
  } catch (error) {
    stopThreads();
    throw error;
  }

  const settingsChanged = (files: string[]): void => {
    if (files.some((file) => config.files.includes(file))) {
      try {
        const next = options.readConfig?.() ?? config;
        for (const warning of next.warnings) if (!config.warnings.includes(warning)) log("warning", warning);
        const restart = needsRestart(config, next);
        if (restart.length > 0) log("warning", `${restart.join(", ")} changed: start the server again for that.`);
        // What needs a restart stays as it was.
        const kept = Object.fromEntries(restart.map((name) => [name, config.values[name] ?? null]));
        apply({ ...next, values: { ...next.values, ...kept } });
        watch?.addSettings(next.files);
      } catch (error) {
        log("error", `${(error as Error).message} The settings of before stay in force.`);
      }
    }
    if (!files.some((file) => secrets.files.includes(file))) return;
    workers.broadcast({ type: "secrets" });
    sessions.scriptChanged();
  };

  if (!isProduction) {
    watch = createWatch({
      type: config.values["server.fileWatcherType"] as string,
      entry,
      settings: [...config.files, ...secrets.files],
      ignored: config.values["server.folderWatchBlacklist"] as string[],
      folders: config.values["server.folderWatchList"] as string[],
      log,
      onCode(ids) {
        compiler.forget(ids);
        // Engines tell their sessions of changes in their modules; they do not know of pages to come.
        workers.broadcast({ type: "files", ids });
        if (ids.some((id) => !modules.has(id))) sessions.scriptChanged();
      },
      onSettings: settingsChanged,
    });
  }

  return {
    port,
    url: urlOf(config, port, base),
    get config() {
      return config;
    },
    ready: workers.ready,
    sessions: sessions.count,
    async close() {
      sessions.close();
      closeSockets();
      await watch?.close();
      await Promise.all([...inspectors].map(release));
      stopThreads();
      server.closeAllConnections();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
