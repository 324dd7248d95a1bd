import type { Principal } from "../../../engine/host.ts";
import { encode } from "../../../protocol/codec.ts";
import { heldNotice } from "../../../protocol/held-notice.ts";
import type { ClientConfig, ClientContext, Refusal, RerunRequest, ToClient, ToServer } from "../../../protocol/messages.ts";
import { HELD, PROTOCOL_VERSION, UNNAMED_RUN } from "../../../protocol/messages.ts";
import { createSessionFiles, type SessionFiles } from "../files/session-files.ts";
import type { UploadFolder } from "../files/upload-folder.ts";
import type { Payloads } from "./payloads.ts";
import { createShadow, readMessage } from "./shadow.ts";
import type { KeptFacts, Opening } from "../threads/thread-messages.ts";
import { readPageMessage } from "./validate.ts";
import { createWidgetValues } from "./widget-values.ts";
import type { Lease, MoveReason, Tenant } from "../threads/tenant.ts";
import type { Workers } from "../threads/workers.ts";

/** One open line to a page. */
export interface Connection {
  send(bytes: Uint8Array): void;
  /** Bytes that were sent but have not left yet. */
  buffered(): number;
  /** True when the other end answered just now. */
  probe(): Promise<boolean>;
  close(code: number): void;
}

export interface SessionOptions {
  token: string;
  /** Name in logs and for scripts; tells nothing about the token. */
  id: string;
  workers: Workers;
  payloads: Payloads;
  uploads: UploadFolder;
  config(runOnSave: boolean | undefined): ClientConfig;
  /** Options of the moment, by name. */
  option(name: string): unknown;
  /** Somebody asked to empty all caches. */
  clearCaches(): void;
}

type Hello = Extract<ToServer, { type: "hello" }>;
type Kept = "pageConfig" | "navigation" | "timers" | "compileError" | "scriptChanged" | "pageNotFound";

/** Bytes waiting on a slow line above which patches are left out, and below which the whole screen is sent again. */
const SLOW_LINE = { stop: 8_388_608, go: 1_048_576, look: 50 };
const MOST_NOTICES = 10;
/** Seconds that a run which holds its thread is given to say where it is. */
const WITHOUT_PLACE = 1;

/** The run of this session does not let go of its thread. */
interface Held {
  /** Seconds it had been so when this was heard of. */
  from: number;
  /** The page was told. */
  isTold: boolean;
}

const notice = (level: "info" | "warning" | "error", message: string, hint?: string): ToClient => ({
  type: "notice",
  level,
  message,
  ...(hint === undefined ? {} : { hint }),
});

export interface Session {
  readonly token: string;
  readonly id: string;
  readonly isConnected: boolean;
  readonly connection: Connection | undefined;
  readonly files: SessionFiles;
  /** Bytes of the largest file that a widget of the screen takes; of any, when none is named. */
  uploadLimit(widget: string | undefined): number;
  attach(connection: Connection, hello: Hello, principal: Principal, isNew: boolean): void;
  detach(connection: Connection): void;
  receive(message: Exclude<ToServer, Hello>, bytes: Uint8Array): void;
  /** Something outside the script's modules changed that it depends on: secrets, the list of pages. */
  scriptChanged(): void;
  configChanged(): void;
  end(reason?: Refusal): void;
}

/**
 * The network side of a session: it keeps what its page shows and what its widgets stand at,
 * so that page and script thread may each come and go.
 *
 * @param options Where scripts run, and what all sessions share.
 * @example const session = createSession(options); session.attach(connection, hello, principal, true);
 */
