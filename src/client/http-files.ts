import type { ErrorReport, UploadRef } from "../protocol/messages.ts";
import type { Files, UploadOptions } from "../ui/files.ts";
import { t } from "../ui/messages.ts";

const XSRF = /(?:^|;\s*)_rivulet_xsrf=([^;]*)/;

const token = (): Record<string, string> => {
  const found = XSRF.exec(document.cookie)?.[1];
  return found ? { "X-Xsrftoken": decodeURIComponent(found) } : {};
};

/** Names of uploads are made here; `crypto.randomUUID` is missing where a page is not secure. */
function newName(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Uploads and downloads over HTTP, beside the connection of the session.
 *
 * @param base - Where the app lives.
 * @param key - What names the session in addresses, as the server's welcome said.
 * @example createHttpFiles(location.base, () => session.fileKey)
 */
export function createHttpFiles(base: URL, key: () => string): Files {
  const address = (path: string) => new URL(path, base);
  const uploadAt = (upload: string) => address(`_stcore/upload_file/${key()}/${upload}`);
  return {
    upload: (file, options) => put(uploadAt, file, options),
    discard: ({ upload }) => void fetch(uploadAt(upload), { method: "DELETE", headers: token(), keepalive: true }).catch(() => {}),
    async download(widget, deferred) {
      const path = `media/${key()}/`;
      if (!deferred) return save(address(path + encodeURIComponent(widget)));
      const made = await fetch(address(path + encodeURIComponent(widget)), { method: "POST", headers: token() }).catch(() => undefined);
      const answer = (await made?.json().catch(() => undefined)) as { ready?: string; error?: ErrorReport } | undefined;
      if (answer?.ready === undefined) return answer?.error ?? { name: "Error", message: t("downloadFailed") };
      return save(address(path + encodeURIComponent(answer.ready)));
    },
  };
}

/** Lets the browser fetch and save a file; the name comes with the answer. */
function save(url: URL): undefined {
  const link = document.createElement("a");
  link.href = url.href;
  link.download = "";
  link.click();
}

/** Only this way do browsers tell how much of a file has left. */
function put(uploadAt: (upload: string) => URL, file: File, { widget, name = file.name, onProgress, signal }: UploadOptions): Promise<UploadRef> {
  const upload = newName();
  const url = uploadAt(upload);
  url.searchParams.set("widget", widget);
  const form = new FormData();
  form.append("lastModified", String(file.lastModified));
  form.append("file", file, name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (reason: string) => reject(new Error(reason));
    request.open("PUT", url);
    for (const [header, value] of Object.entries(token())) request.setRequestHeader(header, value);
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress?.(loaded / total);
    request.onload = () => {
      if (request.status < 300) resolve({ upload, name, size: file.size, type: file.type });
      else fail(request.responseText.length < 200 && request.responseText !== "" ? request.responseText : t("uploadFailed"));
    };
    request.onerror = () => fail(t("uploadFailed"));
    request.onabort = () => fail(t("cancel"));
    signal?.addEventListener("abort", () => request.abort());
    request.send(form);
  });
}
