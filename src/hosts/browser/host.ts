import { MODULE_PARAMETERS, type CompiledModule, type CompileResult, type Host } from "../../engine/host.ts";
import { fingerprint } from "../../engine/fingerprint.ts";
import { variableSlot } from "../../engine/variable-slot.ts";

// Only its constructor is wanted.
const AsyncFunction = async function () {}.constructor as new (...words: string[]) => (...args: unknown[]) => Promise<void>;

/**
 * The engine's ports in a Web Worker. Modules come compiled: a page that has no server has no compiler either.
 *
 * @param modules - Compiled modules by id.
 * @param log - Takes what the engine has to say. Default: the console.
 * @example
 * createEngine({ host: createBrowserHost(modules), entry, rivulet });
 */
export function createBrowserHost(modules: ReadonlyMap<string, CompiledModule>, log: Host["log"] = (level, message) => console.log(level, message)): Host {
  const encoder = new TextEncoder();
  return {
    now: () => performance.now(),
    wallClock: () => Date.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return { cancel: () => clearTimeout(timer) };
    },
    soon: (task) => void setTimeout(task, 0),
    slot: variableSlot,
    hash: (value) => fingerprint(typeof value === "string" ? encoder.encode(value) : value),
    randomId: () => crypto.randomUUID(),
    compile: (id) => Promise.resolve(compiled(modules, id)),
    link: ({ code }) => new AsyncFunction(...MODULE_PARAMETERS, `"use strict";\n${code}`),
    importExternal: (url) => import(/* @vite-ignore */ url) as Promise<Record<string, unknown>>,
    resolvePage: (entry, path) => new URL(path, entry).href,
    displayPath: (id) => id,
    secrets: () => ({}),
    log,
  };
}

function compiled(modules: ReadonlyMap<string, CompiledModule>, id: string): CompileResult {
  const module = modules.get(id);
  return module ? { module } : { error: { name: "ModuleNotFound", message: `${id} is not part of this app` } };
}
