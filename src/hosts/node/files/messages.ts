import type { ErrorReport } from "../../../protocol/messages.ts";
import type { StoredUpload } from "./upload-folder.ts";

/** What the network thread tells the engine of one session about files. */
export type FileMessage = { type: "upload"; file: StoredUpload } | { type: "discard"; upload: string } | { type: "media"; call: number; ask: MediaAsk };

/** `prepare` makes what is made on demand, `head` asks for facts only. */
export interface MediaAsk {
  name: string;
  action: "prepare" | "open" | "head";
  /** The Range header. */
  range?: string | undefined;
}

export type MediaAnswer =
  | { state: "missing" }
  | { state: "failed"; error: ErrorReport }
  | { state: "ready"; name: string }
  /** The range asked for lies outside. */
  | { state: "outside"; size: number }
  | {
      state: "open";
      name: string;
      type: string;
      size: number | undefined;
      /** Set when only a part was asked for; the end is not part of it. */
      part: { start: number; end: number } | undefined;
      body: ReadableStream<Uint8Array> | null;
    };

/** What the engine of one session tells about files. */
export type FileNews = { type: "released"; upload: string } | { type: "media"; call: number; answer: MediaAnswer };