export function createSession(options: SessionOptions): Session {
  const shadow = createShadow();
  const mostInputs = (): number => (options.option("server.maxWidgetStateSize") as number) * 1_048_576;
  const values = createWidgetValues(shadow.widgets, mostInputs);
  const state = new Map<string, Uint8Array>();
  const kept = new Map<Kept, Uint8Array>();
  let lost: readonly string[] = [];
  let connection: Connection | undefined;
  let sentPayloads = new Set<string>();
  let lease: Lease | undefined;
  let principal!: Principal;
  let context!: ClientContext;
  let [query, page] = ["", ""];
  let seq = 0;
  let answered = 0;
  let run: { number: number; fragment: string | undefined } | undefined;
  /** A run that was asked for, and not heard of since. */
  let awaited: { fragment: string | undefined } | undefined;
  /** A run was ended because its page was gone: it is made up for when the page is back. */
  let wasCutShort = false;
  /** The engine has said something, so there is something to resume. */
  let hasBegun = false;
  let runOnSave: boolean | undefined;
  let behind: NodeJS.Timeout | undefined;
  let notices: Uint8Array[] = [];
  let held: Held | undefined;

  const files = createSessionFiles(options.id, options.uploads, (message) => lease?.tell(message));

  const sendBytes = (bytes: Uint8Array): void => connection?.send(bytes);
  const send = (message: ToClient): void => sendBytes(encode(message));

  const sendStarted = ({ number, fragment }: NonNullable<typeof run>): void =>
    send({ type: "started", run: number, ...(fragment === undefined ? {} : { fragment }) });

  const tell = (message: ToClient): void => {
    const bytes = encode(message);
    if (connection) sendBytes(bytes);
    else notices = [...notices.slice(1 - MOST_NOTICES), bytes];
  };

  const catchUp = (): void => {
    if (!connection || connection.buffered() > SLOW_LINE.go) return;
    clearInterval(behind);
    behind = undefined;
    send(shadow.snapshot(values.reported));
  };

  const sendPatch = (bytes: Uint8Array): void => {
    if (!connection || behind) return;
    if (connection.buffered() > SLOW_LINE.stop) behind = setInterval(catchUp, SLOW_LINE.look).unref();
    else sendBytes(bytes);
  };

  const sendPayload = (hash: string): boolean => {
    const parts = options.payloads.get(hash);
    for (const part of parts ?? []) sendBytes(part);
    if (parts) sentPayloads.add(hash);
    return parts !== undefined;
  };

  const received = (bytes: Uint8Array): void => {
    const message = readMessage(bytes);
    hasBegun = true;
    switch (message.type) {
      case "patch":
        shadow.apply(message, bytes);
        sendPatch(bytes);
        return;
      case "payload":
        options.payloads.add(message, bytes);
        if (message.part === message.parts - 1 && !behind && !sentPayloads.has(message.hash)) sendPayload(message.hash);
        return;
      case "started":
        run = { number: message.run, fragment: message.fragment };
        awaited = undefined;
        kept.delete("scriptChanged");
        kept.delete("pageNotFound");
        break;
      case "finished":
        if (run?.number === message.run || run?.number === UNNAMED_RUN) run = undefined;
        awaited = undefined;
        answered = Math.max(answered, message.seq);
        break;
      case "url":
        query = message.query ?? query;
        page = message.page ?? page;
        break;
      case "notice":
        if (message.topic === HELD) {
          // It was asked for the log, or answered too late.
          if (!held) return;
          held.isTold = true;
        } else if (!connection) notices = [...notices.slice(1 - MOST_NOTICES), bytes];
        break;
      case "pageConfig":
      case "navigation":
      case "timers":
      case "compileError":
      case "pageNotFound":
      case "scriptChanged":
        kept.set(message.type, bytes);
        break;
    }
    sendBytes(bytes);
  };

  /** Asks for a run on behalf of the page. */
  const rerun = (): void => {
    if (!lease) return;
    awaited = { fragment: undefined };
    lease.post(encode({ type: "rerun", seq } satisfies RerunRequest), options.option("runner.fastReruns") === false ? 0 : 1);
  };

  /** Says that the run in progress is over. Requests in `again` are still to come. */
  const endRun = (again: readonly Uint8Array[]): void => {
    if (!run) return;
    const { number, fragment } = run;
    run = undefined;
    const next = again.map(readPageMessage).find((message) => message?.type === "rerun");
    send({ type: "finished", run: number, seq: next ? next.seq - 1 : seq, outcome: "stopped", ...(fragment === undefined ? {} : { fragment }) });
  };

  const moved = (reason: MoveReason, detail: string, again: readonly Uint8Array[]): void => {
    const wasRunning = run !== undefined;
    endRun(again);
    if (reason === "blocked") {
      tell(notice("error", `The run was ended: ${detail}.`, "Let long loops await now and then, and cache what takes long."));
    } else if (reason === "crash") {
      tell(notice("error", `The thread that runs this app's script ended: ${detail}.`, "It was started again; what the page shows and its inputs were kept."));
    } else if (wasRunning) wasCutShort = true;
    if (lost.length > 0) {
      tell(notice("warning", `The script moved to another thread. These entries of session state could not be kept: ${lost.join(", ")}.`));
      lost = [];
    }
    // Once the session is open again.
    queueMicrotask(() => {
      files.moved();
      if (runOnSave !== undefined) lease?.post(encode({ type: "runOnSave", value: runOnSave } satisfies ToServer));
      if (!wasCutShort || !connection) return;
      wasCutShort = false;
      rerun();
    });
  };

  const opening = (): Opening => ({
    id: options.id,
    principal,
    context,
    query,
    page,
    uploads: files.stored(),
    ...(hasBegun ? { restore: { values: values.all(), state: Object.fromEntries(state), revision: shadow.revision, nodes: shadow.nodes() } } : {}),
  });

  const tenant: Tenant = {
    name: options.id,
    opening,
    received,
    moved,
    kept(facts: KeptFacts) {
      for (const [key, bytes] of Object.entries(facts.state)) state.set(key, bytes);
      for (const key of facts.removed) state.delete(key);
      lost = facts.lost;
    },
    unheard() {
      if (run || !awaited) return;
      run = { number: UNNAMED_RUN, ...awaited };
      sendStarted(run);
    },
    holds(seconds) {
      if (seconds === undefined) {
        if (held?.isTold) send({ type: "withdraw", topic: HELD });
        held = undefined;
        return;
      }
      held ??= { from: seconds, isTold: false };
      // Code that never looks at its flag cannot say where it is.
      if (held.isTold || seconds - held.from < WITHOUT_PLACE) return;
      held.isTold = true;
      send(heldNotice({ seconds }));
    },
    edited: () => scriptChanged(),
    file: files.hear,
    failed: (detail) => tell(notice("error", `The app's script cannot be run: ${detail}.`)),
  };

  /** Brings a page that was away up to date. */
  const resume = (hello: Hello): void => {
    sentPayloads = new Set(hello.payloads);
    const missed = hello.revision === undefined ? undefined : shadow.since(hello.revision);
    for (const bytes of kept.values()) sendBytes(bytes);
    if (missed) for (const bytes of missed) sendBytes(bytes);
    else send(shadow.snapshot(values.reported));
    for (const bytes of notices) sendBytes(bytes);
    notices = [];
    if (run) sendStarted(run);
    else send({ type: "finished", run: 0, seq: answered, outcome: "done" });
    if (!wasCutShort) return;
    wasCutShort = false;
    rerun();
  };

  const scriptChanged = (): void => {
    if (runOnSave ?? options.option("server.runOnSave") === true) {
      if (connection) rerun();
      else wasCutShort = true;
      return;
    }
    const bytes = encode({ type: "scriptChanged" } satisfies ToClient);
    kept.set("scriptChanged", bytes);
    sendBytes(bytes);
  };

  const takeRerun = (message: RerunRequest, bytes: Uint8Array): void => {
    if (bytes.byteLength > mostInputs()) {
      tell(
        notice(
          "error",
          `The inputs of this page hold ${(bytes.byteLength / 1_048_576).toFixed(1)} MB, more than the ${mostInputs() / 1_048_576} MB of server.maxWidgetStateSize.`,
          "Send less, or raise the option.",
        ),
      );
      send({ type: "finished", run: 0, seq: message.seq, outcome: "error" });
      return;
    }
    // A page that was away repeats what was not answered: what was already seen counts once.
    if (message.seq <= seq) return;
    seq = message.seq;
    const reported = Object.entries(message.values ?? {});
    for (const [id, value] of reported) values.set(id, value, seq, Math.ceil(bytes.byteLength / reported.length));
    query = message.query ?? query;
    page = message.page ?? page;
    awaited = { fragment: message.fragment };
    lease?.post(bytes, message.fragment !== undefined || options.option("runner.fastReruns") === false ? 0 : 1);
  };

  const receive = (message: Exclude<ToServer, Hello>, bytes: Uint8Array): void => {
    switch (message.type) {
      case "rerun":
        return takeRerun(message, bytes);
      case "bound":
      case "search":
        return lease?.post(bytes);
      case "stop":
        return lease?.post(bytes, 2);
      case "ping":
        return send({ type: "pong" });
      case "need":
        if (!sendPayload(message.payload)) {
          sentPayloads.delete(message.payload);
          lease?.post(bytes);
        }
        return;
      case "clearCache":
        return options.clearCaches();
      case "runOnSave":
        if (options.option("server.allowRunOnSave") === true) {
          runOnSave = message.value;
          lease?.post(bytes);
        }
        return send({ type: "config", config: options.config(runOnSave) });
      case "context":
        context = message.context;
        return lease?.post(bytes);
    }
  };

  return {
    token: options.token,
    id: options.id,
    files,
    uploadLimit(widget) {
      const own = widget === undefined ? undefined : shadow.propsOf(widget)?.maxUploadSize;
      return (typeof own === "number" ? own : (options.option("server.maxUploadSize") as number)) * 1_048_576;
    },
    get isConnected() {
      return connection !== undefined;
    },
    get connection() {
      return connection;
    },
    attach(line, hello, who, isNew) {
      connection = line;
      principal = who;
      context = hello.context;
      send({ type: "welcome", version: PROTOCOL_VERSION, session: options.token, resumed: !isNew, config: options.config(runOnSave), files: files.key });
      if (!isNew) return resume(hello);
      query = hello.query;
      page = hello.page;
      sentPayloads = new Set(hello.payloads);
      lease = options.workers.open(tenant);
      awaited = { fragment: undefined };
      lease.post(encode({ type: "rerun", seq } satisfies RerunRequest));
    },
    detach(line) {
      if (connection !== line) return;
      connection = undefined;
      clearInterval(behind);
      behind = undefined;
      // Nobody is looking: the run need not go on, but is owed to the page should it return.
      if (run) {
        wasCutShort = true;
        lease?.post(encode({ type: "stop" }), 2);
      }
    },
    receive,
    scriptChanged,
    configChanged: () => send({ type: "config", config: options.config(runOnSave) }),
    end(reason) {
      if (reason) send({ type: "bye", reason });
      connection?.close(reason ? 1001 : 1000);
      connection = undefined;
      clearInterval(behind);
      files.end();
      lease?.close();
      lease = undefined;
    },
  };
}

/** Reads the first message of a connection, which must be `hello`. */
export function isHello(message: ToServer): message is Hello {
  return message.type === "hello";
}
