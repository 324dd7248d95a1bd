import { AppError } from "../../engine/errors/errors.ts";
import type { Part } from "../../engine/screen/payloads.ts";
import { Place, RootPlace, sessionOf } from "../../engine/screen/place.ts";
import type { Session } from "../../engine/sessions/session.ts";
import { defineKind } from "../../protocol/kind.ts";
import { checkIcon, oneOf, quote } from "../arguments.ts";

/** An image as the page gets it: an address, bytes, or an icon. */
export type LogoImage = { src: string } | { bytes: Part; type: string } | { icon: string };

export interface LogoProps {
  image: LogoImage;
  iconImage?: LogoImage | undefined;
  size: "small" | "medium" | "large";
  link?: string | undefined;
}

/** An address, the path of a file, the text of an SVG, an emoji or `:material/name:`, or the bytes of an image. */
export type LogoSource = string | URL | Uint8Array | ArrayBuffer;

export interface LogoOptions {
  /** Its height: `"small"` (20 pixels), `"medium"` (24) or `"large"` (32). Default `"medium"`. */
  size?: "small" | "medium" | "large" | undefined;
  /** Address that a click opens in a new tab; it begins with `http://` or `https://`. Default: a click leads to the app's first page. */
  link?: string | undefined;
  /** Stands at the top left while the sidebar is closed. Default: the same image. */
  iconImage?: LogoSource | undefined;
}

export const Logo = defineKind<LogoProps>()("logo");

/**
 * Shows a logo above the sidebar, and at the top left of the page while the sidebar is closed. The last call in a run counts.
 *
 * @param image - An address, the path of a file relative to the working directory, the text of an SVG, the bytes of an
 *   image, an emoji or `:material/name:`.
 * @param options - `size`, `link`, `iconImage`.
 * @throws AppError when the file cannot be read, or an option is wrong.
 * @example
 * st.logo("images/wide.png", { iconImage: "images/square.png", link: "https://example.org" });
 */
export function logo(image: LogoSource, options: LogoOptions = {}): void {
  const session = sessionOf("st.logo");
  const { size = "medium", link, iconImage } = options;
  oneOf("st.logo", "size", size, ["small", "medium", "large"]);
  if (link !== undefined && !/^https?:\/\/\S+$/i.test(String(link))) {
    throw new AppError("argument", `st.logo: link must be an address that begins with http:// or https://, not ${quote(link)}`);
  }
  slotOf(session).element(Logo, {
    image: imageOf(session, "image", image),
    iconImage: iconImage === undefined || iconImage === null ? undefined : imageOf(session, "iconImage", iconImage),
    size,
    link,
  });
}

/** There is one logo: a later call takes the place of an earlier one. */
function slotOf(session: Session): Place {
  const block = session.screen.roots.event;
  const index = block.drawn.findIndex((node) => node.kind === Logo.name);
  return index < 0 ? new RootPlace("event") : new Place({ block, index });
}

function imageOf(session: Session, name: string, image: unknown): LogoImage {
  if (image instanceof Uint8Array) return bytesOf(session, image);
  if (image instanceof ArrayBuffer) return bytesOf(session, new Uint8Array(image));
  const text = image instanceof URL ? image.href : image;
  if (typeof text !== "string" || text.trim() === "") {
    throw new AppError("argument", `st.logo: ${name} must be an address, a path, the text of an SVG, an icon or bytes, not ${quote(image)}`);
  }
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/i.test(text)) return { src: `data:image/svg+xml,${encodeURIComponent(text)}` };
  if (/^(?:https?:|data:image\/|blob:)/i.test(text) || /^\/?app\/static\//.test(text)) return { src: text };
  if (text.startsWith(":material/") || !/[./\\\w]/.test(text)) return { icon: checkIcon("st.logo", text) as string };
  return fileOf(session, name, text);
}

function fileOf(session: Session, name: string, path: string): LogoImage {
  const read = session.core.host.readBytes;
  if (!read) throw new AppError("argument", `st.logo: files cannot be read here: ${quote(path)}`, { hint: "Give it an address or the bytes of the image." });
  try {
    return bytesOf(session, read(path), path);
  } catch (cause) {
    throw new AppError("argument", `st.logo: ${name} names the file ${quote(path)}, which cannot be read`, {
      hint: "Paths are relative to the folder the app was started in.",
      cause,
    });
  }
}

function bytesOf(session: Session, bytes: Uint8Array, path = ""): LogoImage {
  const isSvg = /\.svg$/i.test(path) || new TextDecoder().decode(bytes.subarray(0, 300)).trimStart().startsWith("<");
  // The page finds out which kind of picture it is; only this one must be named.
  return { bytes: session.core.payloads.part(bytes), type: isSvg ? "image/svg+xml" : "" };
}
