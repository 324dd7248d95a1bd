import type { MessagePort } from "node:worker_threads";

import type { ClientContext } from "../../../protocol/messages.ts";
import type { ClearedResults, CompileResult, Principal, Restore } from "../../../engine/host.ts";
import type { ConfigValue } from "../config/option.ts";
import type { Inspect } from "./inspector.ts";
import type { LogLevel } from "./log.ts";
import type { FileMessage, FileNews } from "../files/messages.ts";
import type { StoredUpload } from "../files/upload-folder.ts";

/** What a script thread is started with. */
export interface ScriptThreadSettings {
  /** Absolute path of the entry script. */
  entry: string;
  /** What the script sees after its own name in `process.argv`. */
  args: string[];
  config: Record<string, ConfigValue>;
  /** Where secrets are read from, instead of the usual places. */
  secretFiles: string[];
  /** See `BEAT`. */
  beats: SharedArrayBuffer;
  /** `Date.now()` from which times in `beats` count. */
  base: number;
  compiler: MessagePort;
  isProduction: boolean;
  /** Where debuggers connect. */
  inspect: Inspect | undefined;
  /** Address of the entry of threads for offloaded functions. */
  offloadUrl: string;
}

/**
 * Cells that a script thread writes and the network thread reads, so that a thread which is stuck can be judged.
 * - `holder`: the session whose code has the thread, 0 when idle; `since`: milliseconds after `base`.
 * - `handled`: how many messages were taken up.
 */
export const BEAT = { holder: 0, since: 1, handled: 2, size: 4 } as const;

/** A cell the network thread raises to end a session's run: see `StopFlag`. */
export interface StopCell {
  buffer: SharedArrayBuffer;
  index: number;
}

/** What opens a session; travels encoded because values may be of types that threads do not clone. */
export interface Opening {
  id: string;
  principal: Principal;
  context: ClientContext;
  query: string;
  page: string;
  restore?: Restore;
  /** What its people have uploaded so far. */
  uploads?: StoredUpload[];
}

/** A session is named by its lease: a new number every time it is opened in some thread. */
export type ToScript =
  | { type: "open"; lease: number; stop: StopCell; opening: Uint8Array }
  | { type: "message"; lease: number; bytes: Uint8Array }
  | { type: "close"; lease: number }
  | { type: "file"; lease: number; message: FileMessage }
  | { type: "files"; ids: string[] }
  | { type: "config"; values: Record<string, ConfigValue> }
  | { type: "secrets" }
  | { type: "clearCaches" }
  /** Another thread dropped results of cached functions. */
  | { type: "cleared"; what: ClearedResults };

export interface KeptFacts {
  state: Record<string, Uint8Array>;
  removed: string[];
  lost: string[];
}

export type FromScript =
  | { type: "ready" }
  /** A script set an option of the page. */
  | { type: "option"; name: string; value: string | boolean }
  /** Debuggers can connect. */
  | { type: "inspector"; address: string }
  /** Encoded messages for pages, in order. */
  | { type: "batch"; items: [lease: number, bytes: Uint8Array][] }
  | { type: "cleared"; what: ClearedResults }
  | { type: "file"; lease: number; news: FileNews }
  | { type: "kept"; lease: number; facts: KeptFacts }
  | { type: "log"; level: LogLevel; message: string };

export interface CompileRequest {
  call: number;
  id: string;
  magic: boolean;
}

/** What a script thread asks of the compiler: a module, or a line for a thread of its own. */
export type ToCompilerLine = CompileRequest | { type: "serve"; port: MessagePort };

export interface CompileAnswer {
  call: number;
  result: CompileResult;
}

/** From the network thread to the compiler thread. */
export type ToCompiler =
  | { type: "serve"; port: MessagePort }
  /** These files changed, or came, or went. */
  | { type: "forget"; ids: string[] };

/** A module was compiled: whoever watches files should watch this one. */
export interface FromCompiler {
  type: "compiled";
  id: string;
}
