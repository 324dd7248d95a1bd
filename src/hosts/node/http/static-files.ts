import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { Readable } from "node:stream";

/** Types that cannot act in a browser; everything else is sent as text. */
const SAFE_TYPES: Readonly<Record<string, string>> = {
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".png": "image/png",
  ".gif": "image/gif",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
};

const MOST_BYTES = 200 * 1_048_576;

/**
 * Answers a request for a file of the app's `static/` folder.
 *
 * @param folder The folder; may be missing.
 * @param path Path inside it, already decoded.
 * @param isHead Leave the body out.
 * @returns The file; 404 for folders, missing or too big files, and everything that leads out of the folder.
 * @example await serveStatic("/srv/app/static", "cat.png", false)
 */
export async function serveStatic(folder: string, path: string, isHead: boolean): Promise<Response> {
  const missing = (): Response => new Response("Not Found", { status: 404, headers: { "X-Content-Type-Options": "nosniff" } });
  if (path.includes("\0") || path.split(/[/\\]/).some((part) => part === "..")) return missing();
  try {
    const root = await realpath(folder);
    // A link may lead anywhere: what counts is where the file really is.
    const file = await realpath(join(root, path));
    if (!file.startsWith(root + sep)) return missing();
    const stats = await stat(file);
    if (!stats.isFile() || stats.size > MOST_BYTES) return missing();
    const body = isHead ? null : (Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>);
    return new Response(body, {
      headers: {
        "Content-Type": SAFE_TYPES[extname(file).toLowerCase()] ?? "text/plain; charset=utf-8",
        "Content-Length": String(stats.size),
        "Access-Control-Allow-Origin": "*",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "no-cache",
        "Last-Modified": stats.mtime.toUTCString(),
      },
    });
  } catch {
    return missing();
  }
}
