import type { Kind } from "../protocol/kind.ts";
import { CodecError, createEncoder, decode, encode, type Encoder, type TemporalNamespace } from "../protocol/codec.ts";
import type { ErrorReport, WireValue } from "../protocol/messages.ts";
import { createTables } from "../data/tables.ts";
import { fingerprint } from "./fingerprint.ts";
import { createCaches, type Caches } from "./cache/caches.ts";
import { AppError } from "./errors/errors.ts";
import { Reports } from "./errors/reports.ts";
import { sayStray } from "./errors/said.ts";
import type { Engine, EngineSession, Host, OpenOptions } from "./host.ts";
import { createModules, type LoadedScript, type Modules } from "./modules/modules.ts";
import { createPageScripts, type PageScripts } from "./pages/page-scripts.ts";
import { createPagesFolder, type PagesFolder } from "./pages/pages-folder.ts";
import { Payloads } from "./screen/payloads.ts";
import { Place } from "./screen/place.ts";
import { isEqual } from "./screen/reconcile.ts";
import { createRuntime } from "./runtime.ts";
import { type Scope, share, shareCore, within } from "./runs/scope.ts";
import { Session } from "./sessions/session.ts";

export interface EngineOptions {
  host: Host & { busy?: { enter(session: string): void; leave(): void } };
  /** Id of the entry script, or a function that is the script. */
  entry: string | (() => unknown);
  /** All options by full name, such as `runner.magicEnabled`; changed in place by the host. */
  config?: Record<string, unknown>;
  isProduction?: boolean;
  /** What `import … from "rivulet"` gives to scripts, by sub-path. */
  rivulet(subpath: string): Record<string, unknown>;
  temporal?: TemporalNamespace;
  /** True for the engine that stands in when a script is executed by itself. */
  isBare?: boolean;
}

export type ScriptState = { script: Pick<LoadedScript, "run"> } | { error: ErrorReport };

/** What all sessions of one engine share. */
export class EngineCore {
  readonly host: Host;
  readonly busy: { enter(session: string): void; leave(): void };
  readonly payloads: Payloads;
  readonly encoder: Encoder;
  readonly tables = createTables();
  readonly caches: Caches;
  readonly modules: Modules;
  readonly pageScripts: PageScripts;
  readonly pagesFolder: PagesFolder;
  readonly sessions = new Set<Session>();
  readonly reports: Reports;
  /** All options by full name. */
  readonly config: Record<string, unknown>;
  private readonly said = new Set<string>();
  private state: ScriptState | undefined;
  private loading: Promise<void> | undefined;
  private isMagic = true;
  private logged: ErrorReport | undefined;

  constructor(private readonly options: EngineOptions) {
    const { host } = options;
    this.host = host;
    this.payloads = new Payloads((bytes) => host.hash(bytes));
    this.encoder = createEncoder({ onPayload: this.payloads.meet, dropUndefined: true });
    this.busy = options.host.busy ?? { enter: () => {}, leave: () => {} };
    this.config = options.config ?? {};
    const slot = share(host.slot<Scope>(), { isBare: options.isBare ?? false });
    this.modules = createModules({
      host,
      runtime: (module) => createRuntime(module, slot),
      rivulet: options.rivulet,
      keep: () => {
        const scope = slot.get();
        return (body) => slot.run(scope, body);
      },
      around: (module, body) => within({ run: undefined, target: undefined, importing: host.displayPath(module), core: this }, body),
    });
    this.reports = new Reports(this, options.isProduction ?? false, () => (options.rivulet(".").default ?? Place.prototype) as object);
    this.caches = createCaches(this);
    this.pageScripts = createPageScripts(this.modules, () => this.option("runner.magicEnabled", true));
    this.pagesFolder = createPagesFolder(this);
    shareCore(this);
  }

  option<T>(name: string, fallback: T): T {
    return (this.config[name] as T | undefined) ?? fallback;
  }

  /** Id of the entry script; a function has none. */
  get entry(): string {
    return typeof this.options.entry === "string" ? this.options.entry : "";
  }

  /** The entry script if it is ready to run, or the error that stands against it. */
  get ready(): ScriptState | undefined {
    return this.state;
  }

  /** The next run tries to compile again, whether or not a watcher has seen the file change. */
  retryLater(): void {
    if (this.state && "error" in this.state) this.state = undefined;
  }

  /** Runs the entry script's body. */
  runEntry(): Promise<void> {
    return this.state && "script" in this.state ? this.state.script.run() : Promise.resolve();
  }

  /** Writes a compile error to the log, once. */
  sayOnce(error: ErrorReport): void {
    if (this.logged === error) return;
    this.logged = error;
    this.host.log("error", this.reports.describe(undefined, error));
  }

