import { AppError } from "../errors/errors.ts";
import { ModuleError } from "../modules/module-error.ts";
import type { LoadedScript, Modules } from "../modules/modules.ts";

/** Page files that were loaded; they run afresh at every visit and are compiled again after an edit only. */
export interface PageScripts {
  /** Runs a page file; `around` surrounds the run itself, not the loading. */
  run(id: string, around: (body: () => Promise<void>) => Promise<void>): Promise<void>;
  /** True when the page, or something it imports, changed since it was loaded. */
  isChanged(id: string): boolean;
}

export function createPageScripts(modules: Pick<Modules, "load" | "isAffected">, isMagic: () => boolean): PageScripts {
  const loaded = new Map<string, LoadedScript>();

  async function load(id: string, key: string): Promise<LoadedScript> {
    const result = await modules.load(id, { magic: isMagic() });
    if ("error" in result) throw new ModuleError(result.error);
    loaded.set(key, result);
    return result;
  }

  return {
    run(id, around) {
      const key = `${isMagic() ? "+" : "-"}${id}`;
      const script = loaded.get(key);
      if (script && !modules.isAffected(id)) return around(() => script.run());
      return load(id, key).then((fresh) => around(() => fresh.run()));
    },
    isChanged: (id) => modules.isAffected(id),
  };
}

/** Something waited for: `used` is told once somebody awaits it or handles its failure. */
export function watched(work: Promise<void>, used: () => void): Promise<void> {
  return {
    // It stands for the promise and only notes that it is awaited.
    then(done, failed) {
      used();
      return work.then(done, failed);
    },
    catch(failed) {
      used();
      return work.catch(failed);
    },
    finally(always) {
      used();
      return work.finally(always);
    },
    [Symbol.toStringTag]: "Promise",
  };
}

export function noSuchFile(path: string): AppError {
  return new AppError("page", `st.Page: the file ${path} could not be found`, {
    hint: "Paths of pages are relative to the entry script, and end in .ts, .tsx, .js or the like.",
  });
}
