// Builds what is stale: `npm run build`, or `npm run build -- node client` for some parts, `--force` for all anew.
import { pathToFileURL } from "node:url";
import { fingerprint, isFresh, remember } from "./lib/fresh.mjs";
import { install } from "./lib/install.mjs";
import { PARTS } from "./lib/parts.mjs";

/** Builds the named parts that are not fresh; returns the names of those built. */
export async function build(names = Object.keys(PARTS), { force = false } = {}) {
  const built = [];
  for (const name of names) {
    const part = PARTS[name];
    const print = fingerprint(part.inputs);
    if (!force && isFresh(name, print, part.output)) continue;
    const began = performance.now();
    await part.build();
    remember(name, print);
    built.push(name);
    console.error(`Built ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
  return built;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  install();
  const words = process.argv.slice(2);
  const names = words.filter((word) => !word.startsWith("--"));
  const unknown = names.find((name) => !(name in PARTS));
  if (unknown) {
    console.error(`There is no part "${unknown}". Parts: ${Object.keys(PARTS).join(", ")}`);
    process.exit(2);
  }
  try {
    const built = await build(names.length > 0 ? names : undefined, { force: words.includes("--force") });
    if (built.length === 0) console.error("Everything is fresh.");
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
