// `npm run bench -- rerun|bytes|start|page|stream`: builds what is stale, bundles bench/ and runs it.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { build } from "./build.mjs";
import { install } from "./lib/install.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
// Two folders below the root, like the sources' own place in the eyes of import.meta.url.
const outfile = `${root}node_modules/.bench/bench.mjs`;

install();
try {
  await build(["node", "client"]);
  const esbuild = await import("esbuild");
  const entry = `${root}bench/main.ts`;
  await esbuild.build({ entryPoints: [entry], outfile, bundle: true, platform: "node", format: "esm", packages: "external", logLevel: "error" });
} catch (error) {
  console.error(`The benchmark could not be built: ${error.message}`);
  process.exit(1);
}
const child = spawn(process.execPath, [outfile, ...process.argv.slice(2)], { stdio: "inherit", cwd: root });
child.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
