import { createHash } from "node:crypto";
import { extname, isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";

import remapping from "@jridgewell/remapping";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { type Loader, type Message, type TransformFailure, type TransformOptions as LowerSettings, transform as lower } from "esbuild";
import type { SourceMap } from "magic-string";
import { parse, parseSync, type ParseResult } from "oxc-parser";
import { moduleRunnerTransformSync } from "oxc-transform";

import type { Node } from "./ast.ts";
import { editModule } from "./edits.ts";
import { keepLines } from "./keep-lines.ts";
import { offsetOf } from "./position.ts";
import { CompileFailure, reportAt } from "./report.ts";

export interface Transformed {
  code: string;
  map: string;
  /** Static imports in the order of the file. */
  links: { specifier: string; names: string[] }[];
  /** Every specifier that stands in the code as a text, and where the source has it (if it does). */
  specifiers: Map<string, number | undefined>;
}

export interface TransformOptions {
  id: string;
  magic: boolean;
  /** JSON text of a tsconfig with the options that matter. */
  tsconfig: string;
  isDebugged?: boolean | undefined;
}

type Language = "ts" | "tsx" | "jsx";

function languageOf(id: string): Language {
  const extension = extname(id.replace(/[?#].*$/, ""));
  if (extension === ".tsx") return "tsx";
  return extension === ".jsx" || extension === ".js" || extension === ".mjs" ? "jsx" : "ts";
}

function failAt(id: string, source: string, offset: number, message: string, hint?: string | null): never {
  throw new CompileFailure(reportAt(id, source, offset, { name: "SyntaxError", message, hint: hint ?? undefined }));
}

async function parseModule(id: string, source: string, language: Language): Promise<ParseResult> {
  const parsed = await parse(id, source, { lang: language, astType: "ts", sourceType: "module", preserveParens: true });
  const error = parsed.errors.find((one) => one.severity === "Error");
  if (error) failAt(id, source, error.labels[0]?.start ?? 0, error.message, error.helpMessage);
  return parsed;
}

/** What esbuild refuses, told at its place in the original. */
function lowerFailure(id: string, source: string, edited: string, map: SourceMap, message: Message | undefined): never {
  const { location } = message ?? {};
  if (!location) failAt(id, source, 0, message?.text ?? "The script cannot be compiled.");
  // esbuild counts columns in bytes.
  const line = edited.split("\n")[location.line - 1] ?? "";
  const column = Buffer.from(line).subarray(0, location.column).toString().length;
  const at = originalPositionFor(new TraceMap(map as never), { line: location.line, column });
  failAt(id, source, offsetOf(source, at.line ?? location.line, at.column ?? 0), message?.text ?? "");
}

function namesIn(code: string): Set<string> {
  return new Set([...code.matchAll(/\b(?:function\s*\*?|class)\s+([\w$]+)/g)].map(([, name]) => name as string));
}

function isRenamed(before: string, after: string): boolean {
  const names = namesIn(before);
  for (const name of namesIn(after)) if (/\d$/.test(name) && !names.has(name)) return true;
  return false;
}

async function lowerModule(options: TransformOptions, source: string, parsed: ParseResult, language: Language) {
  const text = editModule(parsed.program as unknown as Node, source, options);
  const edited = text.toString();
  const map = text.generateMap({ source: options.id, hires: "boundary" });
  try {
    const settings: LowerSettings = {
      loader: language as Loader,
      format: "esm",
      target: "node20",
      // import attributes are read by the registry's own rules; leaving them in keeps esbuild quiet.
      supported: { "import-attributes": true },
      sourcemap: "external",
      sourcesContent: false,
      sourcefile: options.id,
      tsconfigRaw: options.tsconfig,
      logLevel: "silent",
      charset: "utf8",
    };
    const first = await lower(edited, settings);
    // A function named like something around it is renamed, but its name may be that of a page.
    const result = isRenamed(edited, first.code) ? await lower(edited, { ...settings, keepNames: true }) : first;
    return { code: result.code, maps: [result.map, map] };
  } catch (error) {
    return lowerFailure(options.id, source, edited, map, (error as TransformFailure).errors?.[0]);
  }
}

/** The transform below forgets the default name in `import a, * as b from "c"`, so such an import is split. */
function splitMixedImports(code: string): string {
  return code.replace(
    /^import ([^\s,{}*"']+), (\* as [^\s,{}*"']+) from ("(?:[^"\\]|\\.)*")( with \{.*\})?;$/gm,
    (_, name, rest, specifier, attributes = "") => `import ${rest} from ${specifier}${attributes}; import ${name} from ${specifier}${attributes};`,
  );
}

// Of more than two names every one has a line of its own.
const IMPORT = /^(const __vite_ssr_import_\d+__ = )await (__vite_ssr_import__\(("(?:[^"\\]|\\.)*")(?:, \{ importedNames: (\[[^]*?\]) \})?\);)$/gm;

/** Before the first import. As a statement, because V8 takes what follows an `await` behind `&&` for code that never ran. */
export const GATE = "/* v8 ignore next */ if (__vite_ssr_import__.gate) await __vite_ssr_import__.gate; ";

/**
 * Imports need no wait: the registry evaluates them before. (A namespace with an export `then` would even be called.)
 * In circles it wants to hold a module right here, when its functions and exports exist and nothing has run.
 */
function readyImports(code: string): { code: string; found: { specifier: string; names: string[] }[] } {
  const found: { specifier: string; names: string[] }[] = [];
  const ready = code.replace(IMPORT, (_, start: string, call: string, specifier: string, names: string | undefined) => {
    const gate = found.length === 0 ? GATE : "";
    found.push({ specifier: JSON.parse(specifier), names: names ? JSON.parse(names) : [] });
    return `${gate}${start}${call}`;
  });
  return { code: ready, found };
}

/** Names that import statements of the source ask for: only these must exist (a re-export may be a type). */
function askedNames(parsed: ParseResult): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const statement of parsed.module.staticImports) {
    const names = asked.get(statement.moduleRequest.value) ?? new Set();
    for (const { importName, isType } of statement.entries) {
      if (isType) continue;
      if (importName.kind === "Default") names.add("default");
      else if (importName.kind === "Name" && importName.name) names.add(importName.name);
    }
    asked.set(statement.moduleRequest.value, names);
  }
  return asked;
}

/** Texts given to `import()` and `import.meta.resolve()`. */
function literalSpecifiers(parsed: ParseResult, source: string): Map<string, number> {
  const found = new Map<string, number>();
  const take = (raw: string, start: number): void => {
    const match = /^\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`$\\]*)`)/.exec(raw);
    const text = match?.[1] ?? match?.[2] ?? match?.[3];
    if (text !== undefined && !text.includes("\\")) found.set(text, start);
  };
  for (const { moduleRequest } of parsed.module.dynamicImports) {
    take(source.slice(moduleRequest.start, moduleRequest.end), moduleRequest.start);
  }
  for (const { end } of parsed.module.importMetas) {
    const match = /^\.resolve\(/.exec(source.slice(end, end + 9));
    if (match) take(source.slice(end + 9, end + 1009), end + 9);
  }
  return found;
}

/** Written in two parts, so that nobody who reads this very file takes it for one that has such a map. */
const COMMENT = "sourceMapping";

/** The comment that hands a map, in base64, to who reads the code. */
export const mapComment = (map: string): string => `//# ${COMMENT}URL=data:application/json;base64,${map}`;

/** What a debugger shows: the same lines, and the source with the code. */
function forDebugger(code: string, map: string, source: string, id: string): { code: string; map: string } {
  const kept = keepLines(code, map);
  const file = isAbsolute(id) ? pathToFileURL(id).href : id;
  const shown = Buffer.from(JSON.stringify({ ...JSON.parse(kept.map), sources: [file], sourcesContent: [source] })).toString("base64");
  return { code: `${kept.code}\n${mapComment(shown)}`, map: kept.map };
}

/** Compiles a data file to a module with the data as its default export. */
function transformJson(id: string, source: string): Transformed {
  try {
    JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    // The language's own message has no position; the same text as an expression has.
    const problem = parseSync("data.js", `(${source.replace(/^\uFEFF/, " ")})`).errors[0]?.labels[0]?.start;
    failAt(id, source, problem === undefined ? 0 : problem - 1, (error as Error).message);
  }
  const code = `const data = JSON.parse(${JSON.stringify(source.replace(/^\uFEFF/, ""))});
Object.defineProperty(__vite_ssr_exports__, "default", { enumerable: true, configurable: true, value: data });
if (data && typeof data === "object" && !Array.isArray(data)) for (const key of Object.keys(data)) {
  if (key !== "default") Object.defineProperty(__vite_ssr_exports__, key, { enumerable: true, configurable: true, value: data[key] });
}`;
  const map = JSON.stringify({ version: 3, sources: [id], names: [], mappings: "" });
  return { code, map, links: [], specifiers: new Map() };
}

/**
 * Turns the text of a module into the body of a function, with a map back.
 *
 * @param source The module as it was written.
 * @throws CompileFailure for what cannot be parsed.
 * @example await transformModule("1 + 1", { id: "/app/main.ts", magic: true, tsconfig: "{}" });
 */
export async function transformModule(source: string, options: TransformOptions): Promise<Transformed> {
  const { id } = options;
  if (id.endsWith(".json")) return transformJson(id, source);
  const language = languageOf(id);
  const parsed = await parseModule(id, source, language);
  const lowered = await lowerModule(options, source, parsed, language);
  // The name says that it is a module: without imports it would else be taken for a script.
  const linked = moduleRunnerTransformSync("module.mjs", splitMixedImports(lowered.code), { sourcemap: true });
  const problem = linked.errors.find((one) => one.severity === "Error");
  if (problem || !linked.map) failAt(id, source, 0, problem?.message ?? "The script cannot be compiled.");
  const { code, found } = readyImports(linked.code);

  const map = remapping([linked.map as never, ...(lowered.maps as never[])], () => null, { excludeContent: true });
  const asked = askedNames(parsed);
  const specifiers = new Map<string, number | undefined>(literalSpecifiers(parsed, source));
  for (const { specifier } of found) specifiers.set(specifier, undefined);
  for (const { moduleRequest } of [...parsed.module.staticImports, ...parsed.module.staticExports.flatMap((one) => one.entries)]) {
    if (moduleRequest && specifiers.has(moduleRequest.value)) specifiers.set(moduleRequest.value, moduleRequest.start);
  }
  const links = found.map(({ specifier, names }) => ({
    specifier,
    names: names.filter((name) => asked.get(specifier)?.has(name)),
  }));
  const compiled = { code, map: JSON.stringify(map), links, specifiers };
  return options.isDebugged ? { ...compiled, ...forDebugger(code, compiled.map, source, id) } : compiled;
}

/** Names a text by its content. */
export function hashText(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
