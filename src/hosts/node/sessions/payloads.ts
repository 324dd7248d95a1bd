import { LRUCache } from "lru-cache";

import type { ToClient } from "../../../protocol/messages.ts";

type Payload = Extract<ToClient, { type: "payload" }>;

/** Big values of all sessions by the hash of their bytes, as encoded messages ready to be sent. */
export interface Payloads {
  add(message: Payload, bytes: Uint8Array): void;
  /** All parts, or undefined when one is missing. */
  get(hash: string): readonly Uint8Array[] | undefined;
  readonly bytes: number;
}

interface Entry {
  parts: (Uint8Array | undefined)[];
  missing: number;
  size: number;
}

/**
 * Keeps payloads so that pages which reconnect or fell behind get them without asking a script.
 *
 * @param limit Bytes to keep; what was not asked for longest goes first. Default 256 MiB.
 * @example const payloads = createPayloads(); payloads.add(message, bytes); payloads.get(message.hash);
 */
export function createPayloads(limit = 268_435_456): Payloads {
  const entries = new LRUCache<string, Entry>({ maxSize: limit, sizeCalculation: (entry) => entry.size || 1 });
  return {
    add({ hash, part, parts }, bytes) {
      const entry = entries.get(hash) ?? { parts: Array.from({ length: parts }), missing: parts, size: 0 };
      if (entry.parts[part] || part >= parts) return;
      // A new object: the cache counts sizes only when an entry is set anew.
      const grown = { parts: entry.parts, missing: entry.missing - 1, size: entry.size + bytes.byteLength };
      grown.parts[part] = bytes;
      entries.set(hash, grown);
    },
    get(hash) {
      const entry = entries.get(hash);
      return entry?.missing === 0 ? (entry.parts as Uint8Array[]) : undefined;
    },
    get bytes() {
      return entries.calculatedSize;
    },
  };
}
