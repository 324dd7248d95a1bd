import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, extname, join, relative, resolve as resolvePath, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { type NapiResolveOptions, ResolverFactory } from "oxc-resolver";

import type { ImportTarget } from "../../../engine/host.ts";
import { nearestFile } from "./nearest-file.ts";

export type Resolution = ImportTarget | { missing: { message: string; hint: string } };

export interface Resolver {
  /**
   * @param specifier As it stands in the code.
   * @param importer Absolute path of the importing file.
   */
  resolve(specifier: string, importer: string): Promise<Resolution>;
  /** Files came, went or changed. */
  forget(): void;
}

const SHARED: NapiResolveOptions = {
  conditionNames: ["node", "import", "module-sync", "default"],
  mainFields: ["main"],
  symlinks: true,
  builtinModules: false,
};

/** As TypeScript resolves: the name of the output stands for the source. */
const TYPESCRIPT: NapiResolveOptions = {
  ...SHARED,
  extensions: [".ts", ".tsx", ".mts", ".js", ".jsx", ".mjs", ".cjs", ".json"],
  extensionAlias: {
    ".js": [".ts", ".tsx", ".js", ".jsx"],
    ".jsx": [".tsx", ".jsx"],
    ".mjs": [".mts", ".mjs"],
    ".cjs": [".cts", ".cjs"],
  },
};

const COMPILED = new Set([".ts", ".tsx", ".mts", ".cts", ".js", ".jsx", ".mjs", ".json"]);

function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

/** A `.js` file of the older kind: only Node can run it. */
function isCommonJs(path: string): boolean {
  if (extname(path) !== ".js") return false;
  try {
    const source = readFileSync(path, "utf8");
    if (/^\s*(?:import\b[^(]|export\b)/m.test(source)) return false;
    return /\bmodule\.exports\b|\bexports\.[\w$]+\s*=|\brequire\s*\(/.test(source);
  } catch {
    return false;
  }
}

function targetOf(path: string): ImportTarget {
  const isLocal = !isInstalled(path) && COMPILED.has(extname(path)) && !isCommonJs(path);
  return isLocal ? { kind: "local", id: path } : { kind: "external", url: pathToFileURL(path).href };
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}

function isPath(specifier: string): boolean {
  return /^\.{0,2}\//.test(specifier) || specifier === "." || specifier === "..";
}

/** Says what is missing and what to do about it. */
function missing(specifier: string, importer: string): Resolution {
  const message = `Cannot find module "${specifier}"`;
  if (isPath(specifier)) {
    const nearest = nearestFile(resolvePath(dirname(importer), specifier));
    if (!nearest) return { missing: { message, hint: `Create the file, or correct the path in the import.` } };
    const path = relative(dirname(importer), nearest);
    return { missing: { message, hint: `Did you mean "${path.startsWith(".") ? path : `./${path}`}"?` } };
  }
  if (specifier.startsWith("#")) {
    return { missing: { message, hint: `Add "${specifier}" to "imports" in package.json.` } };
  }
  if (specifier.startsWith("@/") || specifier.startsWith("~/")) {
    return {
      missing: { message, hint: `Add "${specifier.slice(0, 2)}*" to "paths" in tsconfig.json, or correct the path.` },
    };
  }
  return { missing: { message, hint: `Install it: npm install ${packageName(specifier)}` } };
}

/** The engine itself, whatever is installed. */
function rivuletTarget(specifier: string): ImportTarget | undefined {
  if (specifier === "rivulet") return { kind: "rivulet", subpath: "." };
  if (specifier.startsWith("rivulet/")) return { kind: "rivulet", subpath: `.${specifier.slice("rivulet".length)}` };
  return undefined;
}

/** Other kinds of addresses than files and package names. */
function addressTarget(specifier: string): ImportTarget | undefined {
  if (specifier.startsWith("file:")) return targetOf(fileURLToPath(specifier));
  if (/^(?:node|data|https?):/.test(specifier)) return { kind: "external", url: specifier };
  return isBuiltin(specifier) ? { kind: "external", url: `node:${specifier}` } : undefined;
}

/**
 * Resolves imports as TypeScript does: `./x.js` for `x.ts`, `paths`, `#imports`, workspace packages.
 * Files outside node_modules are local; the rest is imported by Node.
 *
 * @example await createResolver().resolve("./helper", "/app/main.ts");
 */
export function createResolver(): Resolver {
  const withPaths = new ResolverFactory({ ...TYPESCRIPT, tsconfig: "auto" });
  const plain = withPaths.cloneWithOptions(TYPESCRIPT);
  // Inside a package Node decides: a source beside the build must not win.
  const asNode = withPaths.cloneWithOptions({ ...SHARED, extensions: [".js", ".json", ".node"] });

  const find = async (specifier: string, importer: string): Promise<string | undefined> => {
    const found = await withPaths.resolveFileAsync(importer, specifier);
    if (found.path) return found.path;
    // A tsconfig.json that cannot be read must not keep the script from running.
    return (await plain.async(dirname(importer), specifier)).path;
  };

  const look = async (specifier: string, importer: string): Promise<Resolution> => {
    const found = (await find(specifier, importer))?.replace(/[?#].*$/, "");
    if (!found) return missing(specifier, importer);
    if (!isInstalled(found)) return targetOf(found);
    const native = (await asNode.async(dirname(importer), specifier)).path;
    return targetOf(native ?? found);
  };

  let underWay = 0;
  let isStale = false;
  return {
    async resolve(specifier, importer) {
      const known = rivuletTarget(specifier) ?? addressTarget(specifier);
      if (known) return known;
      // The cache may only be cleared while nothing reads it.
      if (isStale && underWay === 0) {
        withPaths.clearCache();
        isStale = false;
      }
      underWay += 1;
      try {
        return await look(specifier, importer);
      } finally {
        underWay -= 1;
      }
    },
    forget() {
      isStale = true;
    },
  };
}

/** The file meant by a path without an extension, or with that of the output; undefined when there is none. */
export function sourceFileOf(path: string, resolver: Resolver): Promise<string | undefined> {
  return resolver.resolve(path, join(dirname(path), "_")).then((target) => ("missing" in target || target.kind !== "local" ? undefined : target.id));
}
