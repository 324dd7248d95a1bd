import type { Kind } from "../protocol/kind.ts";
import { CodecError, createEncoder, decode, encode, type Encoder, type TemporalNamespace } from "../protocol/codec.ts";
import type { ErrorReport, WireValue } from "../protocol/messages.ts";
import { createTables } from "../data/tables.ts";
import { fingerprint } from "./fingerprint.ts";
import { createCaches, type Caches } from "./cache/caches.ts";
import { AppError, ControlSignal, readable } from "./errors/errors.ts";
import { explain } from "./errors/explain.ts";
import { heldNotice } from "../protocol/held-notice.ts";
import type { CompiledModule, Engine, EngineSession, Host, OpenOptions } from "./host.ts";
import { createModules, type LoadedScript, type Modules } from "./modules/modules.ts";
import { createStackMapper, type StackMapper } from "./modules/stack.ts";
import { createPageScripts, type PageScripts } from "./pages/page-scripts.ts";
import { createPagesFolder, type PagesFolder } from "./pages/pages-folder.ts";
import { Payloads } from "./screen/payloads.ts";
import { Place } from "./screen/place.ts";
import { isEqual } from "./screen/reconcile.ts";
import type { Run } from "./runs/run.ts";
import { createRuntime } from "./runtime.ts";
import { currentScope, type Scope, share, shareCore, within } from "./runs/scope.ts";
import { Session } from "./sessions/session.ts";

const STACK_FRAMES = 50;
/** Of one run: a loop of them would bury page and log. */
const MOST_STRAYS = 20;

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
  private readonly stacks: StackMapper;
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
    keepLongStacks();
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
    this.stacks = createStackMapper(
      (id: string): CompiledModule | undefined => this.modules.compiled(id),
      (id) => host.displayPath(id),
    );
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
    this.host.log("error", this.describe(undefined, error));
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
      this.state = "error" in result ? { error: this.displayed(result.error) } : { script: result };
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

  /** With files as people know them. */
  private displayed(report: ErrorReport): ErrorReport {
    if (!report.frames) return report;
    return { ...report, frames: report.frames.map((frame) => ({ ...frame, file: this.host.displayPath(frame.file) })) };
  }

  report(error: unknown, run: Run | undefined): ErrorReport {
    const report = this.displayed(this.stacks.report(error));
    const own = error instanceof AppError && error.hint !== undefined ? { ...report, hint: error.hint } : report;
    return explain(own, { run, secrets: this.host.secrets(), st: (this.options.rivulet(".").default ?? Place.prototype) as object });
  }

  describe(error: unknown, report: ErrorReport): string {
    const frames = (report.frames ?? []).map(({ file, line, column, function: name }) => `    at ${name ? `${name} ` : ""}(${file}:${line}:${column})`);
    const cause = report.frames?.length || error instanceof AppError ? "" : rawStack(error);
    return [`${report.name}: ${report.message}`, ...frames, ...(report.hint ? [`  ${report.hint}`] : [])].join("\n") + cause;
  }

  /** What of an error the page may show. */
  redact(report: ErrorReport): ErrorReport {
    const raw = this.option<unknown>("client.showErrorDetails", this.options.isProduction ? "none" : "full");
    const level = raw === true ? "full" : raw === false ? "stacktrace" : raw;
    if (level === "full") return report;
    const { name } = report;
    const message = "The app has met an error. Its full text is in the log of the server.";
    if (level === "stacktrace") return { name, message, ...(report.frames ? { frames: report.frames } : {}) };
    return level === "type" ? { name, message } : { name: "Error", message };
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

  /** Tells the log, and the page of the session, which line of the script holds the thread. */
  sayWhere(session: Session, run: Run): void {
    const { frames = [] } = this.report(new Error("here"), undefined);
    const [frame] = frames;
    if (!frame) return;
    const { file, line, column, code } = frame;
    // Asked again later in the same run, it is for the page alone.
    if (!run.once.has("where"))
      this.host.log("warning", `Session ${session.id} holds its thread at ${file}:${line}:${column}${code ? `: ${code.trim()}` : ""}`);
    run.once.add("where");
    session.send(heldNotice({ seconds: session.stop.heldFor?.() ?? 0, frames: this.redact({ name: "", message: "", frames }).frames }));
  }

  /** Something is likely wrong with what a run draws: said once a run, with the line. */
  suspect(run: Run, what: string, hint: string): void {
    if (run.once.has(what)) return;
    run.once.add(what);
    const report = this.report(new Error(what), run);
    const { frames = [] } = report;
    this.host.log("warning", `${what}${frames[0] ? ` (${frames[0].file}:${frames[0].line})` : ""}. ${hint}`);
    if (this.redact(report) === report) run.live?.send({ type: "notice", level: "warning", message: `${what}.`, hint, frames });
  }

  /** An error nobody caught: it ends nothing, and is shown in the session whose code it came from. */
  strayError(thrown: unknown): void {
    if (thrown instanceof ControlSignal) return;
    const error = readable(thrown);
    const run = currentScope()?.run;
    if (run && ++run.strays > MOST_STRAYS) return;
    if (run?.strays === MOST_STRAYS)
      this.host.log("warning", `Errors that nobody catches are left out from here on: session ${run.sessionId} has had ${MOST_STRAYS} in one run.`);
    const report = this.report(error, run);
    this.host.log("error", `Nobody caught this error:\n${this.describe(error, report)}`);
    const session = run && [...this.sessions].find((one) => one.id === run.sessionId);
    const { name, message, hint, frames } = this.redact(report);
    session?.send({
      type: "notice",
      level: "error",
      message: `${name}: ${message}`,
      hint: hint ?? "Nobody caught this error: await what the script starts, or catch it there.",
      ...(frames ? { frames } : {}),
    });
  }
}

/** The stack as it is, for errors that came from nowhere in the script. Reading it may throw. */
function rawStack(error: unknown): string {
  try {
    return error instanceof Error && error.stack ? `\n${error.stack}` : "";
  } catch {
    return "";
  }
}

/** The ten frames V8 keeps may all be the engine's; the user's come after them. */
function keepLongStacks(): void {
  const holder = Error as { stackTraceLimit?: number };
  if (holder.stackTraceLimit !== undefined && holder.stackTraceLimit < STACK_FRAMES) holder.stackTraceLimit = STACK_FRAMES;
}

/** Makes an engine: sessions of one script, run on the host's ports. */
export function createEngine(options: EngineOptions): Engine & { core: EngineCore; strayError(error: unknown): void } {
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
    strayError: (error) => core.strayError(error),
    close() {
      for (const session of [...core.sessions]) session.close();
    },
  };
}
