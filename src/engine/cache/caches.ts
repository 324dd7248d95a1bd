import type { EngineCore } from "../engine.ts";
import { sourceTextOf } from "../originals.ts";
import { AppError } from "../errors/errors.ts";
import { OFFLOADED, type OffloadedFrom } from "../offload/offload.ts";
import { Place } from "../screen/place.ts";
import type { ClearedResults } from "../host.ts";
import type { Scope } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { CACHED, type Declaration } from "./declaration.ts";
import { createValueHasher, type ValueHasher } from "./hash-value.ts";
import { Store } from "./store.ts";

export type CacheKind = "data" | "resource";

/** All caches of one engine. */
export interface Caches {
  readonly core: EngineCore;
  /** Stands for values in keys, unless the author has hash functions. */
  readonly hasher: ValueHasher;
  storeOf(declaration: Declaration, scope: Scope | undefined): Store;
  /** A hasher with the author's own recipes. */
  hasherWith(hashFuncs: NonNullable<Declaration["settings"]["hashFuncs"]>): ValueHasher;
  /** From now on this object is told apart by identity in keys. */
  identify(value: object): void;
  /** Drops every result of one kind, in all engines of the app. */
  clear(kind: CacheKind): void;
  /** Drops all results of one function, or a single one, in all engines of the app. */
  clearOf(declaration: Declaration, store: Store, key?: string): void;
  /** Drops results here, because another engine has done so. */
  drop(what: ClearedResults): void;
  clearAll(): void;
  /** A session is over: its own results go. */
  forget(session: Session): void;
}

/** Caches of one function: a changed option makes another, a changed source drops them all. */
interface Versions {
  source: string;
  stores: Map<string, Store>;
}

/** Declarations of one place with different options, as a function that makes cached functions has them. */
const MOST_VERSIONS = 16;

type Shelf = Record<CacheKind, Map<string, Versions>>;
const newShelf = (): Shelf => ({ data: new Map(), resource: new Map() });

export function createCaches(core: EngineCore): Caches {
  const { host } = core;
  const common = newShelf();
  const ofSessions = new Map<Session, Shelf>();
  const names = createNames(core, (declaration) => caches.storeOf(declaration, undefined));
  const hasherWith = (hashFuncs: Parameters<Caches["hasherWith"]>[0]): ValueHasher =>
    createValueHasher({ hash: (value) => host.hash(value), hashFuncs, byIdentity: names.of });

  const shelfOf = ({ settings, name }: Declaration, scope: Scope | undefined): Shelf => {
    if (!settings.isPerSession) return common;
    const session = scope?.run?.live;
    if (!session) throw outsideSession(name);
    let shelf = ofSessions.get(session);
    if (!shelf) {
      shelf = newShelf();
      ofSessions.set(session, shelf);
    }
    return shelf;
  };

  const clearHere = (kind: CacheKind): void => {
    for (const shelf of [common, ...ofSessions.values()]) {
      for (const { stores } of shelf[kind].values()) for (const store of stores.values()) store.clear();
    }
    if (kind === "data") host.cacheStore?.clear("");
  };

  const caches: Caches = {
    core,
    hasher: hasherWith([]),
    hasherWith,
    storeOf(declaration, scope) {
      const { kind, identity, source, settings, name } = declaration;
      const places = shelfOf(declaration, scope)[kind];
      let versions = places.get(identity);
      if (versions?.source !== source) {
        if (versions) retire(versions);
        versions = { source, stores: new Map() };
        places.set(identity, versions);
      }
      let store = versions.stores.get(settings.mark);
      if (!store) {
        const prefix = settings.persists ? `${host.hash(identity)}/${host.hash(`${source}|${settings.mark}`).slice(0, 8)}-` : "";
        store = new Store(core, name, kind === "resource", settings, prefix);
        versions.stores.set(settings.mark, store);
        if (versions.stores.size > MOST_VERSIONS) retireOldest(versions);
      }
      return store;
    },
    identify: names.give,
    clear(kind) {
      clearHere(kind);
      host.resultsCleared?.({ kind });
    },
    clearOf({ kind, identity, settings }, store, key) {
      if (key === undefined) store.clear();
      else store.delete(key);
      if (!settings.isPerSession) host.resultsCleared?.({ kind, of: { identity, mark: settings.mark, key } });
    },
    drop({ kind, of }) {
      if (!of) return clearHere(kind);
      const store = common[kind].get(of.identity)?.stores.get(of.mark);
      if (of.key === undefined) store?.clear();
      else store?.delete(of.key);
    },
    clearAll() {
      clearHere("data");
      clearHere("resource");
    },
    forget(session) {
      const shelf = ofSessions.get(session);
      ofSessions.delete(session);
      if (shelf) for (const kind of [shelf.data, shelf.resource]) for (const versions of kind.values()) retire(versions);
    },
  };
  return caches;
}

function retire({ stores }: Versions): void {
  for (const store of stores.values()) store.retire();
}

function retireOldest({ stores }: Versions): void {
  const [mark, store] = stores.entries().next().value as [string, Store];
  stores.delete(mark);
  store.retire();
}

/** Names for what is told apart by identity: resources, cached functions, classes, places on the page. */
function createNames(core: EngineCore, storeOf: (declaration: Declaration) => Store) {
  const given = new WeakMap<object, string>();
  const busy = new Set<Declaration>();
  // What one process calls a resource means nothing in another one.
  let process: string | undefined;
  let count = 0;

  const ofCached = (declaration: Declaration): string => {
    // Two cached functions that call each other: the first one's variables are being looked at already.
    if (busy.has(declaration)) return declaration.identity;
    busy.add(declaration);
    try {
      const variables = declaration.settings.isPerSession ? "" : declaration.keyOf(storeOf(declaration), undefined, []);
      return `cached:${declaration.identity}|${declaration.source}|${variables}`;
    } finally {
      busy.delete(declaration);
    }
  };

  const ofFunction = (value: object): string | undefined => {
    const declaration = (value as { [CACHED]?: Declaration })[CACHED];
    if (declaration) return ofCached(declaration);
    const from = (value as { [OFFLOADED]?: OffloadedFrom })[OFFLOADED];
    if (from) return `offloaded:${from()}`;
    const text = sourceTextOf(value);
    const { name } = value as { name: string };
    if (text.startsWith("class")) return `class:${core.host.hash(text)}`;
    return text.endsWith("{ [native code] }") && !name.startsWith("bound ") && name !== "" ? `native:${name}` : undefined;
  };

  return {
    give(value: object): void {
      if (given.has(value)) return;
      process ??= core.host.randomId();
      count += 1;
      given.set(value, `${process}-${count}`);
    },
    of(value: object): string | undefined {
      const known = given.get(value);
      if (known !== undefined) return known;
      if (typeof value === "function") return ofFunction(value);
      // Drawing into it is refused with better words.
      return value instanceof Place ? "place" : undefined;
    },
  };
}

function outsideSession(name: string): AppError {
  return new AppError("cache", `The cached function '${name}' has scope "session", and was called where there is no session`, {
    hint: "Call it while the script runs, outside of other cached functions, or leave out the scope.",
  });
}
