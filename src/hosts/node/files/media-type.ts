import { getExtension, getMimeType, mimes } from "hono/utils/mime";

import type { OpenedMedia } from "../../../engine/host.ts";

const OFFICE = "application/vnd.openxmlformats-officedocument";
const TYPES: Record<string, string> = {
  ...mimes,
  md: "text/markdown; charset=utf-8",
  tsv: "text/tab-separated-values; charset=utf-8",
  parquet: "application/vnd.apache.parquet",
  arrow: "application/vnd.apache.arrow.file",
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  docx: `${OFFICE}.wordprocessingml.document`,
  pptx: `${OFFICE}.presentationml.presentation`,
};

const endingOf = (type: string): string | undefined => Object.keys(TYPES).find((ending) => TYPES[ending] === type) ?? getExtension(type);

/** Name and media type of a download, where the script said neither. */
export function describeMedia({ name, type, isText }: Pick<OpenedMedia, "name" | "type" | "isText">): { name: string; type: string } {
  const guessed = name === undefined ? undefined : getMimeType(name, TYPES);
  const found = type ?? guessed ?? (isText ? "text/plain; charset=utf-8" : "application/octet-stream");
  if (name !== undefined) return { name, type: found };
  const ending = found.startsWith("text/plain") ? "txt" : endingOf(found);
  return { name: `rivulet_download${ending ? `.${ending}` : ""}`, type: found };
}

/** The header that makes a browser save a response under a name: also in letters beyond Latin ones. */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%/]/g, "_");
  if (plain === name) return `attachment; filename="${name}"`;
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
