import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, isAbsolute, join } from "node:path";
import { pathToFileURL } from "node:url";

import type { Host } from "../../../engine/host.ts";
import { createModules, type LoadedScript } from "../../../engine/modules/modules.ts";
import type { FunctionStamp, ModuleRuntime } from "../../../engine/modules/runtime.ts";
import { createStackMapper } from "../../../engine/modules/stack.ts";
import type { ErrorReport } from "../../../protocol/messages.ts";
import { createCompiler } from "./compiler.ts";
import { link } from "./link.ts";

/** What compiled code told the runtime, in order. */
export interface Told {
  written: unknown[][];
  events: string[];
  stamps: FunctionStamp[];
}

/** Thrown to pass through every `catch` of a script. */
export class Signal {}

/** A folder with an app in it, compiled and run for real, with a runtime that only takes notes. */
export function createTestApp(files: Record<string, string>) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-compile-")));
  const path = (name: string): string => (isAbsolute(name) ? name : join(folder, name));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  // The test runner bends imports of its own files; those of a file it does not know are Node's.
  write("node_modules/native-import.cjs", "module.exports = (url) => import(url)");
  const nativeImport = createRequire(import.meta.url)(path("node_modules/native-import.cjs"));

  const compiler = createCompiler({ cwd: folder });
  const told: Told = { written: [], events: [], stamps: [] };
  const around: string[] = [];
  let tokens = 0;
  let compiles = 0;
  let stepsLeft = Number.POSITIVE_INFINITY;
  const st = {
    cacheData: <F>(fn: F) => fn,
    cacheResource: <F>(fn: F) => fn,
    fragment: <F>(fn: F) => fn,
    task: <F>(fn: F) => fn,
    dialog: (...args: unknown[]) => args.at(-1),
    echo: (...args: unknown[]) => args.at(-1),
    write: (...values: unknown[]) => void told.written.push(values),
  };
  const runtime = (): ModuleRuntime => ({
    magic: (...values) => void told.written.push(values),
    suspend() {
      tokens += 1;
      return tokens;
    },
    resume(token, value) {
      told.events.push(`resume ${typeof token}`);
      return value as never;
    },
    caught(_token, error) {
      told.events.push("caught");
      if (error instanceof Signal) throw error;
      return error;
    },
    restore: () => void told.events.push("restore"),
    step() {
      told.events.push("step");
      stepsLeft -= 1;
      if (stepsLeft < 0) throw new Signal();
    },
    stamp(fn, stamp) {
      told.stamps.push(stamp);
      return fn;
    },
  });
  const host = {
    compile(id: string, options: { magic: boolean }) {
      compiles += 1;
      return compiler.compile(id, options);
    },
    link,
    soon: (task: () => void) => void setImmediate(task),
    displayPath: (id: string) => id.replace(`${folder}/`, ""),
    importExternal: (url: string) => nativeImport(isAbsolute(url) ? pathToFileURL(url).href : url),
  } as unknown as Host;
  const modules = createModules({
    host,
    runtime,
    rivulet: () => ({ default: st, st, ...st }),
    around(id, body) {
      around.push(id);
      return body();
    },
  });
  const stack = createStackMapper(modules.compiled, (id) => id.replace(`${folder}/`, ""));

  const load = async (name = "app.ts", magic = true): Promise<LoadedScript> => {
    const script = await modules.load(path(name), { magic });
    if ("error" in script) throw Object.assign(new Error(script.error.message), { report: script.error });
    return script;
  };
  return {
    folder,
    path,
    write,
    compiler,
    modules,
    stack,
    told,
    around,
    load,
    /** How often the host was asked to compile. */
    compiles: () => compiles,
    stopAfter(steps: number): void {
      stepsLeft = steps;
    },
    /** Runs the script and returns what it wrote. */
    async run(name = "app.ts", magic = true): Promise<unknown[][]> {
      told.written = [];
      await (await load(name, magic)).run();
      return told.written;
    },
    /** Runs a script that must fail, and returns the report. */
    async failure(name = "app.ts"): Promise<ErrorReport> {
      const script = await modules.load(path(name), { magic: true });
      if ("error" in script) return script.error;
      try {
        await script.run();
      } catch (error) {
        return stack.report(error);
      }
      throw new Error("The script was expected to fail.");
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type TestApp = ReturnType<typeof createTestApp>;

/** Makes apps that are removed after each test. */
export function testApps(afterEach: (clean: () => void) => void) {
  let apps: TestApp[] = [];
  afterEach(() => {
    for (const app of apps) app.remove();
    apps = [];
  });
  return (files: Record<string, string> | string): TestApp => {
    const app = createTestApp(typeof files === "string" ? { "app.ts": files } : files);
    apps.push(app);
    return app;
  };
}
