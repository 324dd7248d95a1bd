import { readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";

import { editDistance } from "../../../engine/nearest-name.ts";

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
