/**
 * Every word that travels between the page and the server, on one page.
 * Messages are plain data encoded by `codec.ts`; props inside an operation are encoded on their own,
 * so that whoever only stores or forwards them never decodes them.
 */
export const PROTOCOL_VERSION = 1;

/** Root containers; their ids are fixed, every other node gets a number above. */
export const ROOT = { main: 1, sidebar: 2, event: 3, bottom: 4 } as const;
export const FIRST_FREE_ID = 16;

/** What a widget's value looks like on the wire; only the widget decides what it means. */
export type WireValue = unknown;

/** An uploaded file as it stands in a widget's value: its bytes have travelled beside the protocol. */
export interface UploadRef {
  /** Name of the upload within its session. */
  upload: string;
  name: string;
  size: number;
  type: string;
}

/** What the page knows of its viewer. */
export interface ClientContext {
  timezone: string;
  timezoneOffset: number;
  locale: string;
  url: string;
  isEmbedded: boolean;
  theme: "light" | "dark";
}

export interface RerunRequest {
  type: "rerun";
  /** Grows with every request of this page; echoed in `finished`. */
  seq: number;
  /** Values that changed since the last request, by widget id. */
  values?: Record<string, WireValue>;
  /** Clicks and other one-time values, by widget id. */
  triggers?: Record<string, WireValue>;
  /** Rerun this fragment only. */
  fragment?: string;
  /** True when a timer of `runEvery` asked. */
  auto?: boolean;
  query?: string;
  /** Name of the page to show; absent means the one shown now. */
  page?: string;
}

export type ToServer =
  | { type: "hello"; version: number; session?: string; revision?: number; payloads?: string[]; query: string; page: string; context: ClientContext }
  | RerunRequest
  /** Values that wait on the page for the next request, of widgets bound to the address: it shows them at once. */
  | { type: "bound"; values: Record<string, WireValue> }
  /** What was typed into a list whose options the script looks up; a newer search of the widget takes the place of an older one. */
  | { type: "search"; widget: string; text: string; search: number }
  | { type: "stop" }
  | { type: "clearCache" }
  | { type: "runOnSave"; value: boolean }
  | { type: "need"; payload: string }
  | { type: "context"; context: ClientContext }
  | { type: "ping" };

/** A position among siblings: the id of the sibling before, or 0 for the first place. */
export type After = number;

/**
 * One change of the tree.
 * - `insert` creates a node with encoded props; `set` replaces a node's props; both leave children alone.
 * - `value` tells the page what a widget stands at; `seq` is the newest request the server had seen.
 * - `append` adds to a prop that grows (text of a stream, rows of a chart).
 * - `stale` names all nodes (topmost only) that the run in progress has not drawn again; sent in slow runs only,
 *   each time in full. They leave, or are fresh again, when the run is finished.
 */
export type Op =
  | { op: "insert"; id: number; parent: number; after: After; kind: string; props: Uint8Array }
  | { op: "set"; id: number; kind: string; props: Uint8Array }
  | { op: "value"; id: number; value: WireValue; seq: number }
  | { op: "append"; id: number; prop: string; value: unknown }
  | { op: "move"; id: number; parent: number; after: After }
  | { op: "remove"; id: number }
  | { op: "stale"; ids: number[] };

/** A script error as the page shows it. Nothing in it is secret: hosts that hide details send less. */
export interface ErrorReport {
  name: string;
  message: string;
  /** The user's own frames, nearest first. */
  frames?: { file: string; line: number; column: number; function?: string; code?: string }[];
  hint?: string;
}

export interface PageConfig {
  title?: string;
  icon?: string;
  layout?: "centered" | "wide";
  sidebar?: "auto" | "expanded" | "collapsed" | number;
  menu?: { help?: string | null; bug?: string | null; about?: string | null };
}

export interface NavigationPage {
  /** Path of the URL; empty for the default page. */
  path: string;
  title: string;
  icon?: string;
  hidden?: boolean;
  /** Address of a page elsewhere: it opens in a new tab. */
  href?: string;
  help?: string;
}

export interface Navigation {
  position: "sidebar" | "top" | "hidden";
  /** A number: how many a folded menu shows. */
  expanded: boolean | number;
  sections: { label: string; pages: NavigationPage[] }[];
  current: string;
}

/** Settings of the server that the page needs. Grows with the options that have a meaning here. */
export interface ClientConfig {
  theme?: Record<string, unknown>;
  toolbarMode: "auto" | "developer" | "viewer" | "minimal";
  showErrorDetails: "full" | "stacktrace" | "type" | "none";
  runOnSave: boolean;
  allowRunOnSave: boolean;
  showSidebarNavigation: boolean;
  isHello: boolean;
  maxUploadSize: number;
  /** True hides what saves or copies the data of tables and charts. */
  disableDataExport: boolean;
}

/** A word to whoever looks at the page, beside what the script draws. A newer one of the same topic takes its place. */
export interface Notice {
  type: "notice";
  level: "info" | "warning" | "error";
  message: string;
  hint?: string;
  /** The script's own frames, nearest first. */
  frames?: NonNullable<ErrorReport["frames"]>;
  topic?: string;
}

/** Topic of the notice that a run does not let go of its thread. */
export const HELD = "held";

/** Stands for a run that keeps its thread so busy that its number is not known yet; the next `started` takes its place. */
export const UNNAMED_RUN = 0;

/** How a run ended; `superseded` runs send nothing more. */
export type Outcome = "done" | "error" | "stopped" | "rerun" | "superseded";

export type ToClient =
  /** `files` names the session in the addresses of uploads and downloads; hosts without such addresses leave it out. */
  | { type: "welcome"; version: number; session: string; resumed: boolean; config: ClientConfig; files?: string }
  | { type: "config"; config: ClientConfig }
  | { type: "started"; run: number; fragment?: string }
  | { type: "finished"; run: number; seq: number; outcome: Outcome; fragment?: string }
  /** `from` is the revision it applies to; a snapshot has `from: 0` and replaces the tree. */
  | { type: "patch"; from: number; revision: number; ops: Op[] }
  /** One piece of a big value that props refer to by its hash. */
  | { type: "payload"; hash: string; part: number; parts: number; bytes: Uint8Array }
  /** What a search brought: keys of options, of which `optionText` makes what is read; `error` says why it brought nothing. */
  | { type: "found"; widget: string; search: number; keys: string[]; isCut: boolean; error?: ErrorReport }
  | { type: "pageConfig"; config: PageConfig }
  | { type: "navigation"; navigation: Navigation }
  | { type: "pageNotFound"; page: string }
  /** The address bar: `push` makes a history entry. */
  | { type: "url"; query?: string; page?: string; push: boolean }
  | { type: "timers"; timers: { fragment: string; seconds: number }[] }
  | { type: "scriptChanged" }
  | { type: "compileError"; error: ErrorReport | null }
  | Notice
  /** The notice of this topic holds no more. */
  | { type: "withdraw"; topic: string }
  | { type: "pong" }
  | { type: "bye"; reason: Refusal };

/** Why a connection is closed by the server. */
export const REFUSALS = {
  version: "This page was made by another version of Rivulet: reload it.",
  malformed: "The server could not read a message of this page: reload it.",
  taken: "This session is open in another tab.",
  shutdown: "The server is stopping.",
} as const;
export type Refusal = keyof typeof REFUSALS;

/** A big value inside props that travels apart, once per page, and is named by the hash of its bytes. */
export class PayloadRef {
  constructor(
    readonly hash: string,
    readonly size: number,
  ) {}
}
