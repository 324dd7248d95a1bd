import { openAsBlob } from "node:fs";

import type { EngineSession, SessionUploads } from "../../../engine/host.ts";
import { describeMedia } from "./media-type.ts";
import type { FileMessage, FileNews, MediaAnswer, MediaAsk } from "./messages.ts";
import type { StoredUpload } from "./upload-folder.ts";

/** Files of one session on the side of its script. */
export interface ScriptFiles {
  readonly uploads: SessionUploads;
  /** Makes uploads ready for the script; whatever comes after must wait for it. */
  add(stored: readonly StoredUpload[]): Promise<void>;
  take(session: EngineSession, message: Exclude<FileMessage, { type: "upload" }>): void;
}

/**
 * Gives the script web Files that are read from disk when they are read.
 *
 * @param tell - Says what happens to files to the network thread; streams among it change hands.
 * @example const files = createScriptFiles((news, transfer) => port.postMessage(news, transfer));
 */
export function createScriptFiles(tell: (news: FileNews, transfer?: ReadableStream[]) => void): ScriptFiles {
  const files = new Map<string, File>();
  const open = async ({ upload, path, name, type, lastModified }: StoredUpload): Promise<void> => {
    try {
      files.set(upload, new File([await openAsBlob(path)], name, { type, lastModified }));
    } catch {
      // Deleted in the meantime: the widget shows nothing.
    }
  };
  return {
    uploads: {
      get: (upload) => files.get(upload),
      release(upload) {
        files.delete(upload);
        tell({ type: "released", upload });
      },
    },
    add: async (stored) => void (await Promise.all(stored.map(open))),
    take(session, message) {
      if (message.type === "discard") return session.discardUpload(message.upload);
      const answered = (answer: MediaAnswer): void => {
        tell({ type: "media", call: message.call, answer }, answer.state === "open" && answer.body ? [answer.body] : []);
      };
      void answerTo(session, message.ask).then(answered, () => answered({ state: "missing" }));
    },
  };
}

async function answerTo(session: EngineSession, { name, action, range }: MediaAsk): Promise<MediaAnswer> {
  if (action === "prepare") {
    const prepared = await session.prepareMedia(name);
    if (!prepared) return { state: "missing" };
    return "error" in prepared ? { state: "failed", error: prepared.error } : { state: "ready", name: prepared.ready };
  }
  const media = await session.openMedia(name);
  if (!media) return { state: "missing" };
  const { size } = media;
  const part = range === undefined || size === undefined ? undefined : readRange(range, size);
  if (part === "outside") return { state: "outside", size: size as number };
  const body = action === "head" ? null : media.read(part?.start, part?.end);
  return { state: "open", ...describeMedia(media), size, part, body };
}

/** Reads a Range header with one range; what it does not understand counts as none. */
export function readRange(header: string, size: number): { start: number; end: number } | "outside" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(header.trim()) ?? [];
  if (from === "" && to === "") return undefined;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size : Math.min(size, Number(to) + 1);
  if (start >= size || (from === "" && Number(to) === 0)) return "outside";
  return start < end ? { start, end } : undefined;
}
