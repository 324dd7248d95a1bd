// Makes the icon font of the page: Material Symbols Rounded with every ligature name, but one weight and size.
import { createHash } from "node:crypto";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import subsetFont from "subset-font";

const require = createRequire(import.meta.url);
const cache = fileURLToPath(new URL("../.cache/", import.meta.url));
const target = `${cache}material-symbols-rounded.woff2`;
const stamp = `${cache}material-symbols-rounded.json`;

/** Builds the font unless it is there for this version of the source; returns its path. */
export async function subsetIcons() {
  const { version } = require("material-symbols/package.json");
  const known = await readFile(stamp, "utf8").then(JSON.parse, () => ({}));
  const present = await stat(target).catch(() => null);
  if (present && known.version === version) return target;
  const source = await readFile(require.resolve("material-symbols/material-symbols-rounded.woff2"));
  // Every letter that can stand in a name; the ligatures made of them are kept by the subsetter.
  const font = await subsetFont(source, "abcdefghijklmnopqrstuvwxyz0123456789_", {
    targetFormat: "woff2",
    variationAxes: { wght: 400, opsz: 24, GRAD: 0, FILL: 0 },
  });
  await mkdir(cache, { recursive: true });
  await writeFile(target, font);
  const hash = createHash("sha256").update(font).digest("hex").slice(0, 12);
  await writeFile(stamp, JSON.stringify({ version, bytes: font.length, hash }));
  return target;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await subsetIcons();
  console.log(`${path}: ${((await stat(path)).size / 1000).toFixed(0)} kB`);
}
