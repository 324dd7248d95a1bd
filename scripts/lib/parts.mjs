// What dist/ is made of: from which files, and how.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { root } from "./install.mjs";

const SHARED = ["src/protocol", "src/data", "src/engine", "src/elements", "package-lock.json"];

/** Published entries of the Node side, by name in dist/. */
const ENTRIES = {
  index: "src/index.ts",
  testing: "src/hosts/test/index.ts",
  cli: "src/hosts/node/cli/index.ts",
  "script-worker": "src/hosts/node/threads/script-worker.ts",
  "offload-worker": "src/hosts/node/offload/offload-worker.ts",
  "compiler-thread": "src/hosts/node/threads/compiler-thread.ts",
  "smoke-worker": "src/hosts/node/smoke/smoke-worker.ts",
};

/** All entries in one build, so that the engine is one module whoever imports it. */
async function buildNode() {
  const { build } = await import("esbuild");
  const missing = Object.values(ENTRIES).filter((entry) => !existsSync(root + entry));
  if (missing.length > 0) console.error(`Not built, because there is no such file: ${missing.join(", ")}`);
  rmSync(`${root}dist/chunks`, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.entries(ENTRIES).flatMap(([out, entry]) => (missing.includes(entry) ? [] : [{ in: entry, out }])),
    outdir: "dist",
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20.19",
    packages: "external",
    sourcemap: "linked",
    sourcesContent: false,
    legalComments: "none",
    logLevel: "warning",
  });
}

async function buildReference() {
  const { buildReference: build } = await import("./reference.mjs");
  build();
}

async function buildClient() {
  const { buildClient: build } = await import("../build-client.mjs");
  await build();
}

function* declarations(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* declarations(path);
    else if (path.endsWith(".d.ts")) yield path;
  }
}

async function buildTypes() {
  const config = `${root}dist/tsconfig.types.json`;
  mkdirSync(`${root}dist`, { recursive: true });
  rmSync(`${root}dist/types`, { recursive: true, force: true });
  writeFileSync(
    config,
    JSON.stringify({
      extends: "../tsconfig.base.json",
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        stripInternal: true,
        rootDir: "../src",
        outDir: "types",
        lib: ["ES2023", "ESNext.Disposable", "DOM", "DOM.Iterable"],
        types: ["node"],
        typeRoots: ["../node_modules/@types"],
      },
      files: [ENTRIES.index, ENTRIES.testing].filter((entry) => existsSync(root + entry)).map((entry) => `../${entry}`),
    }),
  );
  const { status } = spawnSync(process.execPath, [`${root}node_modules/tsc7/bin/tsc`, "-p", config], { stdio: "inherit" });
  rmSync(config);
  if (status !== 0) throw new Error("The declarations could not be built: see above.");
  // Declarations name each other as the JavaScript beside them would.
  for (const path of declarations(`${root}dist/types`)) {
    const text = readFileSync(path, "utf8");
    const renamed = text.replaceAll(/((?:from|import)\s*\(?\s*["']\.{1,2}\/[^"']*)\.tsx?(["'])/g, "$1.js$2");
    if (renamed !== text) writeFileSync(path, renamed);
  }
}

/** What `rivulet hello` shows, so that an installed package has it too. */
const DATASETS = ["airports.csv", "flights-airport.csv", "global-temp.csv", "unemployment-across-industries.json", "zipcodes.csv"];

function copyDatasets() {
  mkdirSync(`${root}dist/datasets`, { recursive: true });
  for (const name of DATASETS) copyFileSync(`${root}node_modules/vega-datasets/data/${name}`, `${root}dist/datasets/${name}`);
}

export const PARTS = {
  datasets: {
    inputs: ["package-lock.json", "scripts/lib"],
    output: `dist/datasets/${DATASETS.at(-1)}`,
    build: copyDatasets,
  },
  node: {
    inputs: [...SHARED, "src/index.ts", "src/hosts", "scripts/lib"],
    output: "dist/compiler-thread.js",
    build: buildNode,
  },
  client: {
    inputs: [...SHARED, "src/ui", "src/client", "index.html", "vite.config.ts", "scripts/build-client.mjs", "scripts/subset-icons.mjs"],
    output: "dist/client/index.html",
    build: buildClient,
  },
  types: {
    inputs: [...SHARED, "src/index.ts", "src/hosts/test", "tsconfig.base.json", "scripts/lib"],
    output: "dist/types/index.d.ts",
    build: buildTypes,
  },
  reference: {
    inputs: [...SHARED, "src/index.ts", "scripts/lib"],
    output: "dist/reference.json",
    build: buildReference,
  },
};
