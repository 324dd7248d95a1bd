import { CodecError, encode } from "../../protocol/codec.ts";
import type { EngineCore } from "../engine.ts";
import { AppError } from "../errors/errors.ts";
import type { CacheStore } from "../host.ts";
import type { Scope } from "../runs/scope.ts";
import type { Flight, Landing } from "./flight.ts";
import type { Settings } from "./options.ts";
import { packDrawn, unpackDrawn } from "./packed-drawing.ts";
import { type Drawn, replay } from "./recording.ts";
import { staleMultiplier } from "./refresh.ts";
import { handOut, keepValue, type KeptValue } from "./share-value.ts";

/** One kept result. */
export interface Entry extends Landing {
  /** The object itself, or the copy that is kept. */
  readonly kept: KeptValue;
  readonly drawn: Drawn | undefined;
  /** The function answers with a promise. */
  readonly isAsync: boolean;
  /** When it grows old, and when it is no good any more, by the host's clock; set when it is stored. */
  fresh: number;
  until: number;
  /** Bytes, where there is a limit for them. */
  size: number;
}

interface Packed {
  value: unknown;
  isAsync: boolean;
  drawn: unknown;
}

/** The results of one function, by key. */
export class Store {
  readonly flights = new Map<string, Flight>();
  /** Results that are computed anew while the old one is handed out; after a failure, when to try again. */
  readonly refreshes = new Map<string, "under way" | number>();
  /** Milliseconds the last synchronous computation took; undefined before there was one. */
  took: number | undefined;
  private readonly entries = new Map<string, Entry>();
  private nextSweep = 0;
  private bytes = 0;
  /** Where results are kept beyond this process. */
  private readonly disk: CacheStore | undefined;

  constructor(
    private readonly core: EngineCore,
    readonly name: string,
    private readonly isResource: boolean,
    /** Those of the newest declaration: its functions may have changed. */
    public settings: Settings,
    private readonly prefix: string,
  ) {
    this.disk = settings.persists ? core.host.cacheStore : undefined;
  }

  get size(): number {
    return this.entries.size;
  }

  find(key: string): Entry | undefined {
    const entry = this.entries.get(key);
    if (entry === undefined) return this.disk && this.read(key, this.disk);
    if (entry.until !== Number.POSITIVE_INFINITY && this.core.host.now() >= entry.until) {
      this.remove(key, entry);
      return undefined;
    }
    const { maxEntries, maxSize } = this.settings;
    if (maxEntries !== Number.POSITIVE_INFINITY || maxSize !== Number.POSITIVE_INFINITY) {
      this.entries.delete(key);
      this.entries.set(key, entry);
    }
    return entry;
  }

  /** Makes an entry of a result: a copy of data, or the resource itself. */
  entry(result: unknown, drawn: Drawn | undefined, isAsync: boolean): Entry {
    const { copy } = this.settings;
    if (this.isResource) return this.made({ value: result, own: undefined, hasTwins: false }, drawn, isAsync);
    const plain = typeof copy === "object" ? copy.encode(result) : result;
    return this.made(keepValue(plain, this.name, copy === false), drawn, isAsync);
  }

  put(key: string, entry: Entry): void {
    const { ttl, maxEntries, maxSize, refreshesBehind } = this.settings;
    if (ttl !== Number.POSITIVE_INFINITY) {
      const now = this.core.host.now();
      entry.fresh = now + ttl * 1000;
      entry.until = refreshesBehind ? now + ttl * staleMultiplier(this.core) * 1000 : entry.fresh;
      this.sweep(now, ttl);
    }
    if (maxSize !== Number.POSITIVE_INFINITY) entry.size = this.sizeOf(entry);
    const before = this.entries.get(key);
    if (before) this.remove(key, before);
    this.entries.set(key, entry);
    this.bytes += entry.size;
    if (this.disk) this.write(key, entry, this.disk);
    if (entry.size > maxSize) this.warnOfSize(entry.size, maxSize);
    while (this.entries.size > maxEntries || (this.bytes > maxSize && this.entries.size > 1)) {
      const [oldest, dropped] = this.entries.entries().next().value as [string, Entry];
      this.remove(oldest, dropped);
    }
  }

  /** Drops one result, and what is being computed for it is no longer kept. */
  delete(key: string): void {
    const entry = this.entries.get(key);
    if (entry) this.remove(key, entry);
    this.flights.delete(key);
    this.disk?.delete(this.fileOf(key));
  }

