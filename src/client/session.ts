import {
  type ClientConfig,
  type ClientContext,
  type ErrorReport,
  type Navigation,
  type Notice as NoticeMessage,
  type PageConfig,
  PROTOCOL_VERSION,
  type RerunRequest,
  REFUSALS,
  type Refusal,
  type ToClient,
  UNNAMED_RUN,
} from "../protocol/messages.ts";
import { t } from "../ui/messages.ts";
import { createStore, type OwnStore } from "../ui/store.ts";
import { connect, type Connection, type Dial, type Phase } from "./connection.ts";
import { createFragmentTimers } from "./fragment-timers.ts";
import type { AppLocation } from "./location.ts";
import { createPayloads, type Payloads } from "./payloads.ts";
import { createSearches, type Searches } from "./searches.ts";
import { createTree, type Tree } from "./tree.ts";
import { createWidgets, type Widgets } from "./widgets.ts";

/** Milliseconds of silence before the page shows that it waits. */
export const QUIET = 500;

export type Notice = Omit<NoticeMessage, "type"> & { id: number };

/** Everything the frame shows; each part can be watched alone. */
export interface Session {
  readonly tree: Tree;
  readonly widgets: Widgets;
  readonly payloads: Payloads;
  readonly searches: Searches;
  readonly link: OwnStore<{ phase: Phase; failures: number }>;
  readonly running: OwnStore<boolean>;
  readonly stopping: OwnStore<boolean>;
  readonly config: OwnStore<ClientConfig>;
  readonly pageConfig: OwnStore<PageConfig>;
  readonly navigation: OwnStore<Navigation | null>;
  readonly compileError: OwnStore<ErrorReport | null>;
  readonly scriptChanged: OwnStore<boolean>;
  readonly missingPage: OwnStore<string | null>;
  readonly notices: OwnStore<readonly Notice[]>;
  /** True once a run came to its end. */
  readonly settled: OwnStore<boolean>;
  readonly spoken: OwnStore<string>;
  /** Names the session in the addresses of its files. */
  readonly fileKey: OwnStore<string>;
  rerun(): void;
  stop(): void;
  clearCache(): void;
  runOnSave(value: boolean): void;
  go(page: string, query?: string): void;
  retry(): void;
  /** Tells the script what changed about this browser, such as the theme. */
  tellContext(): void;
  end(): void;
}

export const NO_CONFIG: ClientConfig = {
  toolbarMode: "minimal",
  showErrorDetails: "full",
  runOnSave: false,
  allowRunOnSave: false,
  showSidebarNavigation: true,
  isHello: false,
  maxUploadSize: 200,
  disableDataExport: false,
};

export interface SessionOptions {
  dial: Dial;
  location: AppLocation;
  context(): ClientContext;
}

