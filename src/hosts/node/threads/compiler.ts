import { type MessagePort, Worker } from "node:worker_threads";

import type { FromCompiler, ToCompiler } from "./thread-messages.ts";

export interface CompilerProcess {
  /** Gives a script thread a line to the compiler. */
  serve(port: MessagePort): void;
  /** Files changed, came or went. */
  forget(ids: string[]): void;
  close(): void;
}

/**
 * Starts the thread that compiles for all script threads.
 *
 * @param url Compiled entry of the compiler thread.
 * @param settings Handed to the compiler.
 * @param onCompiled Told the id of every module that is asked for.
 * @param onFailure Told when the thread ended by itself.
 * @example const compiler = startCompiler(url, {}, console.log, console.error); compiler.close();
 */
export function startCompiler(url: URL, settings: unknown, onCompiled: (id: string) => void, onFailure: (reason: string) => void): CompilerProcess {
  const worker = new Worker(url, { workerData: settings });
  let isClosed = false;
  worker.on("message", (message: FromCompiler) => onCompiled(message.id));
  worker.on("error", (error) => !isClosed && onFailure(error.stack ?? error.message));
  return {
    serve: (port) => worker.postMessage({ type: "serve", port } satisfies ToCompiler, [port]),
    forget: (ids) => worker.postMessage({ type: "forget", ids } satisfies ToCompiler),
    close() {
      isClosed = true;
      void worker.terminate();
    },
  };
}
