import { AppError } from "../errors/errors.ts";
import type { Session } from "../sessions/session.ts";
import { isIcon } from "./page-name.ts";

const RANDOM = [..."🎈🎉🌊🌱🍀🌵🍄🦊🐙🦉🐝🐳🚀🌈🔭🎨🎲🧩🪁🧭"];

const TYPES: Record<string, string> = {
  png: "image/png",
  svg: "image/svg+xml",
  ico: "image/x-icon",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
};

/** The icon of a tab as the page gets it: an emoji, a name, or an address, which has the whole image where it is a file's. */
export function pageIcon(icon: string, session: Session): string {
  if (icon === "random") return anyOf(session.id);
  if (/^\s*<svg[\s>]/i.test(icon)) return `data:image/svg+xml,${encodeURIComponent(icon)}`;
  if (icon.startsWith(":material/") && !isIcon(icon)) {
    throw new AppError(
      "config",
      `st.setPageConfig: pageIcon must be an emoji, ":material/name:", or the path or address of an image, not ${JSON.stringify(icon)}`,
    );
  }
  const type = TYPES[/\.(\w+)$/.exec(icon)?.[1]?.toLowerCase() ?? ""];
  const isElsewhere = /^(?:https?:|data:|blob:)/i.test(icon) || /^\/?app\/static\//.test(icon);
  const read = session.core.host.readBytes;
  return type !== undefined && !isElsewhere && read ? `data:${type};base64,${base64(bytesOf(read, icon))}` : icon;
}

function bytesOf(read: (path: string) => Uint8Array, path: string): Uint8Array {
  try {
    return read(path);
  } catch (cause) {
    throw new AppError("config", `st.setPageConfig: pageIcon names the file ${JSON.stringify(path)}, which cannot be read`, {
      hint: "Paths are relative to the folder the app was started in.",
      cause,
    });
  }
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}

/** One visit keeps its icon. */
function anyOf(seed: string): string {
  let sum = 0;
  for (const char of seed) sum += char.charCodeAt(0);
  return RANDOM[sum % RANDOM.length] as string;
}
