import type { PayloadRef } from "../protocol/messages.ts";

/** Bytes kept for props that may come back; the oldest go first. */
const LIMIT = 256 * 1024 * 1024;
/** Milliseconds after which a payload that was not sent by itself is asked for. */
const PATIENCE = 2000;

interface Piece {
  parts: (Uint8Array | undefined)[];
  missing: number;
}

export interface Payloads {
  /** The bytes; the same promise for the same hash. */
  get(ref: PayloadRef): Promise<Uint8Array>;
  receive(message: { hash: string; part: number; parts: number; bytes: Uint8Array }): void;
  held(): string[];
}

/** Big values by the hash of their bytes, each sent once to this page. */
export function createPayloads(need: (hash: string) => void): Payloads {
  const whole = new Map<string, Uint8Array>();
  const pieces = new Map<string, Piece>();
  const promises = new Map<string, { promise: Promise<Uint8Array>; resolve(bytes: Uint8Array): void }>();
  let size = 0;

  const entry = (hash: string) => {
    let known = promises.get(hash);
    if (!known) {
      known = withResolvers();
      promises.set(hash, known);
    }
    return known;
  };
  const keep = (hash: string, bytes: Uint8Array) => {
    whole.set(hash, bytes);
    size += bytes.length;
    entry(hash).resolve(bytes);
    for (const [oldest, old] of whole) {
      if (size <= LIMIT || oldest === hash) break;
      whole.delete(oldest);
      promises.delete(oldest);
      size -= old.length;
    }
  };

  return {
    get({ hash }) {
      const known = promises.has(hash);
      const { promise } = entry(hash);
      if (!known) setTimeout(() => !whole.has(hash) && !pieces.has(hash) && need(hash), PATIENCE);
      return promise;
    },
    receive({ hash, part, parts, bytes }) {
      if (whole.has(hash)) return;
      const piece = pieces.get(hash) ?? { parts: new Array<Uint8Array | undefined>(parts).fill(undefined), missing: parts };
      pieces.set(hash, piece);
      if (piece.parts[part] === undefined) piece.missing -= 1;
      piece.parts[part] = bytes.slice();
      if (piece.missing > 0) return;
      pieces.delete(hash);
      keep(hash, join(piece.parts as Uint8Array[]));
    },
    held: () => [...whole.keys()],
  };
}

function withResolvers(): { promise: Promise<Uint8Array>; resolve(bytes: Uint8Array): void } {
  let resolve: (bytes: Uint8Array) => void = () => {};
  const promise = new Promise<Uint8Array>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

function join(parts: Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
