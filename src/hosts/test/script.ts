import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { CompileResult } from "../../engine/host.ts";
import { type Compiler, createCompiler } from "../node/compile/compiler.ts";
import { isDebugged } from "../node/threads/inspector.ts";
import { nearestFile } from "../node/compile/nearest-file.ts";
import { measurable } from "./coverage.ts";
import { AppTestError } from "./test-error.ts";

/** What an engine runs, and how it is compiled. */
export interface Script {
  entry: string | (() => unknown);
  /** The test's name for it in messages. */
  name: string;
  compile(id: string, options: { magic: boolean }): Promise<CompileResult>;
}

/** One for all tests that work in the same folder: what did not change is compiled once. */
const compilers = new Map<string, Compiler>();

function compilerOf(cwd: string): Compiler {
  const compiler = compilers.get(cwd) ?? createCompiler({ cwd, isDebugged: isDebugged() });
  compilers.set(cwd, compiler);
  return compiler;
}

/** In a file, so that it can be part of a report on coverage. */
const measured = (result: CompileResult): CompileResult => ("module" in result ? { module: measurable(result.module) } : result);

function pathOf(file: string | URL): string {
  const text = typeof file === "string" ? file : String(file?.href);
  if (/^file:/i.test(text)) return fileURLToPath(text);
  if (typeof file === "string" && file !== "") return resolve(file);
  throw new AppTestError(
    `AppTest.fromFile: the file must be a path or a file: URL, not ${JSON.stringify(text)}. ` +
      'Write AppTest.fromFile("app.ts") or AppTest.fromFile(new URL("app.ts", import.meta.url)).',
  );
}

/** A script in a file. */
export function fileScript(file: string | URL): Script {
  const path = pathOf(file);
  if (!existsSync(path)) {
    const near = nearestFile(path);
    throw new AppTestError(`AppTest.fromFile: there is no file ${path}.${near ? ` Did you mean ${near}?` : ""} Paths are relative to ${process.cwd()}.`);
  }
  const compiler = compilerOf(process.cwd());
  return { entry: path, name: path, compile: (id, options) => compiler.compile(id, options).then(measured) };
}

/** A script in a text; it stands in the working directory as far as imports are concerned. */
export function textScript(source: string): Script {
  if (typeof source !== "string") throw new AppTestError(`AppTest.fromString: the script must be text, not ${typeof source}.`);
  const cwd = process.cwd();
  const compiler = compilerOf(cwd);
  const entry = resolve(cwd, "script-of-test.ts");
  return {
    entry,
    name: "the script of the test",
    compile: (id, options) => (id === entry ? compiler.compileSource(id, source, options) : compiler.compile(id, options).then(measured)),
  };
}

/** A function taken as the script; it keeps its closure and is not compiled. */
export function functionScript(body: (...args: never[]) => unknown, args: readonly unknown[]): Script {
  if (typeof body !== "function") throw new AppTestError(`AppTest.fromFunction: the script must be a function, not ${typeof body}.`);
  const compiler = compilerOf(process.cwd());
  return {
    entry: () => body(...(args as never[])),
    name: body.name === "" ? "the function of the test" : body.name,
    compile: (id, options) => compiler.compile(id, options).then(measured),
  };
}
