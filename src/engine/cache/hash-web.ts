import type { What } from "./hash-errors.ts";

/** Bytes read at once: a file may be bigger than memory. */
const CHUNK = 1 << 20;

/** Hashes of what Blobs and Files hold, once it was read: it never changes. */
const known = new WeakMap<Blob, Promise<string> | string>();

/** A key needs the bytes of a Blob, which can only be had by waiting. */
export class UnreadBlobError extends Error {
  override readonly name = "UnreadBlobError";

  constructor(
    readonly blob: Blob,
    readonly what: What,
  ) {
    super(`the bytes of ${what.argument} have not been read`);
  }
}

/**
 * Text that stands for one of the web's own values in a key; undefined for all others.
 *
 * @throws UnreadBlobError for a Blob or File that `readBlob` has still to read.
 */
export function webText(value: object, what: What): string | undefined {
  if (value instanceof URLSearchParams) return `Q${JSON.stringify([...value])}`;
  if (typeof Headers === "function" && value instanceof Headers) return `N${JSON.stringify([...value])}`;
  if (typeof FormData === "function" && value instanceof FormData) {
    const entries = [...value].map(([name, entry]) => [name, typeof entry === "string" ? entry : { file: blobText(entry, what) }]);
    return `O${JSON.stringify(entries)}`;
  }
  return value instanceof Blob ? blobText(value, what) : undefined;
}

function blobText(blob: Blob, what: What): string {
  const hash = known.get(blob);
  if (typeof hash !== "string") throw new UnreadBlobError(blob, what);
  return `L${JSON.stringify([blob.type, blob instanceof File ? blob.name : null, hash])}`;
}

/** Reads a Blob for its hash; all who ask wait for one reading. */
export async function readBlob(blob: Blob, hash: (value: string | Uint8Array) => string): Promise<void> {
  let reading = known.get(blob);
  if (reading === undefined) {
    reading = hashOf(blob, hash);
    known.set(blob, reading);
  }
  try {
    known.set(blob, await reading);
  } catch (error) {
    known.delete(blob);
    throw error;
  }
}

async function hashOf(blob: Blob, hash: (value: string | Uint8Array) => string): Promise<string> {
  const hashes: string[] = [];
  for (let at = 0; at < blob.size; at += CHUNK) hashes.push(hash(new Uint8Array(await blob.slice(at, at + CHUNK).arrayBuffer())));
  return hash(`${blob.size}:${hashes.join()}`);
}
