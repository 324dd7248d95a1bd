import { readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

/** Number of single-letter edits, swaps included, between two words; stops counting above `limit`. */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let best = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (isSwap) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[to.length] ?? limit + 1;
}

function bare(name: string): string {
  return name.slice(0, name.length - extname(name).length).toLowerCase();
}

/**
 * The existing file whose name is nearest to a missing one, in the same folder.
 *
 * @param path Absolute path of what is missing, with or without extension.
 * @returns Absolute path, or undefined when nothing is near.
 * @example nearestFile("/app/hleper.ts"); // "/app/helper.ts"
 */
export function nearestFile(path: string): string | undefined {
  const wanted = bare(basename(path));
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  let names: string[];
  try {
    names = readdirSync(dirname(path));
  } catch {
    return undefined;
  }
  const isCode = /\.(?:[cm]?[jt]sx?|json)$/;
  let best: { name: string; distance: number } | undefined;
  for (const name of names.toSorted()) {
    if (!isCode.test(name) && extname(name) !== "") continue;
    const distance = editDistance(wanted, bare(name), limit);
    if (distance <= limit && (!best || distance < best.distance)) best = { name, distance };
  }
  return best && join(dirname(path), best.name);
}