/** One viewer's talk with the server: what arrives goes into stores, what the viewer does goes out. */
export function openSession({ dial, location, context }: SessionOptions): Session {
  let seq = 0;
  let token: string | undefined;
  let connection: Connection;
  const runs = new Map<number, string | undefined>();
  const unanswered = new Map<number, RerunRequest>();

  const ask = (request: Omit<RerunRequest, "type" | "seq">): number => {
    seq += 1;
    const values = { ...(request.auto ? {} : widgets.takeHeld(seq)), ...request.values };
    const message: RerunRequest = { type: "rerun", seq, ...request, ...(Object.keys(values).length > 0 ? { values } : {}) };
    if (!request.auto) unanswered.set(seq, message);
    connection.send(message);
    return seq;
  };
  const setTimers = createFragmentTimers((fragment) => void ask({ fragment, auto: true }));
  const widgets = createWidgets(ask, (values) => void connection.send({ type: "bound", values }));
  const tree = createTree(widgets);
  const payloads = createPayloads((payload) => connection.send({ type: "need", payload }));
  const searches = createSearches((message) => void connection.send(message));
  const stores = createStores();

  /** What went wrong in an earlier run may be mended; if not, the new run says it again. */
  const unsay = (...texts: string[]) => stores.spoken.set((now) => (texts.includes(now) ? "" : now));
  const started = (run: number, fragment: string | undefined) => {
    unsay(t("scriptFailed"), t("scriptStopped"));
    if (fragment === undefined) {
      runs.clear();
      stores.scriptChanged.set(false);
      stores.notices.set((notices) => (notices.some(({ level }) => level === "error") ? notices.filter(({ level }) => level !== "error") : notices));
      tree.refresh();
    }
    runs.delete(UNNAMED_RUN);
    runs.set(run, fragment);
    widgets.runBegan();
    stores.running.set(true);
  };
  const finished = (message: Extract<ToClient, { type: "finished" }>) => {
    for (const known of unanswered.keys()) if (known <= message.seq) unanswered.delete(known);
    runs.delete(message.run);
    runs.delete(UNNAMED_RUN);
    widgets.runOver(message.outcome, message.fragment !== undefined);
    if (message.outcome === "error") stores.spoken.set(t("scriptFailed"));
    // A script that ends itself by st.stop is through as any other.
    if (message.outcome === "stopped" && stores.stopping.get()) stores.spoken.set(t("scriptStopped"));
    if (message.fragment === undefined) {
      tree.refresh();
      stores.settled.set(true);
    }
    if (runs.size > 0) return;
    stores.running.set(false);
    stores.stopping.set(false);
  };
  const welcome = (message: Extract<ToClient, { type: "welcome" }>) => {
    token = message.session;
    stores.config.set(message.config);
    stores.fileKey.set(message.files ?? "");
    runs.clear();
    // A server that knows the session drops those it has already seen, by their number.
    for (const request of unanswered.values()) connection.send(request);
  };

  const receive = (message: ToClient): void => {
    switch (message.type) {
      case "welcome":
        return welcome(message);
      case "config":
        return stores.config.set(message.config);
      case "started":
        return started(message.run, message.fragment);
      case "finished":
        return finished(message);
      case "patch":
        if (!tree.apply(message)) {
          token = undefined;
          connection.restart();
        }
        return;
      case "payload":
        return payloads.receive(message);
      case "found":
        return searches.receive(message);
      case "pageConfig":
        return stores.pageConfig.set(message.config);
      case "navigation":
        return stores.navigation.set(message.navigation);
      case "pageNotFound":
        return stores.missingPage.set(message.page);
      case "url":
        return location.move(
          { ...(message.query === undefined ? {} : { query: message.query }), ...(message.page === undefined ? {} : { page: message.page }) },
          message.push,
        );
      case "timers":
        return setTimers(message.timers);
      case "scriptChanged":
        return stores.scriptChanged.set(true);
      case "compileError":
        if (message.error) stores.spoken.set(t("compileError"));
        else unsay(t("compileError"));
        return stores.compileError.set(message.error);
      case "notice":
        return addNotice(stores.notices, message);
      case "withdraw":
        return stores.notices.set((all) => all.filter(({ topic }) => topic !== message.topic));
      case "pong":
        return;
      case "bye":
        return leave(message.reason, connection, stores.notices);
      default:
        message satisfies never;
    }
  };

  connection = connect({
    dial,
    hello: () => ({
      type: "hello",
      version: PROTOCOL_VERSION,
      ...(token === undefined ? {} : { session: token, revision: tree.revision, payloads: payloads.held() }),
      ...location.place.get(),
      context: context(),
    }),
    onMessage: receive,
    onPhase(phase, failures) {
      stores.link.set({ phase, failures });
      if (phase === "live") return;
      runs.clear();
      tree.refresh();
      stores.running.set(false);
      stores.stopping.set(false);
    },
  });
  const untravel = location.onTravel((place) => ask(place));

  return {
    ...stores,
    tree,
    widgets,
    payloads,
    searches,
    rerun: () => void ask({}),
    stop() {
      stores.stopping.set(true);
      connection.send({ type: "stop" });
    },
    clearCache: () => void connection.send({ type: "clearCache" }),
    runOnSave(value) {
      stores.config.set((config) => ({ ...config, runOnSave: value }));
      connection.send({ type: "runOnSave", value });
    },
    go(page, query = "") {
      widgets.flush();
      location.move({ page, query }, true);
      ask({ page, query });
    },
    retry: () => connection.restart(),
    tellContext: () => void connection.send({ type: "context", context: context() }),
    end() {
      untravel();
      setTimers([]);
      connection.end();
    },
  };
}

function createStores() {
  return {
    link: createStore<{ phase: Phase; failures: number }>({ phase: "connecting", failures: 0 }),
    running: createStore(false),
    stopping: createStore(false),
    config: createStore(NO_CONFIG),
    pageConfig: createStore<PageConfig>({}),
    navigation: createStore<Navigation | null>(null),
    compileError: createStore<ErrorReport | null>(null),
    scriptChanged: createStore(false),
    missingPage: createStore<string | null>(null),
    notices: createStore<readonly Notice[]>([]),
    settled: createStore(false),
    spoken: createStore(""),
    fileKey: createStore(""),
  };
}

let noticeId = 0;

function addNotice(notices: OwnStore<readonly Notice[]>, said: Omit<Notice, "id">): void {
  noticeId += 1;
  const notice = { ...said, id: noticeId };
  const isReplaced = ({ message, topic }: Notice) => message === said.message || (topic !== undefined && topic === said.topic);
  notices.set((before) => [...before.filter((one) => !isReplaced(one)), notice].slice(-4));
}

/** A page of another version reloads itself once; other refusals are said and not argued with. */
function leave(reason: Refusal, connection: Connection, notices: OwnStore<readonly Notice[]>): void {
  if (reason === "shutdown") return;
  if (reason === "version" && reloadOnce()) return;
  connection.end();
  addNotice(notices, { level: "error", message: REFUSALS[reason] });
}

function reloadOnce(): boolean {
  const last = Number(sessionStorage.getItem("rivulet:reloaded") ?? 0);
  if (Date.now() - last < 10_000) return false;
  sessionStorage.setItem("rivulet:reloaded", String(Date.now()));
  location.reload();
  return true;
}
