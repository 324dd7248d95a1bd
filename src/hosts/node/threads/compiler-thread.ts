import { statSync } from "node:fs";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";

import type { CompileResult } from "../../../engine/host.ts";
import { createCompiler } from "../compile/compiler.ts";
import type { FromCompiler, ToCompiler, ToCompilerLine } from "./thread-messages.ts";

interface Cached {
  stamp: string;
  result: Promise<CompileResult>;
}

/** Changes whenever a file is written or replaced. */
function stampOf(id: string): string {
  const stats = statSync(id, { bigint: true, throwIfNoEntry: false });
  return stats ? `${stats.ino}:${stats.mtimeNs}:${stats.size}` : "";
}

/** Compiles for all script threads; a module that did not change is compiled once. */
function serveCompiler(compile: (id: string, options: { magic: boolean }) => Promise<CompileResult>): void {
  const cache = new Map<string, Cached>();

  const answer = (id: string, magic: boolean): Promise<CompileResult> => {
    const key = `${magic ? "+" : "-"}${id}`;
    const stamp = stampOf(id);
    const cached = cache.get(key);
    if (cached && cached.stamp === stamp && stamp !== "") return cached.result;
    const result = compile(id, { magic });
    cache.set(key, { stamp, result });
    // What went wrong may be mended elsewhere: in a file this one imports, or by an install.
    const forget = (): void => {
      if (cache.get(key)?.result === result) cache.delete(key);
    };
    result.then((done) => "error" in done && forget(), forget);
    return result;
  };

  const serve = (port: MessagePort): void => {
    port.on("message", async (message: ToCompilerLine) => {
      if ("port" in message) return serve(message.port);
      const { call, id, magic } = message;
      parentPort?.postMessage({ type: "compiled", id } satisfies FromCompiler);
      let result: CompileResult;
      try {
        result = await answer(id, magic);
      } catch (error) {
        result = { error: { name: "CompileError", message: error instanceof Error ? error.message : String(error) } };
      }
      port.postMessage({ call, result });
    });
  };

  parentPort?.on("message", (message: ToCompiler) => {
    if (message.type === "serve") serve(message.port);
    else cache.clear();
  });
}

const compiler = createCompiler(workerData as Parameters<typeof createCompiler>[0]);
serveCompiler((id, options) => compiler.compile(id, options));
