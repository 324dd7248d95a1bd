import type { ErrorReport } from "../../../protocol/messages.ts";
import type { ConfigValue } from "../config/option.ts";

/** What the thread that opens pages is started with. */
export interface SmokeSettings {
  /** Absolute path of the entry script. */
  script: string;
  config: Readonly<Record<string, ConfigValue>>;
  secrets: Readonly<Record<string, unknown>>;
  /** Seconds a page may take. */
  seconds: number;
  isErrorAllowed: boolean;
}

/** One page that was opened; without troubles it is well. */
export interface SmokeResult {
  path: string;
  title: string;
  milliseconds: number;
  elements: number;
  troubles: ErrorReport[];
}

export type FromSmoke = { type: "opening"; path: string } | ({ type: "opened" } & SmokeResult) | { type: "done" };
