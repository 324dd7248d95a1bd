import type { ClientContext, PageConfig } from "../../protocol/messages.ts";
import type { AppTest } from "./app-test.ts";
import type { AnyElement, Region, RunOptions } from "./element-types.ts";
import type { TestSessionState } from "./memory.ts";
import type { QueryParams } from "./query.ts";
import type { TestSecrets } from "./secrets.ts";
import type { TestPage } from "./shown-page.ts";

export interface AppTestOptions {
  /** Seconds a run may take. Default 3. */
  defaultTimeout?: number | undefined;
  /**
   * `"fake"` for a clock that stands still until `advance()` moves it: for lifetimes of cached values, `runEvery`, and
   * the timers and the date of the script and its modules. `run()` then also returns while the script waits for a timer.
   * A `Date` is the moment it starts at. True leaves the script its real timers and date. Default false.
   */
  clock?: boolean | "fake" | Date | undefined;
  /** Options by full name, such as `{ "runner.magicEnabled": false }`; `"files"` reads them as the server does. Default: every option has its default. */
  config?: Readonly<Record<string, unknown>> | "files" | undefined;
  /** What the script is told of the viewer, such as `{ locale: "de-DE" }`. */
  context?: Partial<ClientContext> | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  cookies?: Readonly<Record<string, string>> | undefined;
}

/** What was written to the log. */
export interface LogEntry {
  level: "info" | "warning" | "error";
  message: string;
}

export interface AppTestMembers {
  /** Seconds a run may take when `run` is not told. */
  defaultTimeout: number;
  /**
   * Sends what was set and clicked since the last run, as one request, and waits until the app has come to rest.
   * Errors of the script do not reject: they are in `exception`, those that nobody caught until the next run.
   *
   * @throws AppTestError when the app is still running after the timeout.
   */
  run(options?: RunOptions): Promise<AppTest>;
  /**
   * Moves the clock of a test made with `{ clock: "fake" }` and lets everything happen that falls due.
   *
   * @param milliseconds - How far.
   */
  advance(milliseconds: number, options?: RunOptions): Promise<AppTest>;
  /**
   * Chooses the page for the next run.
   *
   * @param path - Path of the page's file, relative to the entry script, or its path in the address.
   * @returns The same app, so that `.run()` can follow.
   */
  switchPage(path: string): AppTest;
  /** The pages of the menu, hidden ones too; empty for an app of one page. */
  readonly pages: readonly TestPage[];
  /** What `st.setPageConfig` made of the page: `title`, `icon`, `layout`, `sidebar`, `menu`. */
  readonly pageConfig: PageConfig;
  readonly main: Region;
  readonly sidebar: Region;
  /** What floats above the page: toasts, dialogs. */
  readonly event: Region;
  /** What is fixed below the page. */
  readonly bottom: Region;
  /** Entries of the session, to be read and set before, between and after runs. */
  readonly sessionState: TestSessionState;
  /** What `st.secrets` gives to the script, in place of files; `"a.b"` stands for `b` in the table `a`. */
  secrets: TestSecrets;
  /** Set before a run, they are sent with it; after it they are what the app made of them, as lists. */
  queryParams: QueryParams;
  /** What the app and the engine wrote to the log. */
  readonly log: readonly LogEntry[];
  /** Everything on the page, in the order of the page. */
  readonly children: readonly AnyElement[];
  /** Ends the session. Rarely needed: an app that does not run holds nothing open. */
  close(): void;
  /** The page as an outline, one element a line. */
  toString(): string;
}
