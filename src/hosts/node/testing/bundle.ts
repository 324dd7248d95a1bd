import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

import { build } from "esbuild";

import type { ThreadEntries } from "../threads/thread.ts";

let entries: Promise<ThreadEntries> | undefined;

/** The real threads, bundled once for all tests of a file. */
export function bundleThreads(): Promise<ThreadEntries> {
  const bundle = (name: string): Promise<URL> => bundleThread(new URL(`../${name}.ts`, import.meta.url));
  entries ??= Promise.all([bundle("threads/script-worker"), bundle("threads/compiler-thread"), bundle("offload/offload-worker")]).then(
    ([script, compiler, offload]) => ({
      script,
      compiler,
      offload,
    }),
  );
  return entries;
}

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
