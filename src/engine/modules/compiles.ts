import type { ErrorReport } from "../../protocol/messages.ts";
import type { CompiledModule, CompileResult, Host } from "../host.ts";

/** Compiled forms of modules, each asked for once until it is forgotten. */
export interface Compiles {
  compile(id: string, magic: boolean): Promise<CompileResult>;
  /** Compiles what a module imports, wave by wave; the first error in the order of imports wins. */
  below(first: CompiledModule): Promise<{ error: ErrorReport } | Map<string, CompiledModule>>;
  /** The newest compiled form of a module, for stacks; it outlives `forget`. */
  known(id: string): CompiledModule | undefined;
  /** The file changed: it is compiled again when it is needed. */
  forget(id: string): void;
}

function localIds({ links, imports }: CompiledModule): string[] {
  return links.flatMap(({ specifier }) => {
    const target = imports[specifier];
    return target?.kind === "local" ? [target.id] : [];
  });
}

const keyOf = (id: string, magic: boolean): string => `${magic ? "+" : "-"}${id}`;

/** @param isThere True for a module that need not be compiled, as it is in use already. */
export function createCompiles(host: Host, isThere: (id: string) => boolean): Compiles {
  const compiling = new Map<string, Promise<CompileResult>>();
  const known = new Map<string, { module: CompiledModule; magic: boolean }>();

  /** For stacks. A script that is imported, too, is known as the script. */
  function know(module: CompiledModule, magic: boolean): void {
    const other = known.get(module.id);
    if (magic || !other?.magic || other.module.hash !== module.hash) known.set(module.id, { module, magic });
    if (module.scriptName !== undefined) known.set(module.scriptName, { module, magic });
  }

  function compile(id: string, magic: boolean): Promise<CompileResult> {
    const key = keyOf(id, magic);
    let result = compiling.get(key);
    if (result) return result;
    const forget = (): void => {
      if (compiling.get(key) === result) compiling.delete(key);
    };
    result = host.compile(id, { magic }).then((done) => {
      // What went wrong may be mended in another file, so it is tried again.
      if ("error" in done) forget();
      else if (compiling.get(key) === result) know(done.module, magic);
      return done;
    });
    result.catch(forget);
    compiling.set(key, result);
    return result;
  }

  async function below(first: CompiledModule): Promise<{ error: ErrorReport } | Map<string, CompiledModule>> {
    const found = new Map<string, CompiledModule>();
    const asked = new Set<string>();
    let wave = [first];
    while (wave.length > 0) {
      const ids = [...new Set(wave.flatMap(localIds))].filter((id) => !asked.has(id) && !isThere(id));
      for (const id of ids) asked.add(id);
      const results = await Promise.all(ids.map((id) => compile(id, false)));
      wave = [];
      for (const [index, result] of results.entries()) {
        if ("error" in result) return result;
        found.set(ids[index] as string, result.module);
        wave.push(result.module);
      }
    }
    return found;
  }

  return {
    compile,
    below,
    known: (id) => known.get(id)?.module,
    forget(id) {
      compiling.delete(keyOf(id, true));
      compiling.delete(keyOf(id, false));
    },
  };
}
