import type { ErrorReport, ToClient, ToServer, ClientContext, WireValue } from "../protocol/messages.ts";

/** A module after compilation: plain data, made outside the script thread. */
export interface CompiledModule {
  /** Absolute path or URL; what stacks and error boxes show (hosts may shorten it). */
  id: string;
  /** What stacks call it where that is not `id`. */
  scriptName?: string | undefined;
  /** Body of an async function whose parameters are `MODULE_PARAMETERS`. */
  code: string;
  /** Source map (JSON text) from `code` to `source`. */
  map: string;
  source: string;
  /** Hash of `source`. */
  hash: string;
  /** Import specifiers as they stand in `code`, and what each means. */
  imports: Record<string, ImportTarget>;
  /** Static imports in the order of the file, with the names that must exist; dynamic ones are not among them. */
  links: { specifier: string; names: string[] }[];
}

export type ImportTarget =
  /** Compiled, watched and evaluated by the registry. */
  | { kind: "local"; id: string }
  /** Imported by the host as any program would: packages and built-in modules. */
  | { kind: "external"; url: string }
  /** The running engine; `subpath` is "." or "./testing" and so on. */
  | { kind: "rivulet"; subpath: string };

export type CompileResult = { module: CompiledModule } | { error: ErrorReport };

/** Names of the parameters of a compiled module's function, in order. */
export const MODULE_PARAMETERS = [
  "__vite_ssr_exports__",
  "__vite_ssr_import__",
  "__vite_ssr_dynamic_import__",
  "__vite_ssr_exportAll__",
  "__vite_ssr_exportName__",
  "__vite_ssr_import_meta__",
  "__rv",
] as const;

/** The place where "the current run" is kept while user code executes. */
export interface CurrentSlot<T> {
  get(): T | undefined;
  /** Runs `body` (and, where the host can, all it awaits) with `value` as the current one. */
  run<R>(value: T | undefined, body: () => R): R;
  /** Hosts without async context: makes `value` current from here on. Elsewhere it does nothing. */
  resume(value: T | undefined): void;
}

/** Flags that another thread raises; reading one costs a few nanoseconds. */
export interface StopFlag {
  /** 0: go on; 1: a newer interaction waits; 2: the person pressed Stop; 3: say where you are, and go on. */
  raised(): 0 | 1 | 2 | 3;
  lower(): void;
  /** Seconds for which the session's code has had the thread without a pause. Hosts that cannot tell leave it out. */
  heldFor?(): number;
}

export interface Timer {
  cancel(): void;
}

/** Keeps results of cached functions beyond the life of the process; synchronous, so that a hit needs no await. */
export interface CacheStore {
  get(key: string): Uint8Array | undefined;
  /** Never throws: what cannot be kept is computed again. */
  set(key: string, bytes: Uint8Array): void;
  delete(key: string): void;
  /** Drops every key that begins with `prefix`; all of them for "". */
  clear(prefix: string): void;
}

/** Results that were dropped: all of a kind, all of one function, or a single one. */
export interface ClearedResults {
  kind: "data" | "resource";
  /** A function, and its options as text. */
  of?: { identity: string; mark: string; key?: string | undefined } | undefined;
}

/** A call of a function that a local module exports, as plain data. */
export interface OffloadCall {
  module: string;
  /** The name under which it is exported. */
  name: string;
  /** The encoded list of arguments. */
  args: Uint8Array;
  /** Where in the arguments the signal of the call belongs. */
  signals: readonly (readonly (string | number)[])[];
}

/** What came of a call: an encoded value, or an error as `packError` makes it. */
export type OffloadAnswer = { value: Uint8Array } | { error: Uint8Array };

/** Runs functions of local modules on other threads. */
export interface Offloader {
  /**
   * Starts a call, or lets it wait for a free thread.
   *
   * @param owner Calls of different owners take turns.
   * @returns The answer, rejected when the thread ends; and how to end the call, whose answer then never comes.
   */
  run(call: OffloadCall, owner: string): { answer: Promise<OffloadAnswer>; stop(): void };
}

