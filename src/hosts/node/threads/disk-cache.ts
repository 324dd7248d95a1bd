import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import type { CacheStore } from "../../../engine/host.ts";

/** Bytes of the checksum each file begins with. */
const SUM_BYTES = 32;

function checksum(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/**
 * Keeps results of cached functions as files. Files appear whole or not at all, and those that were damaged count
 * as missing.
 *
 * @param folder - Made when the first result is written.
 * @param onError - Told when a file cannot be written; the result is computed again next time.
 * @returns The store.
 * @example createDiskCache(join(process.cwd(), ".rivulet", "cache"), console.error)
 */
export function createDiskCache(folder: string, onError: (message: string) => void): CacheStore {
  const pathOf = (key: string): string => {
    if (!/^[\w-]+\/[\w-]+$/.test(key)) throw new Error(`"${key}" is no key of a cached result.`);
    return join(folder, `${key}.bin`);
  };
  return {
    get(key) {
      let file: Uint8Array;
      try {
        file = readFileSync(pathOf(key));
      } catch {
        return undefined;
      }
      const bytes = file.subarray(SUM_BYTES);
      return Buffer.compare(checksum(bytes), file.subarray(0, SUM_BYTES)) === 0 ? bytes : undefined;
    },
    set(key, bytes) {
      const path = pathOf(key);
      const draft = `${path}.${randomUUID()}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(join(folder, ".gitignore"), "*\n");
        writeFileSync(draft, Buffer.concat([checksum(bytes), bytes]), { mode: 0o600 });
        renameSync(draft, path);
      } catch (error) {
        discard(draft);
        onError(`A cached result could not be kept in ${folder}: ${(error as Error).message}`);
      }
    },
    delete: (key) => discard(pathOf(key)),
    clear(prefix) {
      if (prefix === "") return rmSync(folder, { recursive: true, force: true });
      const [name = "", start = ""] = prefix.split("/");
      for (const file of filesIn(join(folder, name))) if (file.startsWith(start)) rmSync(join(folder, name, file), { force: true });
    },
  };
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is not there in a way that even `force` minds: a file stands where a folder should.
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
