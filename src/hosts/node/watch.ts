import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, type Stats, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

import { type FSWatcher, watch as watchFiles } from "chokidar";

import type { Log } from "./threads/log.ts";

export interface WatchOptions {
  /** `server.fileWatcherType`. */
  type: string;
  /** The entry script; always watched. */
  entry: string;
  /** Settings and secrets; need not exist. */
  settings: readonly string[];
  /** `server.folderWatchBlacklist` and `server.folderWatchList`. */
  ignored: readonly string[];
  folders: readonly string[];
  log: Log;
  /** Code changed. */
  onCode(ids: string[]): void;
  /** A file of settings or secrets changed. */
  onSettings(files: string[]): void;
}

export interface Watch {
  /** A module became part of the app. */
  add(id: string): void;
  /** Further files of settings. */
  addSettings(files: readonly string[]): void;
  /** Resolves when the files named so far are being watched. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** Changes within this time are told together, as editors write in several steps. */
const GATHER_MS = 30;
const POLL_MS = 300;
/** Of two saves in quick succession the system may report one: what changed is looked at once more after this time. */
const AGAIN_MS = 120;

/** Content of a file or list of a folder, as one text to compare; empty when there is nothing. */
function contentOf(path: string): string {
  try {
    if (statSync(path).isDirectory()) return readdirSync(path).toSorted().join("\n");
    return createHash("sha1").update(readFileSync(path)).digest("hex");
  } catch {
    return "";
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Calls `tell` with everything that was added, a moment after the first. */
function gather(tell: (paths: string[]) => void): { add(path: string): void; stop(): void } {
  let paths = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  return {
    add(path) {
      paths.add(path);
      timer ??= setTimeout(() => {
        timer = undefined;
        const ready = [...paths];
        paths = new Set();
        tell(ready);
      }, GATHER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

const NOTHING: Watch = { add: () => {}, addSettings: () => {}, ready: () => Promise.resolve(), close: () => Promise.resolve() };

/**
 * Watches the script, the modules it imports, its pages and its settings. A file that is only touched does not count.
 *
 * @param options What to watch and whom to tell.
 * @returns Takes further modules as they become known.
 * @example const watch = createWatch(options); watch.add("/app/helper.ts"); await watch.close();
 */
export function createWatch(options: WatchOptions): Watch {
  if (options.type === "none") return NOTHING;
  const contents = new Map<string, string>();
  const settings = new Set(options.settings.map((file) => resolve(file)));
  const pages = join(dirname(options.entry), "pages");
  const roots = [pages, ...options.folders.map((folder) => resolve(folder))];
  const ignored = options.ignored.map((folder) => resolve(folder) + sep);
  const code = gather(options.onCode);
  const other = gather(options.onSettings);
  const again = new Map<string, NodeJS.Timeout>();
  let watcher: FSWatcher;
  let isPolling = options.type === "poll";
  let lateLook: NodeJS.Timeout | undefined;

  const isCode = (path: string): boolean => /\.[cm]?[jt]sx?$/.test(path) && !basename(path).startsWith(".");
  const changed = (path: string): void => {
    const before = contents.get(path);
    const content = contentOf(path);
    if (before === content) return;
    contents.set(path, content);
    if (settings.has(path)) other.add(path);
    else if (before !== undefined || (roots.some((root) => path.startsWith(root + sep)) && isCode(path))) code.add(path);
  };

  /** Folders are watched rather than files: a file may be replaced, go and come back, and a folder knows. */
  const folders = new Set<string>();
  const watched = new Set<string>();
  /** Of a folder that is still to come, the one above it is watched: asked for itself, it would be ready too early. */
  const look = (folder: string): string => {
    const present = existsSync(folder) ? folder : dirname(folder);
    folders.add(folder);
    folders.add(present);
    watched.add(present);
    return present;
  };
  const isInside = (path: string): boolean => roots.some((root) => path === root || path.startsWith(root + sep));
  const isOutside = (path: string, stats: Stats | undefined): boolean => {
    if (path.includes(`${sep}node_modules`) || ignored.some((folder) => `${path}${sep}`.startsWith(folder))) return true;
    if (!stats) return false;
    if (stats.isDirectory()) return !folders.has(path) && !isInside(path);
    return !contents.has(path) && !(isInside(path) && isCode(path));
  };

  const open = (): FSWatcher => {
    const next = watchFiles([...watched], { ignoreInitial: true, usePolling: isPolling, interval: POLL_MS, ignored: isOutside });
    next.on("all", (event, path) => {
      if (event === "addDir" || event === "unlinkDir") return;
      changed(path);
      clearTimeout(again.get(path));
      again.set(
        path,
        setTimeout(() => again.delete(path) && changed(path), AGAIN_MS),
      );
    });
    next.on("error", (error) => {
      const { code: reason } = error as NodeJS.ErrnoException;
      if (isPolling || (reason !== "ENOSPC" && reason !== "EMFILE")) return options.log("warning", `Watching files: ${(error as Error).message}`);
      isPolling = true;
      options.log("warning", `The system watches no more files (${reason}), so they are looked at every ${POLL_MS} ms instead.`);
      void next.close();
      watcher = open();
    });
    return next;
  };

  for (const file of [options.entry, ...settings]) {
    contents.set(file, contentOf(file));
    look(dirname(file));
  }
  // Pages that are there already are compared, new ones are news.
  for (const root of roots) {
    look(root);
    for (const name of namesIn(root)) contents.set(join(root, name), contentOf(join(root, name)));
  }
  watcher = open();
  let isReady = new Promise<void>((done) => watcher.once("ready", done));
  // A poll compares with what it saw first; what was saved before that first look is found here.
  void isReady.then(() => {
    if (isPolling) lateLook = setTimeout(() => [...contents.keys()].forEach(changed), 2 * POLL_MS);
  });
  const add = (path: string): void => {
    if (contents.has(path)) return;
    contents.set(path, contentOf(path));
    // Its folder may be watched already, but without this file.
    watcher.add(watched.has(dirname(path)) ? path : look(dirname(path)));
    isReady = isReady.then(() => new Promise((done) => setTimeout(done, 50)));
  };
  return {
    add(id) {
      if (!ignored.some((folder) => id.startsWith(folder))) add(id);
    },
    addSettings(files) {
      for (const file of files.map((path) => resolve(path))) {
        settings.add(file);
        add(file);
      }
    },
    ready: () => isReady,
    async close() {
      code.stop();
      other.stop();
      for (const timer of again.values()) clearTimeout(timer);
      clearTimeout(lateLook);
      await watcher.close();
    },
  };
}
