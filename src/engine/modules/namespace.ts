import type { CompiledModule } from "../host.ts";
import { ModuleError } from "./module-error.ts";

/** Exports of a module as importers see them: live bindings, filled while the module runs. */
export type Namespace = Record<string, unknown>;

/** An empty namespace; the compiled code defines getters on it. */
export function createNamespace(): Namespace {
  return Object.create(null, { [Symbol.toStringTag]: { value: "Module" } }) as Namespace;
}

/** `export * from`: own exports win, `default` is not passed on. */
export function exportAll(exports: Namespace, from: Namespace): void {
  for (const key of Object.keys(from)) {
    if (key === "default" || key in exports) continue;
    Object.defineProperty(exports, key, { enumerable: true, configurable: true, get: () => from[key] });
  }
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Where the source imports a name; line and column count from 1. */
function importPosition(source: string, specifier: string, name: string) {
  const statement = new RegExp(`import\\b[^;"']*\\bfrom\\s*["']${escapePattern(specifier)}["']`, "g");
  for (const match of source.matchAll(statement)) {
    const inside = new RegExp(`(?<![\\w$])${escapePattern(name)}(?![\\w$])`).exec(match[0]);
    if (!inside && name !== "default") continue;
    const offset = match.index + (inside?.index ?? "import ".length);
    const before = source.slice(0, offset);
    const line = before.split("\n").length;
    const start = before.lastIndexOf("\n") + 1;
    return { line, column: offset - start + 1, code: source.slice(start).split(/\r?\n/, 1)[0] ?? "" };
  }
  return { line: 1, column: 1 };
}

function exportsHint(specifier: string, name: string, from: Namespace): string {
  const { default: whole } = "default" in from ? from : { default: undefined };
  const isInDefault = (typeof whole === "object" || typeof whole === "function") && whole !== null && name in whole;
  if (isInDefault) return `Write: import all from "${specifier}"; const { ${name} } = all;`;
  return `It exports: ${Object.keys(from).slice(0, 20).join(", ") || "nothing"}.`;
}

/** Refuses an import of a name that the module does not have, as Node does. */
export function requireNames(importer: CompiledModule, specifier: string, names: string[], from: Namespace): void {
  const absent = names.find((name) => !(name in from));
  if (absent === undefined) return;
  throw new ModuleError({
    name: "SyntaxError",
    message: `The requested module "${specifier}" does not provide an export named "${absent}"`,
    frames: [{ file: importer.id, ...importPosition(importer.source, specifier, absent) }],
    hint: exportsHint(specifier, absent, from),
  });
}
