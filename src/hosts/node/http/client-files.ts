import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

import { getMimeType } from "hono/utils/mime";

/** A file of the built page, ready to be sent. */
export interface ClientFile {
  type: string;
  etag: string;
  bytes: Uint8Array;
  /** The name holds a hash of the content, so it never changes. */
  isForever: boolean;
  /** Compressed, when that is worth it. Made once. */
  gzipped(): Promise<Uint8Array | undefined>;
}

export interface ClientFiles {
  /** `path` without a leading slash; only files that were there at the start are known. */
  get(path: string): ClientFile | undefined;
  /** The page itself; undefined when the client was never built. */
  index(): ClientFile | undefined;
}

const compress = promisify(gzip);
const TYPES: Readonly<Record<string, string>> = { ".mjs": "text/javascript; charset=utf-8", ".woff2": "font/woff2", ".map": "application/json" };
const WORTH_COMPRESSING = /^(text\/|application\/(json|javascript|manifest\+json|wasm)|image\/svg)/;
const HASHED = /[-.][\w-]{8,}\.\w+$/;

function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      relative(folder, join(entry.parentPath ?? entry.path, entry.name))
        .split(sep)
        .join("/"),
    )
    .filter((path) => !path.startsWith("."));
}

function toFile(path: string, bytes: Uint8Array, ready: Uint8Array | undefined): ClientFile {
  const type = TYPES[extname(path)] ?? getMimeType(path) ?? "application/octet-stream";
  let gzipped: Promise<Uint8Array | undefined> | undefined;
  return {
    type,
    bytes,
    etag: `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`,
    isForever: path.startsWith("assets/") && HASHED.test(path),
    gzipped: () =>
      (gzipped ??= ready
        ? Promise.resolve(ready)
        : bytes.byteLength > 1024 && WORTH_COMPRESSING.test(type)
          ? compress(bytes, { level: 6 })
          : Promise.resolve(undefined)),
  };
}

/** Makes the addresses in the page start at the server's base path, whatever the path of the page is. */
function withBase(html: string, base: string): string {
  return html.replaceAll(/\b(src|href)="(?:\.\/|\/)(?!\/)([^"]*)"/g, (_, name: string, path: string) => `${name}="${base}/${path}"`);
}

/**
 * Serves the built page from memory; each file is read when it is first asked for.
 *
 * @param folder Where the client was built.
 * @param base Path prefix of the server, "" or "/prefix".
 * @example createClientFiles("dist/client", "").get("assets/index-1a2b3c4d.js")
 */
export function createClientFiles(folder: string, base: string): ClientFiles {
  let known = new Set(listFiles(folder));
  const read = new Map<string, ClientFile>();
  const get = (path: string): ClientFile | undefined => {
    const present = read.get(path);
    if (present) return present;
    if (!known.has(path) || path.endsWith(".gz")) return undefined;
    let bytes: Uint8Array = readFileSync(join(folder, path));
    if (path === "index.html") bytes = Buffer.from(withBase(Buffer.from(bytes).toString("utf8"), base));
    const ready = path !== "index.html" && known.has(`${path}.gz`) ? readFileSync(join(folder, `${path}.gz`)) : undefined;
    const file = toFile(path, bytes, ready);
    read.set(path, file);
    return file;
  };
  return {
    get,
    index() {
      // A client built after the start is found too.
      if (!known.has("index.html")) known = new Set(listFiles(folder));
      return get("index.html");
    },
  };
}
