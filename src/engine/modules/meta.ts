import type { CompiledModule } from "../host.ts";
import { ModuleError } from "./module-error.ts";

/** The address of a module: ids are paths or addresses already. */
export function urlOf(id: string): string {
  if (!id.startsWith("/")) return id;
  const path = encodeURI(id).replace(/[?#]/g, encodeURIComponent);
  return `file://${path}`;
}

/** `import.meta` of a module. */
export interface ImportMeta {
  url: string;
  filename?: string;
  dirname?: string;
  resolve(specifier: string): string;
}

function resolveFrom(module: CompiledModule, specifier: string): string {
  const target = module.imports[specifier];
  if (target?.kind === "local") return urlOf(target.id);
  if (target?.kind === "external") return target.url;
  if (target) return specifier;
  if (/^\.{0,2}\//.test(specifier)) return new URL(specifier, urlOf(module.id)).href;
  if (/^[a-z][a-z\d+.-]*:/i.test(specifier)) return specifier;
  throw new ModuleError({
    name: "ModuleNotFound",
    message: `Cannot find module "${specifier}", asked for by import.meta.resolve.`,
    hint: "Install the package, and give its name as a plain text so that it can be looked up when the script is compiled.",
  });
}

/** Makes `import.meta` as Node does: address, path and folder. */
export function createMeta(module: CompiledModule): ImportMeta {
  const { id } = module;
  const meta: ImportMeta = { url: urlOf(id), resolve: (specifier) => resolveFrom(module, String(specifier)) };
  if (!id.startsWith("/")) return meta;
  return { ...meta, filename: id, dirname: id.slice(0, id.lastIndexOf("/")) || "/" };
}
