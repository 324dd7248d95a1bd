import type { CompiledModule, Host } from "../host.ts";
import { circlesOf } from "./components.ts";
import { createMeta } from "./meta.ts";
import { createNamespace, exportAll, type Namespace, requireNames } from "./namespace.ts";
import type { ModuleRuntime } from "./runtime.ts";

/** A module in the registry. It is evaluated once; after an edit another one takes its place. */
export interface Unit {
  readonly id: string;
  readonly compiled: CompiledModule;
  /** Local modules it imports, by specifier; dynamic ones join when they are reached. */
  readonly locals: Map<string, Unit>;
  readonly dynamic: Set<Unit>;
  exports: Namespace;
  isDone: boolean;
  /** The evaluation it is part of. */
  underWay: Promise<void> | undefined;
}

export interface Ports {
  host: Host;
  runtime(moduleId: string): ModuleRuntime;
  rivulet(subpath: string): Namespace;
  around<T>(moduleId: string, body: () => Promise<T>): Promise<T>;
  importDynamically(from: Unit, specifier: string): Promise<Namespace>;
}

/** What compiled code calls to get at an import. The gate holds it once its functions and exports exist. */
type ImportFunction = ((specifier: string) => Namespace) & { gate?: Promise<void> | undefined };

/** Starts one evaluation: everything but exports and imports is made once. */
export type Start = (exports: Namespace, importModule: ImportFunction) => Promise<void>;

export function createUnit(compiled: CompiledModule): Unit {
  return {
    id: compiled.id,
    compiled,
    locals: new Map(),
    dynamic: new Set(),
    exports: createNamespace(),
    isDone: false,
    underWay: undefined,
  };
}

/** The local modules a unit imports statically, in order. */
export function staticUnits(unit: Unit): Unit[] {
  return unit.compiled.links.flatMap(({ specifier }) => unit.locals.get(specifier) ?? []);
}

/** Links a module: its function is made once and can be started often. */
export function createStart(unit: Unit, ports: Ports): Start {
  const fn = ports.host.link(unit.compiled);
  const meta = createMeta(unit.compiled);
  const runtime = ports.runtime(unit.id);
  const importDynamically = (specifier: unknown) => ports.importDynamically(unit, String(specifier));
  return (exports, importModule) => fn(exports, importModule, importDynamically, (from: Namespace) => exportAll(exports, from), undefined, meta, runtime);
}

/** Namespaces of a unit's static imports, which are all evaluated, by specifier. */
export type Imports = Map<string, Namespace>;

export function importFunction(imports: Imports): ImportFunction {
  return (specifier) => imports.get(specifier) as Namespace;
}

const NOBODY: ReadonlySet<Unit> = new Set();

/** Decides in which order modules are evaluated, and does it. */
export type Evaluation = ReturnType<typeof createEvaluation>;

export function createEvaluation(ports: Ports) {
  const external = (url: string): Promise<Namespace> => ports.host.importExternal(url);

  /**
   * Makes all static imports of a unit ready, in the order of the file, and returns them.
   * Members of its own circle are left to the circle; those in `passing` are taken as they are.
   */
  const ready = async (unit: Unit, circle: readonly Unit[] = [], passing = NOBODY): Promise<Imports> => {
    const imports: Imports = new Map();
    for (const { specifier } of unit.compiled.links) {
      if (imports.has(specifier)) continue;
      const target = unit.compiled.imports[specifier];
      if (target?.kind === "external") imports.set(specifier, await external(target.url));
      else if (target?.kind === "rivulet") imports.set(specifier, ports.rivulet(target.subpath));
      else {
        const other = unit.locals.get(specifier) as Unit;
        if (!other.isDone && !circle.includes(other) && !passing.has(other)) await evaluate(other, passing);
        imports.set(specifier, other.exports);
      }
    }
    return imports;
  };

  const checkNames = (unit: Unit, imports: Imports): void => {
    for (const { specifier, names } of unit.compiled.links) {
      const other = unit.locals.get(specifier);
      // In a circle `export *` is filled late.
      if (other && !other.isDone && other.compiled.code.includes("__vite_ssr_exportAll__(")) continue;
      requireNames(unit.compiled, specifier, names, imports.get(specifier) as Namespace);
    }
  };

  const evaluateAlone = async (unit: Unit, passing: ReadonlySet<Unit>): Promise<void> => {
    const imports = await ready(unit, [], passing);
    checkNames(unit, imports);
    const start = createStart(unit, ports);
    await ports.around(unit.id, () => start(unit.exports, importFunction(imports)));
  };

  /** All members exist before the first one runs, as functions are there from the start in circles, too. */
  const evaluateCircle = async (circle: readonly Unit[], passing: ReadonlySet<Unit>): Promise<void> => {
    const held: { unit: Unit; imports: Imports; open: () => void; done: Promise<void> }[] = [];
    const readied: { unit: Unit; imports: Imports }[] = [];
    for (const unit of circle) readied.push({ unit, imports: await ready(unit, circle, passing) });
    for (const { unit, imports } of readied) {
      let open = (): void => {};
      const importModule = importFunction(imports);
      importModule.gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      const start = createStart(unit, ports);
      const done = ports.around(unit.id, () => start(unit.exports, importModule));
      // Told when its turn comes.
      done.catch(() => {});
      held.push({ unit, imports, open, done });
    }
    for (const { unit, imports, open, done } of held) {
      checkNames(unit, imports);
      open();
      await done;
    }
  };

  const run = async (circle: readonly Unit[], passing: ReadonlySet<Unit>): Promise<void> => {
    try {
      const [only] = circle;
      const isAlone = circle.length === 1 && only && !staticUnits(only).includes(only);
      await (isAlone ? evaluateAlone(only, passing) : evaluateCircle(circle, passing));
      for (const member of circle) member.isDone = true;
    } catch (error) {
      // Not kept: the next import tries again.
      for (const member of circle) member.exports = createNamespace();
      throw error;
    } finally {
      for (const member of circle) member.underWay = undefined;
    }
  };

  /** Evaluates a unit and what it imports, unless that has been done. Units in `passing` are not waited for. */
  const evaluate = (unit: Unit, passing = NOBODY): Promise<void> => {
    if (unit.isDone) return Promise.resolve();
    if (unit.underWay) return unit.underWay;
    const circle = circlesOf(unit, (one) => staticUnits(one).filter((other) => !other.isDone && !passing.has(other))).get(unit) ?? [unit];
    const evaluation = run(circle, passing);
    for (const member of circle) member.underWay = evaluation;
    return evaluation;
  };

  return { ready, checkNames, evaluate };
}