  clear(): void {
    for (const [key, entry] of [...this.entries]) this.remove(key, entry);
    this.flights.clear();
    this.disk?.clear(this.prefix);
  }

  /** Lets go of everything in memory: a newer version of the function has taken its place. */
  retire(): void {
    for (const [key, entry] of [...this.entries]) this.remove(key, entry);
    this.flights.clear();
  }

  /** True when an old result is to be computed anew now, and nobody does it yet. */
  wantsRefresh(key: string, entry: Entry): boolean {
    const now = this.core.host.now();
    if (now < entry.fresh) return false;
    const refresh = this.refreshes.get(key);
    return refresh === undefined || (refresh !== "under way" && now >= refresh);
  }

  /** Puts a new result in the place of an old one, unless that was cleared meanwhile. */
  renew(key: string, old: Entry, entry: Entry): void {
    if (this.entries.get(key) === old) this.put(key, entry);
    else this.release(entry);
  }

  private remove(key: string, entry: Entry): void {
    this.entries.delete(key);
    this.bytes -= entry.size;
    this.release(entry);
  }

  /** Nobody will get this result any more. */
  private release(entry: Entry): void {
    const { onRelease } = this.settings;
    if (!onRelease) return;
    const failed = (error: unknown): void => {
      this.core.host.log("error", `onRelease of the cached function ${this.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    };
    try {
      const result = onRelease(entry.kept.value);
      if (result instanceof Promise) result.catch(failed);
    } catch (error) {
      failed(error);
    }
  }

  /** Results nobody asks for again must not pile up. */
  private sweep(now: number, ttl: number): void {
    if (now < this.nextSweep) return;
    this.nextSweep = now + ttl * 1000;
    for (const [key, entry] of [...this.entries]) if (now >= entry.until) this.remove(key, entry);
  }

  private made(kept: KeptValue, drawn: Drawn | undefined, isAsync: boolean): Entry {
    const { core, name, isResource } = this;
    const { copy } = this.settings;
    const isShared = isResource || typeof kept.value !== "object" || kept.value === null;
    const take = (scope: Scope | undefined): unknown => {
      if (typeof copy === "object") return copy.decode(handOut(kept, false, name));
      if (isShared) return kept.value;
      if (copy) return handOut(kept, false, name);
      scope?.run?.frozen.add(name);
      return handOut(kept, true, name);
    };
    return {
      kept,
      drawn,
      isAsync,
      fresh: Number.POSITIVE_INFINITY,
      until: Number.POSITIVE_INFINITY,
      size: 0,
      answer(scope) {
        if (drawn) replay(drawn, scope, core);
        return take(scope);
      },
    };
  }

  private sizeOf({ kept }: Entry): number {
    try {
      return encode(kept.value, { references: true }).length;
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      throw new AppError("cache", `The size of what '${this.name}' returns cannot be told, so maxSize cannot hold: ${error.message}`, {
        hint: "Return plain data, or limit the results by maxEntries.",
      });
    }
  }

  private warnOfSize(size: number, maxSize: number): void {
    this.core.once(`cache-size ${this.name}`, () => {
      this.core.host.log("warning", `A result of the cached function ${this.name} takes ${size} bytes, more than its maxSize of ${maxSize}. It is kept alone.`);
    });
  }

  private fileOf(key: string): string {
    return `${this.prefix}${this.core.host.hash(key)}`;
  }

  private read(key: string, disk: CacheStore): Entry | undefined {
    const file = this.fileOf(key);
    const bytes = disk.get(file);
    if (bytes === undefined) return undefined;
    try {
      const { value, isAsync, drawn } = this.core.decodeState(bytes) as Packed;
      const entry = this.made(keepValue(value, this.name, this.settings.copy === false), unpackDrawn(drawn, this.core), isAsync);
      if (this.settings.maxSize !== Number.POSITIVE_INFINITY) entry.size = bytes.length;
      this.entries.set(key, entry);
      this.bytes += entry.size;
      return entry;
    } catch {
      // Cut off, or of another version: as if it were not there.
      disk.delete(file);
      return undefined;
    }
  }

  private write(key: string, entry: Entry, disk: CacheStore): void {
    const packed: Packed = { value: entry.kept.value, isAsync: entry.isAsync, drawn: packDrawn(entry.drawn, this.core) };
    try {
      disk.set(this.fileOf(key), encode(packed, { references: true }));
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      this.entries.delete(key);
      throw new AppError("cache", `The return value of '${this.name}' cannot be kept on disk: ${error.message}`, {
        hint: "Return plain data, or leave out persist.",
      });
    }
  }
}
