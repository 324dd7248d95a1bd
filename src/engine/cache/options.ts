import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { bytesOf } from "./byte-size.ts";
import { type DurationInput, secondsOf } from "./duration.ts";
import type { HashFunctions } from "./hash-functions.ts";

/** What both kinds of cached functions can be told. */
export interface CacheOptions {
  /** How long a result stays good: seconds, `"1h"`, `{ hours: 1 }` or a `Temporal.Duration`. Default: for ever. */
  ttl?: DurationInput | null | undefined;
  /** The most results kept; the one used longest ago goes first. Default: no limit. */
  maxEntries?: number | undefined;
  /**
   * What is shown beside a turning circle while the function takes longer than a moment. A text, or false for nothing. Default: ``Running `name(...)`.``
   */
  showSpinner?: boolean | string | undefined;
  /** Shows beside the spinner how long it has been turning. Default false. */
  showTime?: boolean | undefined;
  /** How to hash values that cannot be hashed by themselves: a class, its name or a type, each with a function. */
  hashFuncs?: HashFunctions | undefined;
  /**
   * What happens once `ttl` is over. `"foreground"`: the next call computes and waits. `"background"`: the next call
   * gets the old result at once, and a new one is computed meanwhile; a result that nobody asked for until twice its
   * `ttl` is over is dropped. Default `"foreground"`.
   */
  refreshMode?: "foreground" | "background" | undefined;
  /** `"session"` keeps results apart for every session. Default `"global"`: all sessions share them. */
  scope?: "global" | "session" | undefined;
}

/** How a value of a class is kept as plain data, and made again. */
export interface CopyCodec<T> {
  encode(value: T): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: what encode returned
  decode(kept: any): T;
}

export interface CacheDataOptions<R = unknown> extends CacheOptions {
  /** `"disk"` (or true) keeps results over a restart; `ttl` is ignored then. Default: memory only. */
  persist?: "disk" | boolean | null | undefined;
  /**
   * The most memory for the results of this function, as they are encoded: bytes, or a text such as `"500MB"`. The
   * one used longest ago goes first; a single one that is bigger is kept alone. Default: no limit.
   */
  maxSize?: number | string | undefined;
  /**
   * True gives every caller a copy of its own, free to change, instead of one frozen value for all.
   * A codec does the same for values of classes. Default false.
   */
  copy?: boolean | CopyCodec<Awaited<R>> | undefined;
}

export interface CacheResourceOptions<R = unknown> extends CacheOptions {
  /** Asked before a kept resource is handed out; with false it is dropped and made again. */
  validate?: ((resource: Awaited<R>) => boolean | Promise<boolean>) | undefined;
  /** Called with each resource that is dropped, to close it. */
  onRelease?: ((resource: Awaited<R>) => unknown) | undefined;
}

/** Options as they are used, checked. */
export interface Settings {
  readonly command: string;
  /** Seconds; Infinity without a limit. */
  readonly ttl: number;
  readonly maxEntries: number;
  /** Bytes; Infinity without a limit. */
  readonly maxSize: number;
  readonly refreshesBehind: boolean;
  readonly showSpinner: boolean | string;
  readonly showTime: boolean;
  readonly hashFuncs: HashFunctions | undefined;
  readonly isPerSession: boolean;
  readonly persists: boolean;
  readonly copy: boolean | CopyCodec<unknown>;
  readonly validate: ((resource: unknown) => unknown) | undefined;
  readonly onRelease: ((resource: unknown) => unknown) | undefined;
  /** Text that is equal when two declarations can use one cache. */
  readonly mark: string;
  /** Something to tell the author that does no harm. */
  readonly warning: string | undefined;
}

function refuse(command: string, name: string, must: string, value: unknown, hint?: string): never {
  throw new AppError("argument", `${command}: ${name} must be ${must}, not ${quote(value)}`, { hint });
}

/** Each a type, and the function that stands in for its values. */
function checkHashFuncs(command: string, given: unknown): void {
  if (given === undefined || given === null) return;
  const isPair = (pair: unknown): boolean =>
    Array.isArray(pair) && pair.length === 2 && (typeof pair[0] === "string" || typeof pair[0] === "function") && typeof pair[1] === "function";
  if (Array.isArray(given) && given.every(isPair)) return;
  const odd: unknown = Array.isArray(given) ? given.find((pair) => !isPair(pair)) : given;
  const shown = Array.isArray(odd) ? `[${odd.map(quote).join(", ")}]` : quote(odd);
  throw new AppError("argument", `${command}: hashFuncs must be a list of pairs, a type and a function each, not ${shown}`, {
    hint: "Write hashFuncs: [[MyClass, (value) => value.id]].",
  });
}

