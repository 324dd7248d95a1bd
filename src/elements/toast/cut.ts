/** Letters of a toast that are shown at once. */
const MOST = 104;

/** Text cut at a word once it is too long for a glance. */
export function cut(text: string): string {
  if (text.length <= MOST) return text;
  const head = text.slice(0, MOST);
  const space = head.search(/\s\S*$/);
  return `${(space > MOST / 2 ? head.slice(0, space) : head).trimEnd()} …`;
}
