/** Endings that mean the same kind of file. */
const TWINS: readonly (readonly [string, string])[] = [
  [".jpg", ".jpeg"],
  [".mpg", ".mpeg"],
  [".mp4", ".mpeg4"],
  [".tif", ".tiff"],
  [".htm", ".html"],
];

/** Adds to a list of endings those that mean the same. */
export function withTwins(types: readonly string[]): string[] {
  const all = new Set(types);
  for (const [one, other] of TWINS) {
    if (all.has(one)) all.add(other);
    else if (all.has(other)) all.add(one);
  }
  return [...all];
}

/**
 * True when a file is of one of the types: endings such as `.csv`, media types such as `image/png`, or `image/*`.
 * Both ends ask it: the page before it sends a file, the engine before it gives one to the script.
 */
export function isOfType(types: readonly string[] | undefined, name: string, mediaType: string): boolean {
  if (!types || types.length === 0) return true;
  const file = name.toLowerCase();
  const media = mediaType.toLowerCase().split(";")[0]?.trim() ?? "";
  return types.some((type) => {
    if (type.startsWith(".")) return file.endsWith(type);
    return type.endsWith("/*") ? media.startsWith(type.slice(0, -1)) : media === type;
  });
}
