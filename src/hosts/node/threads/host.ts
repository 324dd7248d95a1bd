import { AsyncLocalStorage } from "node:async_hooks";
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

import type { CacheStore, CompileResult, CurrentSlot, Host, Offloader } from "../../../engine/host.ts";
import type { Resolver } from "../compile/resolve.ts";
import type { LogLevel } from "./log.ts";

/** Told by the engine when user code of a session takes the thread, and when it gives it back earlier than the event loop turns. */
export interface Busy {
  enter(session: string): void;
  leave(): void;
}

export interface NodeHost extends Host {
  readonly busy: Busy;
}

export interface NodeHostOptions {
  compile(id: string, options: { magic: boolean }): Promise<CompileResult>;
  link: Host["link"];
  secrets(): Record<string, unknown>;
  log(level: LogLevel, message: string): void;
  /** Default: nobody is told. */
  optionSet?: NodeHost["optionSet"];
  /** Default: cached results are kept in memory only. */
  cacheStore?: CacheStore | undefined;
  /** Default: nobody else has results. */
  resultsCleared?: Host["resultsCleared"];
  /** Default: offloaded functions run where they are called. */
  offload?: Offloader | undefined;
  /** Default: nobody is told. */
  busy?: Busy | undefined;
  /** Paths for people are relative to it. Default `process.cwd()`. */
  cwd?: string | undefined;
}

function createSlot<T>(): CurrentSlot<T> {
  const storage = new AsyncLocalStorage<T | undefined>();
  return {
    get: () => storage.getStore(),
    run: (value, body) => storage.run(value, body),
    // Async context follows every await by itself.
    resume: () => {},
  };
}

/** Half of a SHA-256 in hex: short enough for names, long enough never to meet twice. */
export function hash(value: string | Uint8Array): string {
  return createHash("sha256").update(value).digest("hex").slice(0, 32);
}

/** Path of a module as people know it: relative to where they are, unless that leads far out. */
export function displayPath(id: string, cwd = process.cwd()): string {
  if (!isAbsolute(id)) return id;
  const path = relative(cwd, id);
  return path === "" || path.startsWith("..") ? id : path;
}

function filesIn(folder: string): { path: string }[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((file) => (file.isDirectory() ? [] : [{ path: join(folder, file.name) }]));
  } catch {
    // Most apps have no such folder.
    return [];
  }
}

/** Resolves as the compiler does; what it needs is loaded only for the app that puts names together. */
function createLateResolver(cwd: string): NonNullable<Host["resolveLate"]> {
  let made: Promise<Resolver> | undefined;
  return async (specifier, importer) => {
    made ??= import("../compile/resolve.ts").then(({ createResolver }) => createResolver());
    const resolver = await made;
    // Packages may have been linked since.
    resolver.forget();
    const found = await resolver.resolve(specifier, isAbsolute(importer) ? importer : join(cwd, "script.ts"));
    return "missing" in found ? undefined : found;
  };
}

/**
 * The engine's ports on Node. Used by script threads and by tests that run the engine in their own thread.
 *
 * @example createEngine({ host: createNodeHost({ compile, link, secrets: () => ({}), log: console.log }), … })
 */
export function createNodeHost(options: NodeHostOptions): NodeHost {
  const cwd = options.cwd ?? process.cwd();
  return {
    now: () => performance.now(),
    wallClock: () => Date.now(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return { cancel: () => clearTimeout(timer) };
    },
    soon: (task) => void setImmediate(task),
    slot: createSlot,
    hash,
    randomId: () => randomUUID(),
    compile: options.compile,
    link: options.link,
    importExternal: (url) => import(isAbsolute(url) ? pathToFileURL(url).href : url) as Promise<Record<string, unknown>>,
    resolveLate: createLateResolver(cwd),
    readText: (path) => readFileSync(path, "utf8"),
    readBytes: (path) => readFileSync(path),
    resolvePage: (entry, path) => resolve(dirname(entry), path),
    listPages: (entry) => filesIn(join(dirname(entry), "pages")),
    pageExists: (id) => statSync(id, { throwIfNoEntry: false })?.isFile() ?? false,
    displayPath: (id) => displayPath(id, cwd),
    secrets: options.secrets,
    optionSet: options.optionSet,
    cacheStore: options.cacheStore,
    ...(options.resultsCleared ? { resultsCleared: options.resultsCleared } : {}),
    offload: options.offload ?? "here",
    log: options.log,
    busy: options.busy ?? { enter: () => {}, leave: () => {} },
  };
}
