/**
 * Paths of pages as both sides speak of them: parts between slashes, readable as they are. Only what would change
 * the meaning of an address (`%`, `/`, `?`, `#`) is escaped inside a part.
 */

/** One part of a path, whatever it holds. */
export function escapePart(text: string): string {
  return text.replace(/[%/?#]/g, encodeURIComponent);
}

/** What a part of a path says. */
export function plainPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The parts of a path or of an address; empty ones count for nothing. */
export function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

/** The path that the address of a page names. */
export function pathOfAddress(address: string): string {
  return partsOf(address)
    .map((part) => escapePart(plainPart(part)))
    .join("/");
}

/** A path as it stands in an address. */
export function addressOfPath(path: string): string {
  return partsOf(path)
    .map((part) => encodeURI(plainPart(part)).replace(/[/?#]/g, encodeURIComponent))
    .join("/");
}
