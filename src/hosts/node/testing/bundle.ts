import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build } from "esbuild";

/**
 * Bundles the entry of a thread so that Node 20 can run it; packages stay outside.
 *
 * @param entry Address of the TypeScript file.
 * @returns Address of the bundle, inside node_modules so that packages are found.
 * @example const url = await bundleThread(new URL("./fake-script.ts", import.meta.url));
 */
export async function bundleThread(entry: URL): Promise<URL> {
  const folder = fileURLToPath(new URL("../../../../node_modules/.cache/rivulet-tests/", import.meta.url));
  mkdirSync(folder, { recursive: true });
  const name = `${fileURLToPath(entry).split("/").at(-1)?.replace(/\.ts$/, "")}-${process.pid}.mjs`;
  await build({
    entryPoints: [fileURLToPath(entry)],
    outfile: `${folder}${name}`,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
  return pathToFileURL(`${folder}${name}`);
}
