/** What a bar of page numbers shows: numbers, and null for a gap. */
export type Slot = number | null;

/** First, last, the page shown and a gap to each side. */
const LEAST = 5;

/**
 * The page numbers a bar has room for: always the first, the last, and those around the page shown.
 *
 * @param most - How many slots there are; at least 5 are used where there are as many pages.
 * @example visiblePages(20, 5, 7) // [1, null, 4, 5, 6, null, 20]
 */
export function visiblePages(pages: number, current: number, most: number): Slot[] {
  const slots = Math.max(LEAST, most);
  const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  if (pages <= slots) return range(1, pages);
  const atEdge = slots - 2;
  if (current <= atEdge - 1) return [...range(1, atEdge), null, pages];
  if (current >= pages - atEdge + 2) return [1, null, ...range(pages - atEdge + 1, pages)];
  const around = slots - 4;
  const from = current - Math.floor((around - 1) / 2);
  return [1, null, ...range(from, from + around - 1), null, pages];
}
