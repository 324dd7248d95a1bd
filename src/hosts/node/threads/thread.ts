import { getHeapStatistics } from "node:v8";
import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";

import type { ConfigValue } from "../config/option.ts";
import type { Inspect } from "./inspector.ts";
import { BEAT, type FromScript, type ScriptThreadSettings, type ToScript } from "./thread-messages.ts";

/** Compiled entries of all kinds of threads. */
export interface ThreadEntries {
  script: URL;
  compiler: URL;
  offload: URL;
}

export interface ThreadOptions {
  /** Compiled entry of the script thread. */
  workerUrl: URL;
  /** The same for threads of offloaded functions. */
  offloadUrl: URL;
  entry: string;
  args: string[];
  config: Record<string, ConfigValue>;
  secretFiles: string[];
  isProduction: boolean;
  inspect?: Inspect | undefined;
  /** Connects a thread to the compiler. */
  serveCompiler(port: MessagePort): void;
}

/** What the network thread sees of a script thread. */
export interface ScriptThread {
  post(message: ToScript): void;
  /** Number of messages posted so far. */
  readonly posted: number;
  /** Number of messages the thread has taken up. */
  handled(): number;
  /** Whose code has the thread (a lease, 0 for nobody), and since when on `Date.now()`. */
  holder(): { lease: number; since: number };
  terminate(): void;
}

/** What a thread tells; nothing comes after `ended`. */
export interface ThreadEvents {
  message(message: FromScript): void;
  ended(reason: string): void;
}

/** Megabytes of heap a thread may use: with a limit of its own a thread that eats all memory ends alone; without one it takes the process along. */
export function memoryLimit(config: Record<string, ConfigValue>): number {
  return (config["runner.maxMemory"] as number | null) ?? Math.floor(getHeapStatistics().heap_size_limit / 1_048_576);
}

/** Why a thread ended, for people. */
export function reasonOf(error: Error & { code?: string }): string {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return "it ran out of memory (runner.maxMemory sets how much a script thread may use)";
  return error.message;
}

/**
 * Starts a thread that runs scripts.
 *
 * @param options What to run.
 * @param events Told what the thread says.
 * @example const thread = startScriptThread(options, { message: console.log, ended: console.error });
 */
export function startScriptThread(options: ThreadOptions, events: ThreadEvents): ScriptThread {
  const channel = new MessageChannel();
  const beats = new SharedArrayBuffer(BEAT.size * Int32Array.BYTES_PER_ELEMENT);
  const cells = new Int32Array(beats);
  const base = Date.now();
  options.serveCompiler(channel.port1);
  const worker = new Worker(options.workerUrl, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit(options.config) },
    workerData: {
      entry: options.entry,
      args: options.args,
      config: options.config,
      secretFiles: options.secretFiles,
      isProduction: options.isProduction,
      inspect: options.inspect,
      offloadUrl: options.offloadUrl.href,
      beats,
      base,
      compiler: channel.port2,
    } satisfies ScriptThreadSettings,
    transferList: [channel.port2],
  });
  let posted = 0;
  let hasEnded = false;
  const end = (reason: string): void => {
    if (hasEnded) return;
    hasEnded = true;
    channel.port1.close();
    events.ended(reason);
  };
  worker.on("message", (message: FromScript) => !hasEnded && events.message(message));
  worker.on("error", (error) => end(reasonOf(error)));
  worker.on("exit", (code) => end(`it ended with code ${code}`));
  return {
    post(message) {
      posted += 1;
      worker.postMessage(message);
    },
    get posted() {
      return posted;
    },
    handled: () => Atomics.load(cells, BEAT.handled),
    holder: () => ({ lease: Atomics.load(cells, BEAT.holder), since: base + Atomics.load(cells, BEAT.since) }),
    terminate() {
      hasEnded = true;
      channel.port1.close();
      void worker.terminate();
    },
  };
}
