// Builds the page into dist/client and prints what a visitor loads first.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { buildWorld } from "./build-world.mjs";
import { subsetIcons } from "./subset-icons.mjs";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Builds the page; `quiet` prints only the sizes. */
export async function buildClient({ quiet = true } = {}) {
  await Promise.all([subsetIcons(), buildWorld()]);
  const dist = `${root}dist/client/`;
  await build({ configFile: `${root}vite.config.ts`, logLevel: quiet ? "warn" : "info" });
  await compress(dist);
  return measure(dist);
}

/** Puts a gzipped copy beside every text file, so that the server never compresses one itself. */
async function compress(dist) {
  for (const file of await readdir(`${dist}assets`)) {
    if (!/\.(js|css|svg|mjs|json)$/.test(file)) continue;
    const packed = gzipSync(await readFile(`${dist}assets/${file}`), { level: 9 });
    await writeFile(`${dist}assets/${file}.gz`, packed);
  }
}

/** Gzipped bytes of the entry and all it imports statically, and of every lazy chunk. */
export async function measure(dist = `${root}dist/client/`) {
  const manifest = JSON.parse(await readFile(`${dist}.vite/manifest.json`, "utf8"));
  const gz = async (file) => gzipSync(await readFile(dist + file), { level: 9 }).length;
  const first = new Set();
  const follow = (key) => {
    if (first.has(key)) return;
    first.add(key);
    for (const next of manifest[key].imports ?? []) follow(next);
  };
  follow(Object.keys(manifest).find((key) => manifest[key].isEntry));
  const initial = {};
  for (const key of first) {
    initial[manifest[key].file] = await gz(manifest[key].file);
    for (const css of manifest[key].css ?? []) initial[css] = await gz(css);
  }
  const lazy = {};
  for (const key of Object.keys(manifest)) {
    const { file } = manifest[key];
    if (!first.has(key) && file.endsWith(".js")) lazy[file] = await gz(file);
  }
  const js = Object.entries(initial).reduce((sum, [file, size]) => (file.endsWith(".js") ? sum + size : sum), 0);
  return { initial, lazy, js };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const only = process.argv.includes("--measure");
  const { initial, lazy, js } = only ? await measure() : await buildClient({ quiet: !process.argv.includes("--verbose") });
  const line = ([file, size]) => `  ${(size / 1000).toFixed(1).padStart(7)} kB gz  ${file}`;
  console.log(`first load\n${Object.entries(initial).map(line).join("\n")}`);
  const largest = Object.entries(lazy).sort((a, b) => b[1] - a[1]);
  console.log(`on demand\n${largest.slice(0, 25).map(line).join("\n")}`);
  console.log(`initial JavaScript: ${(js / 1000).toFixed(1)} kB gzipped`);
  if (js > 150_000) {
    console.error("The page's first JavaScript is over its budget of 150 kB: load the newest part on demand.");
    process.exitCode = 1;
  }
}
