import { createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";

import { Busboy, type BusboyFileStream, type BusboyInstance } from "@fastify/busboy";

/** A file that has arrived whole. */
export interface StoredUpload {
  upload: string;
  path: string;
  name: string;
  type: string;
  size: number;
  lastModified: number;
}

/** Why a file was not taken. */
export class UploadRefused extends Error {
  constructor(
    readonly status: 400 | 409 | 413,
    message: string,
  ) {
    super(message);
  }
}

export interface UploadFolder {
  /** Writes the one file of a multipart request to disk, piece by piece. `limit` in bytes. */
  receive(request: IncomingMessage, place: { session: string; upload: string; limit: number }): Promise<StoredUpload>;
  remove(path: string): void;
  /** Deletes all files of a session. */
  end(session: string): void;
  close(): void;
}

const PREFIX = "rivulet-uploads-";
const DAY_MS = 86_400_000;
/** What a multipart body holds beside the file. */
const ENVELOPE_BYTES = 65_536;
const NAME = /^[\w-]{8,64}$/;

/** Folders of servers that ended without a good-bye. */
function clearLeftovers(): void {
  for (const name of readdirSync(tmpdir()).filter((one) => one.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (Date.now() - statSync(folder).mtimeMs < DAY_MS) continue;
      process.kill(Number(name.slice(PREFIX.length).split("-")[0]), 0);
    } catch (error) {
      // No such process: nobody will ask for these files again.
      if ((error as NodeJS.ErrnoException).code === "ESRCH") rmSync(folder, { recursive: true, force: true });
    }
  }
}

/**
 * Takes uploads in, in a temporary folder of this server that is made with the first one.
 *
 * @example const folder = createUploadFolder(); const stored = await folder.receive(request, { session, upload, limit });
 */
export function createUploadFolder(): UploadFolder {
  let root: string | undefined;
  const folderOf = (session: string): string => {
    if (root === undefined) {
      clearLeftovers();
      root = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
    }
    const folder = join(root, session);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return folder;
  };
  return {
    async receive(request, { session, upload, limit }) {
      if (!NAME.test(upload)) throw new UploadRefused(400, "This is no name of an upload.");
      if (Number(request.headers["content-length"] ?? 0) > limit + ENVELOPE_BYTES) throw tooBig(limit);
      const path = join(folderOf(session), upload);
      const facts = await takeIn(request, path, limit);
      return { upload, path, ...facts };
    },
    remove: (path) => void rm(path, { force: true }).catch(() => {}),
    end(session) {
      if (root !== undefined) void rm(join(root, session), { recursive: true, force: true }).catch(() => {});
    },
    close() {
      if (root !== undefined) rmSync(root, { recursive: true, force: true });
      root = undefined;
    },
  };
}

function tooBig(limit: number): UploadRefused {
  return new UploadRefused(413, `The file is larger than the ${Math.round(limit / 1_048_576)} MB that are allowed.`);
}

type Facts = Pick<StoredUpload, "name" | "type" | "size" | "lastModified">;

function openBusboy(request: IncomingMessage, limit: number): BusboyInstance {
  const type = request.headers["content-type"];
  if (!type?.startsWith("multipart/form-data")) throw new UploadRefused(400, "An upload must be sent as multipart/form-data.");
  try {
    return new Busboy({
      headers: { ...request.headers, "content-type": type },
      preservePath: true,
      limits: { fileSize: limit, files: 2, fields: 4, fieldSize: 1024, parts: 8 },
    });
  } catch (error) {
    throw new UploadRefused(400, (error as Error).message);
  }
}

/** Writes the file of a request to `path`; whatever goes wrong, nothing is left there. */
async function takeIn(request: IncomingMessage, path: string, limit: number): Promise<Facts> {
  const parser = openBusboy(request, limit);
  let lastModified = Date.now();
  const files: { facts: Facts; written: Promise<void> }[] = [];
  const streams: BusboyFileStream[] = [];
  parser.on("field", (field, value) => {
    if (field === "lastModified" && Number.isSafeInteger(Number(value))) lastModified = Number(value);
  });
  parser.on("file", (_field, stream, name, _encoding, type) => {
    streams.push(stream);
    if (streams.length > 1) return void stream.resume();
    const facts: Facts = { name: cleanName(name), type, size: 0, lastModified };
    stream.on("data", (piece: Buffer) => (facts.size += piece.length));
    const written = pipeline(stream, createWriteStream(path, { flags: "wx", mode: 0o600 }));
    // Heard of below; until then it must not count as unheard.
    written.catch(() => parser.destroy());
    files.push({ facts, written });
  });
  try {
    await pipeline(request, parser);
    const [file] = files;
    if (streams.length !== 1 || !file) throw new UploadRefused(400, `An upload must hold exactly one file, not ${streams.length}.`);
    await file.written;
    if (streams[0]?.truncated) throw tooBig(limit);
    return { ...file.facts, lastModified };
  } catch (error) {
    for (const stream of streams) stream.destroy();
    const failed = await files[0]?.written.then(
      () => undefined,
      (reason: NodeJS.ErrnoException) => reason,
    );
    if (failed?.code === "EEXIST") throw new UploadRefused(409, "There is an upload of this name.");
    await rm(path, { force: true });
    throw error instanceof UploadRefused ? error : new UploadRefused(400, "The upload broke off.");
  }
}

/** What browsers cannot put into a header as it is, they escape. Control characters have no place in a name. */
function cleanName(name: string): string {
  const text = name.replaceAll(/%22/g, '"').replaceAll(/%0[AaDd]/g, " ");
  return [...text].filter((char) => char >= " ").join("") || "file";
}
