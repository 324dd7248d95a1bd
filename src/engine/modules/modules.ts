import type { ErrorReport } from "../../protocol/messages.ts";
import type { CompiledModule, Host } from "../host.ts";
import { createCompiles } from "./compiles.ts";
import { createDynamicImports } from "./dynamic-imports.ts";
import { createEvaluation, createStart, createUnit, importFunction, type Ports, staticUnits, type Unit } from "./evaluation.ts";
import { ModuleError } from "./module-error.ts";
import { createNamespace, type Namespace } from "./namespace.ts";
import { createOrigins, type Origin } from "./origins.ts";
import type { ModuleRuntime } from "./runtime.ts";

export interface LoadedScript {
  readonly id: string;
  /** Hash of the script's own source. */
  readonly hash: string;
  /** Ids of all local modules it needs, itself first; dynamic imports join when they are reached. */
  readonly dependencies: string[];
  /** Runs the script afresh. The first time it evaluates the modules it imports; later it waits for nothing. */
  run(): Promise<void>;
}

export interface ModulesOptions {
  host: Host;
  /** Makes the `__rv` of a module; asked once per linked module. */
  runtime(moduleId: string): ModuleRuntime;
  /** What `import "rivulet"` and its sub-paths give; `subpath` is "." or "./testing" and so on. */
  rivulet(subpath: string): Record<string, unknown>;
  /** Wraps the evaluation of an imported module (never that of a script). */
  around<T>(moduleId: string, body: () => Promise<T>): Promise<T>;
  /** Takes what is current now, for a script that starts only after its imports are there. Default: nothing to take. */
  keep?(): <T>(body: () => T) => T;
}

export interface Modules {
  /** Compiles a script and what it imports, unless known. Errors of the code itself come from `run()`. */
  load(entryId: string, options: { magic: boolean }): Promise<{ error: ErrorReport } | LoadedScript>;
  /** Files changed: they and all that import them are compiled and evaluated again when next needed. */
  invalidate(ids: string[]): void;
  /** True when a script must be loaded again: it or something it needs changed, or it was never loaded well. */
  isAffected(entryId: string): boolean;
  /** The compiled form of a module, for stacks. */
  compiled(id: string): CompiledModule | undefined;
  /** Imports a local module, as a script would. */
  importLocal(id: string): Promise<Record<string, unknown>>;
  /** Which local module exports a function, and under which name. */
  originOf(fn: object): Origin | undefined;
}

interface Script {
  unit: Unit;
  loaded: LoadedScript;
}

/** Everything a unit needs, itself first. */
function reachable(unit: Unit): Set<Unit> {
  const found = new Set([unit]);
  for (const one of found) for (const other of [...staticUnits(one), ...one.dynamic]) found.add(other);
  return found;
}

/** What is not there has no place to show: the stack tells where it was asked for. */
function dynamicFailure(report: ErrorReport): ModuleError {
  const { frames: _, ...rest } = report;
  return new ModuleError(report.name === "FileNotFound" ? rest : report);
}

/**
 * Makes the registry of local modules: scripts run afresh each time, what they import is evaluated once and shared.
 *
 * @param options The host and what the engine gives to modules.
 * @returns Loads scripts and forgets modules that changed.
 * @example
 * const script = await modules.load("/app/main.ts", { magic: true });
 * if (!("error" in script)) await script.run();
 */
