/** How typed text picks from a list; null shows everything. */
export type FilterMode = "fuzzy" | "contains" | "prefix" | null;

/**
 * Places of the options that typed text leaves, best first for `"fuzzy"`, else in their own order.
 *
 * @example matchOptions(["red", "green"], "gn", "fuzzy") // [1]
 */
export function matchOptions(texts: readonly string[], query: string, mode: FilterMode): number[] {
  const wanted = fold(query.trim());
  const all = texts.map((_, at) => at);
  if (wanted === "" || mode === null) return all;
  const plain = foldAll(texts);
  if (mode === "prefix") return all.filter((at) => plain[at]?.startsWith(wanted));
  if (mode === "contains") return all.filter((at) => plain[at]?.includes(wanted));
  const found: { at: number; score: number }[] = [];
  for (const at of all) {
    const score = scoreOf(plain[at] as string, wanted);
    if (score > 0) found.push({ at, score });
  }
  return found.toSorted((a, b) => b.score - a.score || a.at - b.at).map(({ at }) => at);
}

/** Each letter typed searches the same list again. */
const known = new WeakMap<readonly string[], string[]>();

function foldAll(texts: readonly string[]): string[] {
  let folded = known.get(texts);
  if (!folded) {
    folded = texts.map(fold);
    known.set(texts, folded);
  }
  return folded;
}

/** Case and accents do not count. */
function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** 0 when the letters do not all come in order; whole words, beginnings and neighbours count more. */
function scoreOf(text: string, wanted: string): number {
  const whole = text.indexOf(wanted);
  if (whole === 0) return 4000 - text.length / 1000;
  if (whole > 0) return (/[\p{L}\p{N}]/u.test(text[whole - 1] as string) ? 2000 : 3000) - whole - text.length / 1000;
  let from = 0;
  let score = 0;
  let last = -2;
  for (const letter of wanted) {
    if (letter === " ") continue;
    const at = text.indexOf(letter, from);
    if (at < 0) return 0;
    score += at === last + 1 ? 3 : 1;
    last = at;
    from = at + 1;
  }
  return score + 1 / (1 + text.length);
}
