import { type MessagePort, MessageChannel, Worker } from "node:worker_threads";

import type { ConfigValue } from "../config/option.ts";
import type { FromOffload, OffloadThreadSettings, ToOffload } from "./offload-messages.ts";
import { memoryLimit, reasonOf } from "../threads/thread.ts";

export interface OffloadThreadOptions {
  /** Compiled entry of the thread. */
  workerUrl: URL;
  entry: string;
  args: string[];
  /** Of the moment; the thread starts with what holds then. */
  config: Record<string, ConfigValue>;
  secretFiles: string[];
  isProduction: boolean;
  /** Connects the thread to the compiler. */
  serveCompiler(port: MessagePort): void;
}

/** A thread that runs one offloaded call at a time. */
export interface OffloadThread {
  post(message: ToOffload): void;
  /** Tells the running call to end at its next step. */
  raise(number: number): void;
  terminate(): void;
}

/** What a thread tells; nothing comes after `ended`. */
export interface OffloadEvents {
  message(message: FromOffload): void;
  ended(reason: string): void;
}

/** Starts a thread for offloaded functions. */
export function startOffloadThread(options: OffloadThreadOptions, events: OffloadEvents): OffloadThread {
  const { entry, args, config, secretFiles, isProduction } = options;
  const channel = new MessageChannel();
  const stop = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  options.serveCompiler(channel.port1);
  const worker = new Worker(options.workerUrl, {
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit(config) },
    workerData: { entry, args, config, secretFiles, isProduction, compiler: channel.port2, stop } satisfies OffloadThreadSettings,
    transferList: [channel.port2],
  });
  let hasEnded = false;
  const end = (reason: string): void => {
    if (hasEnded) return;
    hasEnded = true;
    events.ended(reason);
  };
  worker.on("message", (message: FromOffload) => !hasEnded && events.message(message));
  worker.on("error", (error) => end(reasonOf(error)));
  worker.on("exit", (code) => end(`it ended with code ${code}`));
  return {
    post: (message) => worker.postMessage(message),
    raise: (number) => void Atomics.store(new Int32Array(stop), 0, number),
    terminate() {
      hasEnded = true;
      void worker.terminate();
    },
  };
}
