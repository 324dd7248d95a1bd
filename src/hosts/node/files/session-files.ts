import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";

import type { FileMessage, FileNews, MediaAnswer, MediaAsk } from "./messages.ts";
import { type StoredUpload, type UploadFolder, UploadRefused } from "./upload-folder.ts";

/** Files of one session on the side of the network: what people sent, and who waits for a download. */
export interface SessionFiles {
  /** Names the session in addresses; nobody can guess it. */
  readonly key: string;
  /** Uploads that a new engine of the session has to know. */
  stored(): StoredUpload[];
  /** Takes in an upload. `limit` in bytes. */
  receive(request: IncomingMessage, upload: string, limit: number): Promise<void>;
  discard(upload: string): void;
  media(ask: MediaAsk): Promise<MediaAnswer>;
  /** The engine says something. */
  hear(news: FileNews): void;
  /** The session has another engine: what the old one did not answer is asked again. */
  moved(): void;
  end(): void;
}

/**
 * Keeps the files of a session.
 *
 * @param id - Name of the session.
 * @param tell - Tells the session's engine.
 * @example const files = createSessionFiles(id, folder, (message) => lease.tell(message));
 */
export function createSessionFiles(id: string, folder: UploadFolder, tell: (message: FileMessage) => void): SessionFiles {
  const uploads = new Map<string, StoredUpload>();
  const waiting = new Map<number, { ask: MediaAsk; answered(answer: MediaAnswer): void }>();
  let calls = 0;
  let hasEnded = false;
  return {
    key: randomBytes(24).toString("base64url"),
    stored: () => [...uploads.values()],
    async receive(request, upload, limit) {
      if (uploads.has(upload)) throw new UploadRefused(409, "There is an upload of this name.");
      const file = await folder.receive(request, { session: id, upload, limit });
      if (hasEnded) {
        folder.end(id);
        throw new UploadRefused(400, "The session has ended.");
      }
      uploads.set(upload, file);
      tell({ type: "upload", file });
    },
    discard: (upload) => uploads.has(upload) && tell({ type: "discard", upload }),
    media(ask) {
      calls += 1;
      const call = calls;
      return new Promise((answered) => {
        waiting.set(call, { ask, answered });
        tell({ type: "media", call, ask });
      });
    },
    hear(news) {
      if (news.type === "released") {
        const file = uploads.get(news.upload);
        uploads.delete(news.upload);
        if (file) folder.remove(file.path);
        return;
      }
      const waiter = waiting.get(news.call);
      waiting.delete(news.call);
      if (waiter) waiter.answered(news.answer);
      else if (news.answer.state === "open") void news.answer.body?.cancel();
    },
    moved() {
      for (const [call, { ask }] of waiting) tell({ type: "media", call, ask });
    },
    end() {
      hasEnded = true;
      for (const { answered } of waiting.values()) answered({ state: "missing" });
      waiting.clear();
      folder.end(id);
    },
  };
}
