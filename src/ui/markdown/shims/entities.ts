/** The one function markdown-it takes from `entities`, answered by the browser's own table. */
const known = new Map<string, string>();

export function decodeHTMLStrict(text: string): string {
  return text.replace(/&(?:#x[\da-f]{1,6}|#\d{1,7}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    let decoded = known.get(entity);
    if (decoded === undefined) {
      // The match holds letters, digits and "#" only, so no markup can come alive here.
      const page = new DOMParser().parseFromString(entity, "text/html");
      decoded = page.documentElement.textContent ?? entity;
      known.set(entity, decoded);
    }
    return decoded;
  });
}
