/** Query parameters: texts as set by a test, lists as read back. */
export type QueryParams = Record<string, string | number | boolean | readonly string[]>;

/** The query of an address, from what a test has set. */
export function queryText(params: QueryParams): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (Array.isArray(value)) for (const one of value) search.append(name, String(one));
    else search.append(name, String(value));
  }
  return search.toString();
}

/** Every parameter with all of its values. */
export function queryLists(text: string): Record<string, string[]> {
  const search = new URLSearchParams(text);
  return Object.fromEntries([...new Set(search.keys())].map((name) => [name, search.getAll(name)]));
}
