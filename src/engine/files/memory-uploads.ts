import type { SessionUploads } from "../host.ts";

/** Uploads of one session where files are at hand: in tests, and in pages without a server. */
export function memoryUploads(): Required<SessionUploads> & { keep(upload: string, file: File): void; readonly size: number } {
  const files = new Map<string, File>();
  let made = 0;
  return {
    get: (upload) => files.get(upload),
    keep: (upload, file) => void files.set(upload, file),
    add(file) {
      made += 1;
      const upload = `upload-${made}`;
      // What arrives is another object than what was sent, as with a server.
      files.set(upload, new File([file], file.name, { type: file.type, lastModified: file.lastModified }));
      return upload;
    },
    release: (upload) => void files.delete(upload),
    get size() {
      return files.size;
    },
  };
}
