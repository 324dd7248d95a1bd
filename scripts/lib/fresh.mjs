// Remembers from which files each part of dist/ was built.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { root } from "./install.mjs";

const file = `${root}dist/.built.json`;

function* filesIn(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) yield [path, stats];
  else for (const name of readdirSync(path).sort()) yield* filesIn(`${path}/${name}`);
}

/** One text that changes whenever a file under `inputs` is written, comes or goes; tests do not count. */
export function fingerprint(inputs) {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const [path, stats] of filesIn(root + input)) {
      if (!/\.test(-d)?\.tsx?$/.test(path)) hash.update(`${path}:${stats.mtimeMs}:${stats.size}\n`);
    }
  }
  return hash.digest("hex");
}

function read() {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return {};
  }
}

/** True when a part was built from exactly these files and its `output` is still there. */
export function isFresh(part, print, output) {
  return read()[part] === print && existsSync(root + output);
}

export function remember(part, print) {
  mkdirSync(`${root}dist`, { recursive: true });
  writeFileSync(file, JSON.stringify({ ...read(), [part]: print }, null, 2));
}