/** Everything the engine needs from where it runs. No Node and no DOM beyond this line. */
export interface Host {
  /** Milliseconds, monotonic. */
  now(): number;
  /** Milliseconds since the epoch. */
  wallClock(): number;
  after(milliseconds: number, run: () => void): Timer;
  /** Runs `task` once the current turn of the event loop is over. */
  soon(task: () => void): void;
  slot<T>(): CurrentSlot<T>;
  /** Synchronous, stable across processes. */
  hash(value: string | Uint8Array): string;
  randomId(): string;
  compile(id: string, options: { magic: boolean }): Promise<CompileResult>;
  /** Makes the function of a compiled module; throws only if the code cannot be parsed. */
  link(module: CompiledModule): (...args: unknown[]) => Promise<void>;
  importExternal(url: string): Promise<Record<string, unknown>>;
  /** What a name means that was put together while a module ran; undefined when there is no such module. Hosts that cannot tell leave it out. */
  resolveLate?(specifier: string, importer: string): Promise<ImportTarget | undefined>;
  /** Resolves a page path relative to the entry script. */
  resolvePage(entry: string, path: string): string;
  /** Files in the folder `pages/` beside the entry script, in any order; hosts without folders have none. */
  listPages?(entry: string): { path: string }[];
  /** False when the file of a page, as `resolvePage` named it, is missing. Hosts that cannot tell leave it out. */
  pageExists?(id: string): boolean;
  /** Text of a file that the script names, relative to the working directory; throws when it cannot be read. Hosts without files leave it out. */
  readText?(path: string): string;
  /** What such a file holds, likewise. */
  readBytes?(path: string): Uint8Array;
  /** Short name of a module for people. */
  displayPath(id: string): string;
  secrets(): Record<string, unknown>;
  /** A script set an option of the page, for everybody. Hosts that serve no page leave it out. */
  optionSet?: ((name: string, value: string | boolean) => void) | undefined;
  /** Hosts without one keep cached results in memory only. */
  cacheStore?: CacheStore | undefined;
  /** Tells the other engines of this app that results were dropped. Hosts with a single engine leave it out. */
  resultsCleared?(what: ClearedResults): void;
  /** Runs offloaded functions; "here" runs them where they are called. Hosts without threads leave it out. */
  offload?: Offloader | "here" | undefined;
  log(level: "info" | "warning" | "error", message: string): void;
}

/** Who opened a session. */
export interface Principal {
  headers: Record<string, string>;
  cookies: Record<string, string>;
  address: string | null;
}

/** The files people of one session have uploaded. The host takes them in beside the protocol. */
export interface SessionUploads {
  /** The same object every time; undefined when there is none of that name, or no longer. */
  get(upload: string): File | undefined;
  /** Takes in a file that is at hand, as tests and pages without a server have it. Others leave it out. */
  add?(file: File): string;
  /** Nothing needs it any more. */
  release(upload: string): void;
}

/** Bytes that an element offers, once somebody asks for them. */
export interface OpenedMedia {
  name: string | undefined;
  type: string | undefined;
  /** Made of text, which counts where there is neither type nor a telling name. */
  isText: boolean;
  /** Undefined for what is made while it is read. */
  size: number | undefined;
  /** Bytes from `start` up to `end`; the whole by default. */
  read(start?: number, end?: number): ReadableStream<Uint8Array>;
}

/** Why something offered cannot be had, or under which name it is ready. */
export type PreparedMedia = { ready: string } | { error: ErrorReport } | undefined;

/** A node of the last known screen, as the network side keeps it. */
export interface SnapshotNode {
  id: number;
  parent: number;
  kind: string;
  props: Uint8Array;
}

/** What is left of a session whose engine is gone. */
export interface Restore {
  values: Record<string, WireValue>;
  /** Encoded session state entries that could be kept. */
  state: Record<string, Uint8Array>;
  revision: number;
  /** In document order: parents before children, siblings in order. */
  nodes: SnapshotNode[];
}

export interface OpenOptions {
  /** Public name of the session. */
  id: string;
  principal: Principal;
  context: ClientContext;
  query: string;
  page: string;
  stop: StopFlag;
  restore?: Restore;
  /** Hosts that take no files leave it out. */
  uploads?: SessionUploads;
  /** Messages for the page, in order. */
  send(message: ToClient): void;
  /** Facts for the network side: what to keep so that the session can be resumed elsewhere. */
  keep?(facts: { state: Record<string, Uint8Array>; removed: string[]; lost: string[] }): void;
}

export interface EngineSession {
  readonly id: string;
  receive(message: ToServer): void;
  /** Makes what is made on demand; undefined when nothing of that name is offered. */
  prepareMedia(name: string): Promise<PreparedMedia>;
  /** What an element offers, or what was prepared; undefined when there is nothing of that name. */
  openMedia(name: string): Promise<OpenedMedia | undefined>;
  /** The person took a file back; it goes unless the script still has it. */
  discardUpload(upload: string): void;
  /** The page is back on another connection: sends the whole screen. */
  close(): void;
}

/** What hosts can tell a running engine. */
export interface Engine {
  open(options: OpenOptions): EngineSession;
  /** Local files changed on disk; ids as in `CompiledModule`. */
  filesChanged(ids: string[]): void;
  /** Options changed: the engine reads them again at the next run. */
  configChanged(): void;
  clearCaches(): void;
  /** Another engine of this app dropped results. */
  clearResults(what: ClearedResults): void;
  close(): void;
}
