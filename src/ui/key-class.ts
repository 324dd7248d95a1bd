/** The class a keyed element carries: `st-key-` and the key, with what a class cannot hold replaced by `-`. */
export function keyClass(key: string | undefined): string | undefined {
  return key ? `st-key-${key.trim().replace(/[^a-zA-Z0-9_-]/g, "-")}` : undefined;
}

/** Joins class names, skipping what is empty. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
