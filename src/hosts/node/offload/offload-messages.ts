import type { MessagePort } from "node:worker_threads";

import type { ClearedResults, OffloadCall } from "../../../engine/host.ts";
import type { ConfigValue } from "../config/option.ts";
import type { LogLevel } from "../threads/log.ts";

/** What a thread for offloaded functions is started with. */
export interface OffloadThreadSettings {
  /** Absolute path of the app's entry script. */
  entry: string;
  args: string[];
  config: Record<string, ConfigValue>;
  secretFiles: string[];
  isProduction: boolean;
  compiler: MessagePort;
  /** One cell: the number of the call that may not go on. */
  stop: SharedArrayBuffer;
}

export type ToOffload =
  | { type: "call"; number: number; call: OffloadCall }
  | { type: "abort"; number: number }
  | { type: "files"; ids: string[] }
  | { type: "config"; values: Record<string, ConfigValue> }
  | { type: "secrets" }
  | { type: "clearCaches" }
  | { type: "cleared"; what: ClearedResults };

export type FromOffload =
  | { type: "value"; number: number; bytes: Uint8Array }
  | { type: "error"; number: number; bytes: Uint8Array }
  | { type: "cleared"; what: ClearedResults }
  | { type: "log"; level: LogLevel; message: string };