/** Options that are used long after they were given, where a wrong one would be a riddle. */
function checkKinds(command: string, { showTime, copy, validate, onRelease }: CacheDataOptions & CacheResourceOptions): void {
  if (showTime !== undefined && typeof showTime !== "boolean") refuse(command, "showTime", "true or false", showTime);
  for (const [name, value] of Object.entries({ validate, onRelease })) {
    if (value !== undefined && value !== null && typeof value !== "function") refuse(command, name, "a function", value);
  }
  if (copy === undefined || typeof copy === "boolean") return;
  const { encode, decode } = (copy ?? {}) as Partial<CopyCodec<unknown>>;
  if (typeof encode !== "function" || typeof decode !== "function") {
    refuse(command, "copy", "true, false or a codec", copy, "A codec is { encode: (value) => …, decode: (kept) => … }.");
  }
}

/** True for a refresh in the background, which needs a time after which a result is old. */
function checkRefreshMode(command: string, { refreshMode = "foreground", ttl }: CacheOptions, persists: boolean): boolean {
  if (refreshMode !== "foreground" && refreshMode !== "background") refuse(command, "refreshMode", '"foreground" or "background"', refreshMode);
  if (refreshMode === "foreground") return false;
  if (persists) refuse(command, "refreshMode", 'left out with persist "disk"', refreshMode, "What is kept on disk does not grow old.");
  if (ttl === undefined || ttl === null)
    refuse(command, "ttl", 'given with refreshMode "background"', ttl, 'Say when a result is old: { ttl: "1h", refreshMode: "background" }.');
  return true;
}

/**
 * Checks the options of one declaration.
 *
 * @throws AppError naming the option, its value and what it must be.
 */
export function settingsOf(command: string, options: CacheDataOptions & CacheResourceOptions): Settings {
  if (typeof options !== "object" || options === null) {
    refuse(command, "the second argument", "an object of options", options, `Write ${command}(fn, { ttl: "1h" }).`);
  }
  const { maxEntries, persist, showSpinner = true, scope = "global", copy = false, validate, onRelease } = options;
  if (maxEntries !== undefined && !(Number.isInteger(maxEntries) && maxEntries > 0)) {
    refuse(command, "maxEntries", "a whole number above 0", maxEntries);
  }
  if (persist !== undefined && persist !== null && typeof persist !== "boolean" && persist !== "disk") {
    refuse(command, "persist", '"disk"', persist, 'true means "disk" too; false or nothing keeps results in memory only.');
  }
  if (scope !== "global" && scope !== "session") refuse(command, "scope", '"global" or "session"', scope);
  if (typeof showSpinner !== "boolean" && typeof showSpinner !== "string") refuse(command, "showSpinner", "true, false or a text", showSpinner);
  checkHashFuncs(command, options.hashFuncs);
  checkKinds(command, options);
  const given = options.ttl === undefined || options.ttl === null ? Number.POSITIVE_INFINITY : secondsOf(`${command}: ttl`, options.ttl);
  const persists = persist === "disk" || persist === true;
  const ttl = persists ? Number.POSITIVE_INFINITY : given;
  const refreshesBehind = checkRefreshMode(command, options, persists);
  const maxSize = options.maxSize === undefined ? Number.POSITIVE_INFINITY : bytesOf(`${command}: maxSize`, options.maxSize);
  const isPerSession = scope === "session";
  if (persists && isPerSession) refuse(command, "persist", 'left out with scope "session"', persist, "A session does not outlive a restart.");
  return {
    command,
    ttl,
    maxEntries: maxEntries ?? Number.POSITIVE_INFINITY,
    maxSize,
    refreshesBehind,
    showSpinner,
    showTime: options.showTime ?? false,
    hashFuncs: options.hashFuncs?.length ? options.hashFuncs : undefined,
    isPerSession,
    persists,
    copy: copy as boolean | CopyCodec<unknown>,
    validate: validate as Settings["validate"],
    onRelease: onRelease as Settings["onRelease"],
    mark: `${ttl}|${maxEntries}|${maxSize}|${refreshesBehind}|${persists}|${typeof copy === "object" ? "codec" : copy}`,
    warning: persists && Number.isFinite(given) ? "has a ttl and persist; what is kept on disk does not expire, so the ttl is ignored." : undefined,
  };
}
