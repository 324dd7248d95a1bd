import type { MessagePort } from "node:worker_threads";

import type { CompileResult } from "../../../engine/host.ts";
import type { CompileAnswer, CompileRequest } from "./thread-messages.ts";

/**
 * Asks the compiler thread from a script thread.
 *
 * @param port The script thread's end of the line to the compiler.
 * @example const compile = createCompileClient(port); await compile("/app/main.ts", { magic: true });
 */
export function createCompileClient(port: MessagePort): (id: string, options: { magic: boolean }) => Promise<CompileResult> {
  const waiting = new Map<number, (result: CompileResult) => void>();
  let calls = 0;
  port.on("message", ({ call, result }: CompileAnswer) => {
    waiting.get(call)?.(result);
    waiting.delete(call);
  });
  port.unref();
  return (id, { magic }) =>
    new Promise((resolve) => {
      calls += 1;
      waiting.set(calls, resolve);
      port.postMessage({ call: calls, id, magic } satisfies CompileRequest);
    });
}
