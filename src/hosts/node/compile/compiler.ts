import { readFile } from "node:fs/promises";
import { isAbsolute, join, relative } from "node:path";

import { stop } from "esbuild";

import type { CompiledModule, CompileResult, ImportTarget } from "../../../engine/host.ts";
import type { ErrorReport } from "../../../protocol/messages.ts";
import { nearestFile } from "./nearest-file.ts";
import { CompileFailure, reportAt } from "./report.ts";
import { createResolver, type Resolution, sourceFileOf } from "./resolve.ts";
import { hashText, type Transformed, transformModule } from "./transform.ts";
import { createTsconfigReader } from "./tsconfig.ts";

export interface CompilerOptions {
  /** Where imports of scripts that are no file start, and what paths in messages are relative to. Default `process.cwd()`. */
  cwd?: string | undefined;
  /** True when a debugger looks on: statements keep their lines, and every module carries its map. Default false. */
  isDebugged?: boolean | undefined;
}

export interface CompileOptions {
  /** True for scripts and pages: bare expressions are written. */
  magic: boolean;
}

export interface Compiler {
  /** Compiles a file; what did not change is not compiled again. */
  compile(id: string, options: CompileOptions): Promise<CompileResult>;
  /**
   * Compiles a text that is in no file, or not in the one it is named after.
   * Its imports are looked up beside `id` if that is a path, else in the working directory.
   */
  compileSource(id: string, source: string, options: CompileOptions): Promise<CompileResult>;
  resolve(specifier: string, importer: string): Promise<Resolution>;
  /** How many modules were really compiled. */
  readonly compiled: number;
  /** Ends esbuild's process. Other compilers of this process start it again when they need it. */
  close(): void;
}

/** Enough modules for any app; the oldest leave first. */
const MOST_MODULES = 2000;
/** Versions of one module: with and without magic, now and before the last edit. */
const MOST_VERSIONS = 4;

/** The text of a file, or why it cannot be had. */
async function read(id: string): Promise<string | NodeJS.ErrnoException> {
  try {
    return await readFile(id, "utf8");
  } catch (error) {
    return error as NodeJS.ErrnoException;
  }
}

/** Puts an entry at the end of a cache, whose first entries leave when it is full. */
function remember<T>(cache: Map<string, T>, key: string, value: T, most: number): T {
  cache.delete(key);
  cache.set(key, value);
  if (cache.size > most) cache.delete(cache.keys().next().value as string);
  return value;
}

/**
 * Makes the compiler of scripts and the modules they import.
 *
 * @param options Where it works.
 * @returns Compiles files and texts to plain data that any thread can run.
 * @example
 * const compiler = createCompiler();
 * const result = await compiler.compile("/app/main.ts", { magic: true });
 */
export function createCompiler(options: CompilerOptions = {}): Compiler {
  const cwd = options.cwd ?? process.cwd();
  const resolver = createResolver();
  const tsconfigs = createTsconfigReader();
  const cache = new Map<string, Map<string, Promise<Transformed>>>();
  let compiled = 0;

  const shown = (path: string): string => {
    const short = isAbsolute(path) ? relative(cwd, path) : path;
    return short === "" || short.startsWith("..") ? path : short;
  };

  const transformed = (id: string, source: string, hash: string, magic: boolean): Promise<Transformed> => {
    const tsconfig = tsconfigs.optionsFor(isAbsolute(id) ? id : join(cwd, "script.ts"));
    const versions = remember(cache, id, cache.get(id) ?? new Map(), MOST_MODULES);
    const key = `${hash} ${magic} ${tsconfig}`;
    const known = versions.get(key);
    if (known) return remember(versions, key, known, MOST_VERSIONS);
    compiled += 1;
    return remember(versions, key, transformModule(source, { id, magic, tsconfig, isDebugged: options.isDebugged }), MOST_VERSIONS);
  };

  const importsOf = async (id: string, source: string, { specifiers, links }: Transformed) => {
    const importer = isAbsolute(id) ? id : join(cwd, "script.ts");
    const statics = new Set(links.map((one) => one.specifier));
    const resolved = await Promise.all([...specifiers.keys()].map((one) => resolver.resolve(one, importer)));
    const imports: Record<string, ImportTarget> = {};
    for (const [index, [specifier, offset]] of [...specifiers].entries()) {
      const target = resolved[index] as Resolution;
      if (!("missing" in target)) imports[specifier] = target;
      else if (statics.has(specifier)) {
        const at = offset ?? 0;
        const { frames, ...report } = reportAt(id, source, at, { name: "ModuleNotFound", ...target.missing });
        const message = `${target.missing.message}, imported by ${shown(id)}, line ${frames?.[0]?.line}.`;
        throw new CompileFailure({ ...report, message, ...(frames ? { frames } : {}) });
      }
      // A missing dynamic import fails when it is reached: it may stand in a try.
    }
    return imports;
  };

  const build = async (id: string, source: string, magic: boolean): Promise<CompileResult> => {
    resolver.forget();
    tsconfigs.forget();
    try {
      const hash = hashText(source);
      const result = await transformed(id, source, hash, magic);
      const imports = await importsOf(id, source, result);
      const module: CompiledModule = {
        id,
        code: result.code,
        map: result.map,
        source,
        hash,
        imports,
        links: result.links,
      };
      return { module };
    } catch (error) {
      if (error instanceof CompileFailure) return { error: error.report };
      throw error;
    }
  };

  const notFound = (id: string, { code, message }: NodeJS.ErrnoException): ErrorReport => {
    const nearest = code === "ENOENT" ? nearestFile(id) : undefined;
    const text = code === "ENOENT" ? `There is no file ${shown(id)}.` : `The file ${shown(id)} cannot be read: ${message}`;
    return {
      name: "FileNotFound",
      message: text,
      frames: [{ file: id, line: 1, column: 1 }],
      hint: nearest ? `Did you mean ${shown(nearest)}?` : "Create it, or correct the path.",
    };
  };

  return {
    async compile(id, { magic }) {
      const source = await read(id);
      if (typeof source === "string") return build(id, source, magic);
      resolver.forget();
      // `./part.js` and `./part`, put together at run time, mean `./part.ts`.
      const file = isAbsolute(id) ? await sourceFileOf(id, resolver) : undefined;
      const found = file === undefined || file === id ? source : await read(file);
      return typeof found === "string" && file ? build(file, found, magic) : { error: notFound(id, source) };
    },
    compileSource: (id, source, { magic }) => build(id, source, magic),
    resolve: (specifier, importer) => resolver.resolve(specifier, importer),
    get compiled() {
      return compiled;
    },
    close: () => void stop(),
  };
}
