import { decode } from "../../../protocol/codec.ts";
import type { ClientContext, ToServer } from "../../../protocol/messages.ts";

/** What a page may send, at most. */
export const LIMITS = {
  /** Bytes of a query string. */
  query: 524_288,
  /** Characters of a page's path. */
  page: 4096,
  /** Characters of a widget's, fragment's or payload's name. */
  name: 4096,
  /** Names in one message. */
  names: 100_000,
} as const;

type Fields = Record<string, unknown>;
type Check = (value: unknown) => boolean;

const text =
  (most: number): Check =>
  (value) =>
    typeof value === "string" && value.length <= most;
const whole: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const flag: Check = (value) => typeof value === "boolean";
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const record: Check = (value) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  if (value instanceof Map || value instanceof Set || ArrayBuffer.isView(value)) return false;
  const names = Object.keys(value);
  return names.length <= LIMITS.names && names.every((name) => name.length <= LIMITS.name);
};

const names: Check = (value) => Array.isArray(value) && value.length <= LIMITS.names && value.every((name) => text(LIMITS.name)(name));

function matches(value: unknown, shape: Readonly<Record<string, Check>>): value is Fields {
  if (typeof value !== "object" || value === null) return false;
  for (const key of Object.keys(value)) if (key !== "type" && !Object.hasOwn(shape, key)) return false;
  return Object.entries(shape).every(([key, check]) => check((value as Fields)[key]));
}

const CONTEXT: Record<keyof ClientContext, Check> = {
  timezone: text(256),
  timezoneOffset: (value) => typeof value === "number" && Math.abs(value) <= 24 * 60,
  locale: text(256),
  url: text(LIMITS.query),
  isEmbedded: flag,
  theme: (value) => value === "light" || value === "dark",
};
const context: Check = (value) => matches(value, CONTEXT);

const SHAPES: Readonly<Record<ToServer["type"], Readonly<Record<string, Check>>>> = {
  hello: {
    version: whole,
    session: optional(text(256)),
    revision: optional(whole),
    payloads: optional(names),
    query: text(LIMITS.query),
    page: text(LIMITS.page),
    context,
  },
  rerun: {
    seq: whole,
    values: optional(record),
    triggers: optional(record),
    fragment: optional(text(LIMITS.name)),
    auto: optional(flag),
    query: optional(text(LIMITS.query)),
    page: optional(text(LIMITS.page)),
  },
  bound: { values: record },
  search: { widget: text(LIMITS.name), text: text(LIMITS.name), search: whole },
  stop: {},
  clearCache: {},
  runOnSave: { value: flag },
  need: { payload: text(LIMITS.name) },
  context: { context },
  ping: {},
};

/**
 * Reads a message of a page. Nothing a page sends can make this throw.
 *
 * @param bytes The message as it came.
 * @returns The message, or undefined when it is not one: the connection should be closed as `malformed`.
 * @example const message = readPageMessage(bytes); if (!message) connection.close();
 */
export function readPageMessage(bytes: Uint8Array): ToServer | undefined {
  let message: unknown;
  try {
    message = decode(bytes);
  } catch {
    return undefined;
  }
  if (typeof message !== "object" || message === null) return undefined;
  const { type } = message as { type?: unknown };
  if (typeof type !== "string" || !Object.hasOwn(SHAPES, type)) return undefined;
  return matches(message, SHAPES[type as ToServer["type"]]) ? (message as ToServer) : undefined;
}
