import type { Host, ImportTarget } from "../host.ts";
import type { Evaluation, Unit } from "./evaluation.ts";
import { ModuleError } from "./module-error.ts";
import type { Namespace } from "./namespace.ts";
import { explainCircle, pathBetween, waitingFor } from "./waiting.ts";

export interface DynamicImportsOptions {
  host: Host;
  /** What `import "rivulet"` and its sub-paths give. */
  rivulet(subpath: string): Record<string, unknown>;
  units: ReadonlyMap<string, Unit>;
  evaluation: Evaluation;
  /** The unit of a local module, compiled if need be. */
  localUnit(id: string): Promise<Unit>;
}

/** A path given to `import()` that the compiler could not see; null for names of packages. */
function pathFrom(importer: string, specifier: string): string | null {
  if (specifier.startsWith("file://")) return decodeURIComponent(new URL(specifier).pathname);
  if (specifier.startsWith("/")) return specifier;
  if (!specifier.startsWith("./") && !specifier.startsWith("../")) return null;
  if (!importer.startsWith("/")) return new URL(specifier, importer).href;
  const folder = importer.slice(0, importer.lastIndexOf("/"));
  const parts = folder.split("/");
  for (const part of specifier.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Makes what `import()` calls, in whichever module it stands. */
export function createDynamicImports({ host, rivulet, units, evaluation, localUnit }: DynamicImportsOptions) {
  /** What a specifier means that was put together while the script ran. */
  async function lateTarget(from: Unit, specifier: string): Promise<ImportTarget> {
    const path = pathFrom(from.id, specifier);
    if (path !== null) return { kind: "local", id: path };
    if (specifier === "rivulet") return { kind: "rivulet", subpath: "." };
    return (await host.resolveLate?.(specifier, from.id)) ?? { kind: "external", url: specifier };
  }

  async function importPackage(url: string): Promise<Namespace> {
    try {
      return await host.importExternal(url);
    } catch (error) {
      const { code, message } = Object(error) as { code?: unknown; message?: unknown };
      if (code !== "ERR_MODULE_NOT_FOUND" || /^[a-z]+:/.test(url) || !String(message).includes(`'${url}'`)) throw error;
      const hint = `Install it: npm install ${url.split("/", url.startsWith("@") ? 2 : 1).join("/")}`;
      throw new ModuleError({ name: "ModuleNotFound", message: `Cannot find module "${url}"`, hint });
    }
  }

  /** How a module leads back to the one under way that imports it; undefined when it does not. */
  function circleOf(unit: Unit, from: Unit): Unit[] | undefined {
    return unit.isDone || !from.underWay ? undefined : pathBetween(unit, from);
  }

  /** Waiting for each other would never end: as in a static circle, what is under way is taken as it is. */
  async function importInCircle(unit: Unit, from: Unit, path: readonly Unit[]): Promise<Namespace> {
    const passing = waitingFor(from, units.values());
    try {
      if (!passing.has(unit)) await evaluation.evaluate(unit, passing);
    } catch (error) {
      explainCircle(error, [from, ...path], (id) => host.displayPath(id));
      throw error;
    }
    return unit.exports;
  }

  return async function importDynamically(from: Unit, specifier: string): Promise<Namespace> {
    const target = from.compiled.imports[specifier] ?? (await lateTarget(from, specifier));
    if (target.kind === "external") return importPackage(target.url);
    if (target.kind === "rivulet") return rivulet(target.subpath);
    const unit = await localUnit(target.id);
    from.dynamic.add(unit);
    const path = circleOf(unit, from);
    if (path) {
      // Code that does not wait for its import comes to its end meanwhile.
      await new Promise<void>((go) => host.soon(go));
      if (circleOf(unit, from)) return importInCircle(unit, from, path);
    }
    await evaluation.evaluate(unit);
    return unit.exports;
  };
}
