import type { EngineCore } from "../engine.ts";
import { compareNames, fileName, type PageName } from "./page-name.ts";
import type { Entry } from "./entry.ts";

const SCRIPT = /\.[cm]?[jt]sx?$/;
const NO_PAGE = /^(\.|(index|__init__)\.[^.]+$)|\.d\.[cm]?ts$|\.(test|spec)\.[^.]+$/;

/** The pages that the folder `pages/` beside the entry script makes; the same for all sessions. */
export interface PagesFolder {
  /** Entry script first; empty when there is no other page or the script declares its pages itself. */
  entries(): readonly Entry[];
  /** False when the file of a page is missing, as far as the host can tell. */
  hasFile(path: string): boolean;
  /** The folder, or another file, may have changed. */
  look(): void;
  /** A run called `st.navigation`: from now on only that counts. */
  declare(): void;
  /** The script only looked as if it declared its pages. True when that brings pages. */
  undeclared(): boolean;
}

export function createPagesFolder(core: EngineCore): PagesFolder {
  let found: Entry[] | undefined;
  /** Asked for in every run; a look at the disk would be its slowest part. */
  const present = new Set<string>();
  let declares: boolean | undefined;
  let text: string | undefined;
  let looksDeclared = false;

  /** Until the first run has told, the script's text does: else a page of the folder might run before it. */
  const mayDeclare = (): boolean => {
    if (declares !== undefined) return declares;
    const source = core.modules.compiled(core.entry)?.source ?? "";
    if (source !== text) looksDeclared = /\bnavigation\s*\(/.test(source);
    text = source;
    return looksDeclared;
  };

  const read = (): Entry[] => {
    const { host, entry } = core;
    if (entry === "" || !host.listPages) return [];
    const files = host.listPages(entry).filter(({ path }) => isPage(path));
    if (files.length === 0) return [];
    const named = files.map(({ path }) => ({ id: path, name: fileName(path) })).toSorted((a, b) => compareNames(a.name, b.name));
    const main = entryOf(entry, { ...fileName(entry), path: "" });
    const taken = new Map<string, number>();
    return [main, ...named.map(({ id, name }) => entryOf(id, { ...name, path: unique(name.path, taken) }))];
  };

  return {
    entries() {
      if (mayDeclare()) return [];
      found ??= read();
      return found;
    },
    hasFile(path) {
      if (present.has(path)) return true;
      const { host, entry } = core;
      if (host.pageExists?.(host.resolvePage(entry, path)) === false) return false;
      present.add(path);
      return true;
    },
    look() {
      found = undefined;
      present.clear();
    },
    declare() {
      if (declares) return;
      declares = true;
      if (read().length === 0) return;
      core.host.log("warning", "st.navigation was called, so the pages/ folder is ignored. Rename the folder, or leave st.navigation out.");
    },
    undeclared() {
      if (declares !== undefined || !mayDeclare()) return false;
      declares = false;
      return this.entries().length > 0;
    },
  };
}

function isPage(path: string): boolean {
  const file = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return SCRIPT.test(file) && !NO_PAGE.test(file);
}

/** The first file has the path of its name; namesakes get a number, so that the menu reaches them. */
function unique(path: string, taken: Map<string, number>): string {
  const before = taken.get(path) ?? 0;
  taken.set(path, before + 1);
  return before === 0 ? path : unique(`${path}_${before + 1}`, taken);
}

function entryOf(id: string, { path, title, icon }: PageName): Entry {
  return { key: path, path, ownPath: path, title, icon, hidden: false, id };
}
