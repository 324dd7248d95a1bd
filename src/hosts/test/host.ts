import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomUUID } from "node:crypto";
import { dirname, relative, resolve } from "node:path";
import type { CompileResult, CurrentSlot, Host } from "../../engine/host.ts";
import { link } from "../node/compile/link.ts";

export interface TestHostOptions {
  compile?: ((id: string, options: { magic: boolean }) => Promise<CompileResult>) | undefined;
  secrets?: (() => Record<string, unknown>) | undefined;
  log?: ((level: "info" | "warning" | "error", message: string) => void) | undefined;
}

function createSlot<T>(): CurrentSlot<T> {
  const storage = new AsyncLocalStorage<T | undefined>();
  return { get: () => storage.getStore(), run: (value, body) => storage.run(value, body), resume() {} };
}

/** The engine's ports for a test: everything in this thread, nothing served. */
export function createTestHost(options: TestHostOptions = {}): Host {
  return {
    now: () => performance.now(),
    wallClock: () => Date.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return { cancel: () => clearTimeout(timer) };
    },
    soon: (task) => void setImmediate(task),
    slot: createSlot,
    hash: (value) => createHash("sha256").update(value).digest("hex").slice(0, 32),
    randomId: () => randomUUID(),
    compile: options.compile ?? (() => Promise.reject(new Error("this test compiles nothing"))),
    link,
    importExternal: (url) => import(url) as Promise<Record<string, unknown>>,
    resolvePage: (entry, path) => resolve(dirname(entry), path),
    displayPath: (id) => relative(process.cwd(), id),
    secrets: options.secrets ?? (() => ({})),
    log: options.log ?? (() => {}),
  };
}