export function createModules(options: ModulesOptions): Modules {
  const { host } = options;
  const units = new Map<string, Unit>();
  const scripts = new Map<string, Script>();
  const loading = new Map<string, Promise<{ error: ErrorReport } | LoadedScript>>();
  /** Grows with every invalidation, so that a load under way can tell. */
  let version = 0;

  const origins = createOrigins(units);
  const compiles = createCompiles(host, (id) => units.has(id));
  const ports: Ports = { ...options, importDynamically: (from, specifier) => importDynamically(from, specifier) };
  const evaluation = createEvaluation(ports);
  const importDynamically = createDynamicImports({ host, rivulet: options.rivulet, units, evaluation, localUnit });

  function bind(unit: Unit): void {
    for (const { specifier } of unit.compiled.links) {
      const target = unit.compiled.imports[specifier];
      if (target?.kind === "local") unit.locals.set(specifier, units.get(target.id) as Unit);
    }
  }

  /** A unit for a compiled module with units for all it imports; undefined when files changed meanwhile. */
  async function unitWithImports(
    compiled: CompiledModule,
    since: number,
    make: (compiled: CompiledModule) => Unit,
  ): Promise<{ error: ErrorReport } | Unit | undefined> {
    const below = await compiles.below(compiled);
    if (version !== since) return undefined;
    if (!(below instanceof Map)) return below;
    const added: Unit[] = [];
    for (const [id, module] of below) {
      if (units.has(id)) continue;
      const unit = createUnit(module);
      units.set(id, unit);
      added.push(unit);
    }
    const unit = make(compiled);
    for (const one of [...added, unit]) bind(one);
    return unit;
  }

  function createScript(unit: Unit): LoadedScript {
    let invoke: (() => Promise<void>) | undefined;
    const prepare = async (): Promise<() => Promise<void>> => {
      // A module may import the script: then it gets a shared twin of it, which is evaluated as the root it is.
      const twin = units.get(unit.id);
      if (twin && reachable(unit).has(twin)) await evaluation.evaluate(twin);
      const imports = await evaluation.ready(unit);
      evaluation.checkNames(unit, imports);
      const importModule = importFunction(imports);
      const start = createStart(unit, ports);
      return () => start(createNamespace(), importModule);
    };
    return {
      id: unit.id,
      hash: unit.compiled.hash,
      get dependencies() {
        return [...new Set([...reachable(unit)].map((one) => one.id))];
      },
      run() {
        if (invoke) return invoke();
        const inside = options.keep?.() ?? ((body) => body());
        return prepare().then((prepared) => {
          invoke = prepared;
          return inside(prepared);
        });
      },
    };
  }

  async function loadScript(entryId: string, magic: boolean): Promise<{ error: ErrorReport } | LoadedScript> {
    for (;;) {
      const since = version;
      const result = await compiles.compile(entryId, magic);
      if (version !== since) continue;
      if ("error" in result) return result;
      const unit = await unitWithImports(result.module, since, createUnit);
      if (!unit) continue;
      if ("error" in unit) return unit;
      const loaded = createScript(unit);
      scripts.set(scriptKey(entryId, magic), { unit, loaded });
      return loaded;
    }
  }

  function scriptKey(entryId: string, magic: boolean): string {
    return `${magic ? "+" : "-"}${entryId}`;
  }

  async function localUnit(id: string): Promise<Unit> {
    for (;;) {
      const existing = units.get(id);
      if (existing) return existing;
      const since = version;
      const result = await compiles.compile(id, false);
      if (version !== since) continue;
      if ("error" in result) throw dynamicFailure(result.error);
      // Found under another name (`./x` for `./x.ts`): only the file's own name is told when it changes.
      if (result.module.id !== id) compiles.forget(id);
      const unit = await unitWithImports(result.module, since, (compiled) => {
        const made = units.get(compiled.id) ?? createUnit(compiled);
        units.set(compiled.id, made);
        return made;
      });
      if (unit && "error" in unit) throw new ModuleError(unit.error);
      if (unit) return unit;
    }
  }

  async function importLocal(id: string): Promise<Namespace> {
    const unit = await localUnit(id);
    await evaluation.evaluate(unit);
    return unit.exports;
  }

  return {
    load(entryId, { magic }) {
      const key = scriptKey(entryId, magic);
      const script = scripts.get(key);
      if (script) return Promise.resolve(script.loaded);
      let load = loading.get(key);
      if (!load) {
        load = loadScript(entryId, magic).finally(() => loading.delete(key));
        loading.set(key, load);
      }
      return load;
    },
    invalidate(ids) {
      version += 1;
      const changed = new Set(ids);
      const isStale = (unit: Unit): boolean => [...reachable(unit)].some((one) => changed.has(one.id));
      // Importers are asked for again, too: what their imports mean may have changed. Hosts keep what did not.
      const forgotten = new Set(ids);
      for (const [id, unit] of units) {
        if (!isStale(unit)) continue;
        origins.note(unit);
        units.delete(id);
        forgotten.add(id);
      }
      for (const [key, { unit }] of scripts) if (isStale(unit) && scripts.delete(key)) forgotten.add(unit.id);
      for (const id of forgotten) compiles.forget(id);
    },
    isAffected: (entryId) => !scripts.has(`+${entryId}`) && !scripts.has(`-${entryId}`),
    compiled: compiles.known,
    importLocal,
    originOf: origins.of,
  };
}