  /** Compiles and imports what the entry script needs. */
  load(): Promise<void> {
    const { entry } = this.options;
    if (typeof entry === "function") {
      this.state = { script: { run: async () => void (await entry()) } };
      return Promise.resolve();
    }
    this.isMagic = this.option("runner.magicEnabled", true);
    this.loading ??= this.modules.load(this.entry, { magic: this.isMagic }).then((result) => {
      this.state = "error" in result ? { error: this.reports.displayed(result.error) } : { script: result };
      this.loading = undefined;
    });
    return this.loading;
  }

  filesChanged(ids: string[]): void {
    this.modules.invalidate(ids);
    this.pagesFolder.look();
    const isEntry = this.modules.isAffected(this.entry);
    if (isEntry) this.state = undefined;
    for (const session of this.sessions) if (isEntry || session.pages.isChanged()) session.scriptChanged();
  }

  /** Options are read when they are used; only magic is compiled in. */
  configChanged(): void {
    const isMagic = this.option("runner.magicEnabled", true);
    if (isMagic !== this.isMagic) this.state = undefined;
  }

  decodeState(bytes: Uint8Array): unknown {
    return decode(bytes, this.options.temporal ? { temporal: this.options.temporal } : {});
  }

  /** Identity of a restored node, from its encoded props. */
  readonly identOf = (bytes: Uint8Array): string | undefined => {
    const props = decode(bytes) as { widget?: { id: string }; key?: string; fragment?: string } | undefined;
    if (props?.widget) return props.widget.id;
    if (props?.fragment) return `fragment:${props.fragment}`;
    return props?.key === undefined ? undefined : `key:${props.key}`;
  };

  /** Valid until the next encoding. */
  encodeProps(kind: Kind, props: object): Uint8Array {
    let bytes: Uint8Array;
    this.payloads.take();
    try {
      bytes = this.encoder.write(props);
    } catch (error) {
      if (!(error instanceof CodecError)) throw error;
      throw new AppError("argument", `st.${kind.name}: ${error.message}`, { hint: "Pass plain values: text, numbers, lists, objects.", cause: error });
    }
    const most = this.option("server.maxMessageSize", 200) * 1_000_000;
    const size = bytes.length + this.payloads.size();
    if (size > most) {
      throw new AppError(
        "message-too-big",
        `st.${kind.name} holds ${(size / 1e6).toFixed(1)} MB, more than the ${most / 1e6} MB that server.maxMessageSize allows`,
        {
          hint: "Show less data, or raise server.maxMessageSize.",
        },
      );
    }
    return bytes;
  }

  /** The same in bytes of their own, tied to the payloads they name. */
  encodeOwn(kind: Kind, props: object): Uint8Array {
    const bytes = this.encodeProps(kind, props).slice();
    const payloads = this.payloads.take();
    if (payloads) this.payloads.tie(bytes, payloads);
    return bytes;
  }

  readonly sameBytes = isEqual;

  readonly isEqual = (a: WireValue, b: WireValue): boolean => {
    if (a === b) return true;
    if (typeof a !== "object" || typeof b !== "object") return false;
    return isEqual(encode(a), encode(b));
  };

  widgetId(kind: string, key: string | undefined, identity: unknown, form: string | undefined, page: string): string {
    const mark = fingerprint(this.encoder.write([identity, form, page]));
    return key === undefined ? `${kind}-${mark}` : `${kind}-${mark}-${key}`;
  }

  /** Says something once in the life of this engine. */
  once(what: string, say: () => void): void {
    if (this.said.has(what)) return;
    this.said.add(what);
    say();
  }

  warnDefaultAndState(key: string, command: string): void {
    if (this.option("global.disableWidgetStateDuplicationWarning", false)) return;
    this.once("default-and-state", () =>
      this.host.log(
        "warning",
        `The widget ${command} with key "${key}" was created with a default value but also had its value set via st.sessionState. ` +
          "The session state wins; leave one of them out.",
      ),
    );
  }

  clearCaches(): void {
    this.caches.clearAll();
  }

  remember(session: Session): void {
    session.uploads.sweep();
    session.media.runOver();
    session.keepSoon();
  }

  forget(session: Session): void {
    this.caches.forget(session);
    this.sessions.delete(session);
  }
}

/** Makes an engine: sessions of one script, run on the host's ports. */
export function createEngine(options: EngineOptions): Engine & { core: EngineCore; strayError(error: unknown, session?: EngineSession): void } {
  const core = new EngineCore(options);
  return {
    core,
    open(open: OpenOptions): EngineSession {
      const session = new Session(core, open);
      core.sessions.add(session);
      if (!core.ready) void core.load();
      return session;
    },
    filesChanged: (ids) => core.filesChanged(ids),
    configChanged: () => core.configChanged(),
    clearCaches: () => core.clearCaches(),
    clearResults: (what) => core.caches.drop(what),
    strayError: (error, session) => sayStray(core, error, session),
    close() {
      for (const session of [...core.sessions]) session.close();
    },
  };
}
