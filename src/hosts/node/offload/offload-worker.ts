import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

import { packError } from "../../../engine/errors/carried-error.ts";
import { createEngine } from "../../../engine/engine.ts";
import { StopSignal } from "../../../engine/errors/errors.ts";
import type { OffloadCall } from "../../../engine/host.ts";
import { executeOffloaded } from "../../../engine/offload/execute.ts";
import { createCompileClient } from "../threads/compile-client.ts";
import { link } from "../compile/link.ts";
import { createDiskCache } from "../threads/disk-cache.ts";
import { createNodeHost } from "../threads/host.ts";
import type { FromOffload, OffloadThreadSettings, ToOffload } from "./offload-messages.ts";
import { published } from "../threads/published.ts";
import { createSecretsReader } from "../secrets/secrets-reader.ts";
import { guardProcess } from "../threads/stray.ts";
import { nativeTemporal } from "../threads/temporal.ts";
import type { LogLevel } from "../threads/log.ts";

const port = parentPort;
if (!port) throw new Error("offload-worker.js is started by the server.");
const settings = workerData as OffloadThreadSettings;
const temporal = nativeTemporal();
const post = (message: FromOffload, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);
const log = (level: LogLevel, message: string): void => post({ type: "log", level, message });
const secrets = createSecretsReader(settings.secretFiles, log);

process.argv.splice(1, process.argv.length - 1, settings.entry, ...settings.args);
const host = createNodeHost({
  compile: createCompileClient(settings.compiler),
  link,
  secrets: secrets.values,
  cacheStore: createDiskCache(join(process.cwd(), ".rivulet", "cache"), (message) => log("warning", message)),
  resultsCleared: (what) => post({ type: "cleared", what }),
  log,
});
const { config } = settings;
const engine = createEngine({ host, entry: settings.entry, config, isProduction: settings.isProduction, rivulet: published, temporal });
guardProcess((error) => engine.strayError(error));

const stopCell = new Int32Array(settings.stop);
let running: { number: number; controller: AbortController } | undefined;

async function run(number: number, call: OffloadCall): Promise<void> {
  const controller = new AbortController();
  running = { number, controller };
  const check = (): void => {
    if (Atomics.load(stopCell, 0) === number) throw new StopSignal();
  };
  try {
    const bytes = await executeOffloaded({ core: engine.core, call, signal: controller.signal, check });
    post({ type: "value", number, bytes }, [bytes.buffer as ArrayBuffer]);
  } catch (error) {
    const bytes = packError(error, engine.core);
    post({ type: "error", number, bytes }, [bytes.buffer as ArrayBuffer]);
  } finally {
    running = undefined;
  }
}

port.on("message", (message: ToOffload) => {
  if (message.type === "call") void run(message.number, message.call);
  else if (message.type === "abort") {
    if (running?.number === message.number) running.controller.abort();
  } else if (message.type === "files") engine.filesChanged(message.ids);
  else if (message.type === "config") Object.assign(config, message.values);
  else if (message.type === "secrets") secrets.read();
  else if (message.type === "cleared") engine.clearResults(message.what);
  else engine.clearCaches();
});
