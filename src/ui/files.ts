import type { ErrorReport, UploadRef } from "../protocol/messages.ts";

export interface UploadOptions {
  /** Id of the widget that takes it: its limit counts. */
  widget: string;
  /** What the script calls it. Default: its own name. */
  name?: string;
  /** Part of the file that has left, from 0 to 1. */
  onProgress?(part: number): void;
  signal?: AbortSignal;
}

/** How files get to the script, and from there to the person. */
export interface Files {
  /** Sends a file; rejects with an Error that says why it was not taken. */
  upload(file: File, options: UploadOptions): Promise<UploadRef>;
  /** The person took a file back. */
  discard(ref: UploadRef): void;
  /** Saves what the element of a widget offers; `deferred` data is made first. Resolves with what went wrong, if something did. */
  download(widget: string, deferred: boolean): Promise<ErrorReport | undefined>;
}
