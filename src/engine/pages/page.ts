import { escapePart, partsOf, plainPart } from "../../protocol/page-path.ts";
import { AppError } from "../errors/errors.ts";
import { sessionOf } from "../screen/place.ts";
import { currentScope, type Scope } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { fileName, functionName, isIcon, type PageName } from "./page-name.ts";
import type { PageParams } from "./page-params.ts";
import { hasParams, type Pattern, patternOf } from "./page-pattern.ts";

/** What a page is made of: a file, a function that draws, or an address elsewhere. */
export type PageSource = string | (() => unknown);

export interface PageOptions<Path extends string = string> {
  /** In the menu and in the browser's tab. Default: from the name of the file or function. */
  title?: string | undefined;
  /** An emoji, `:material/name:`, or `"spinner"`. Default: a leading emoji of the file's name. */
  icon?: string | undefined;
  /**
   * The page's address below that of the app; it may have several parts, and parts that differ: `"orders/:id"`, `:id?`
   * for one that may be missing, `:rest*` for all that follow. Default: from the name of the file or function.
   */
  urlPath?: Path | undefined;
  /** True for the page that the app opens with; its address is that of the app. Default false. */
  default?: boolean | undefined;
  /** `"hidden"` keeps it out of the menu; links and its address still work. Default `"visible"`. */
  visibility?: "visible" | "hidden" | undefined;
  /** A tooltip in the menu, and on links to the page. Markdown. */
  help?: string | undefined;
}

const ELSEWHERE = /^https?:\/\//i;
/** The server answers these itself. */
const TAKEN = /^(?:assets|_rivulet|_stcore|app\/static)(?:\/|$)|^healthz$/;

/** A page of the app, made by `st.Page`. The one that `st.navigation` returns can be run. */
export class AppPage<Path extends string = string> {
  readonly title: string;
  /** Empty when there is none. */
  readonly icon: string;
  readonly visibility: "visible" | "hidden";
  /** Empty when there is none. */
  readonly help: string;
  /** @internal */
  readonly source: PageSource;
  /** @internal The path it would have if it were not the default page. */
  readonly ownPath: string;
  /** @internal What stands at the places of `ownPath`, where some of them differ. */
  readonly pattern: Pattern | undefined;
  /** @internal */
  readonly isDefault: boolean;

  constructor(source: PageSource, options: PageOptions<Path>) {
    const { title, icon, urlPath, visibility = "visible", help = "" } = options;
    const isFile = typeof source === "string" && !ELSEWHERE.test(source);
    const name: PageName = isFile ? fileName(source) : functionName(typeof source === "string" ? (title ?? "").trim() : source.name);
    this.source = source;
    this.visibility = visibility;
    this.isDefault = options.default === true;
    this.title = checkedTitle(title, name.title, source);
    this.icon = checkedIcon(icon ?? name.icon);
    this.help = help;
    const path = checkedPath(urlPath, name.path, this.isDefault, this.title);
    this.pattern = urlPath === undefined ? undefined : checkedPattern(path, this.isDefault);
    this.ownPath = this.pattern ? path : partsOf(path).map(escapePart).join("/");
    if (this.isElsewhere && this.isDefault) throw elsewhere("the default page", this.title);
  }

  /** @internal True for an address elsewhere: the app never shows it. */
  get isElsewhere(): boolean {
    return typeof this.source === "string" && ELSEWHERE.test(this.source);
  }

  /** True for the page that the app opens with, also when that is so because it comes first. */
  get default(): boolean {
    return this.isDefault || visitedBy()?.pages.isDefault(this) === true;
  }

  /** The page's address below that of the app, as it was declared; empty for the default page. */
  get urlPath(): string {
    if (this.default) return "";
    return this.pattern ? this.ownPath : partsOf(this.ownPath).map(plainPart).join("/");
  }

  /**
   * What the parts of the address that differ stand for, while this page is the one shown.
   *
   * @throws AppError while another page is shown.
   * @example
   * const order = st.Page("order.ts", { urlPath: "orders/:id" });
   * const page = st.navigation([home, order]);
   * if (page === order) st.write(`Order ${order.params.id}`);
   */
  get params(): PageParams<Path> {
    return sessionOf("page.params").pages.paramsOf(this) as PageParams<Path>;
  }

  /**
   * Runs the page. Only the page that `st.navigation` returned can be run, once in a run.
   *
   * @returns Resolves when the page has been drawn.
   * @throws AppError for another page, or the second time.
   * @example
   * const page = st.navigation([home, settings]);
   * await page.run();
   */
  run(): Promise<void> {
    const session = sessionOf("page.run");
    return session.pages.run(this, currentScope() as Scope);
  }
}

/** A page, whatever its path holds. */
// biome-ignore lint/suspicious/noExplicitAny: the type of its path says nothing here
export type AnyPage = AppPage<any>;

function visitedBy(): Session | undefined {
  return currentScope()?.run?.live;
}

function checkedTitle(given: string | undefined, inferred: string, source: PageSource): string {
  if (given === undefined && typeof source !== "string" && source.name === "") {
    throw new AppError("page", "st.Page: a title cannot be inferred from a function without a name", {
      hint: 'Give it one: st.Page(() => { … }, { title: "Settings" }).',
    });
  }
  if (given === undefined && typeof source === "string" && ELSEWHERE.test(source)) {
    throw new AppError("page", `st.Page: the address ${source} needs a title`, { hint: 'Give it one: { title: "Documentation" }.' });
  }
  const title = given ?? inferred;
  if (typeof title !== "string" || title.replace(/[_\s]+/g, "") === "") {
    throw new AppError("page", `st.Page: the title cannot be empty or consist of underscores and spaces only, as ${JSON.stringify(title)} does`, {
      hint: 'Give the page a title: { title: "Settings" }.',
    });
  }
  return title;
}

function checkedIcon(icon: string): string {
  if (icon === "" || icon === "spinner" || isIcon(icon)) return icon;
  throw new AppError("page", `st.Page: icon must be one emoji or ":material/name:", not ${JSON.stringify(icon)}`, {
    hint: 'For instance { icon: "🎈" } or { icon: ":material/search:" }.',
  });
}

function checkedPath(given: string | undefined, inferred: string, isDefault: boolean, title: string): string {
  const path = (given ?? inferred).trim().replace(/^\/+|\/+$/g, "");
  if (given !== undefined && path.split("/").includes("") && path !== "") {
    throw new AppError("page", `st.Page: urlPath cannot have an empty part, as ${JSON.stringify(given)} does`, {
      hint: `Write it with single slashes: { urlPath: ${JSON.stringify(path.replace(/\/+/g, "/"))} }.`,
    });
  }
  if (TAKEN.test(path)) {
    throw new AppError("page", `st.Page: the path ${JSON.stringify(path)} is the server's own`, { hint: "Give the page another { urlPath: … }." });
  }
  if (path !== "") return path;
  if (isDefault && inferred !== "") return inferred;
  if (given !== undefined && !isDefault) {
    throw new AppError("page", "st.Page: urlPath cannot be empty unless the page is the default page", {
      hint: "Leave it out, or make this page the default one: { default: true }.",
    });
  }
  // A function without a name that was given a title.
  return title.trim().replace(/[\s/]+/g, "_");
}

function checkedPattern(path: string, isDefault: boolean): Pattern | undefined {
  const pattern = patternOf(path);
  if (typeof pattern === "string") {
    throw new AppError("page", `st.Page: urlPath ${pattern}, as ${JSON.stringify(path)} does`, {
      hint: 'Names are letters and digits after a colon: "orders/:id", "orders/:id?", "files/:rest*".',
    });
  }
  if (!hasParams(pattern)) return undefined;
  if (isDefault) {
    throw new AppError(
      "page",
      `st.Page: the default page opens at the app's own address, so its urlPath cannot have parts that differ, as ${JSON.stringify(path)} has`,
      {
        hint: "Make another page the default one.",
      },
    );
  }
  return pattern;
}

/** What cannot be done with an address elsewhere. */
export function elsewhere(what: string, title: string): AppError {
  return new AppError("page", `"${title}" is an address elsewhere, so it cannot be ${what}`, {
    hint: "It stands in the menu, and st.pageLink links to it; both open it in a new tab.",
  });
}

/**
 * Declares a page of the app, for `st.navigation`, `st.pageLink` and `st.switchPage`.
 *
 * @param page - Path of the page's file, relative to the entry script; a function that draws the page; or an address
 *   that begins with `http://` or `https://`, which the menu opens in a new tab.
 * @param options - `title`, `icon`, `urlPath`, `default`, `visibility`, `help`.
 * @returns The page, with its `title`, `icon`, `urlPath`, and `params` for the parts of its path that differ.
 * @throws AppError when the file is missing, or a title cannot be inferred, or an option is wrong.
 * @example
 * const search = st.Page("tools/search.ts", { title: "Search", icon: ":material/search:" });
 * const order = st.Page("order.ts", { urlPath: "orders/:id" });
 */
export function Page<Path extends string = string>(page: PageSource, options: PageOptions<Path> = {}): AppPage<Path> {
  if (typeof page !== "function" && (typeof page !== "string" || page === "")) {
    throw new AppError("argument", `st.Page: page must be the path of a file or a function, not ${String(page)}`);
  }
  const { visibility } = options;
  if (visibility !== undefined && visibility !== "visible" && visibility !== "hidden") {
    throw new AppError("argument", `st.Page: visibility must be "visible" or "hidden", not ${JSON.stringify(visibility)}`);
  }
  if (options.help != null && typeof options.help !== "string") throw new AppError("argument", `st.Page: help must be text, not ${String(options.help)}`);
  if (options.urlPath != null && typeof options.urlPath !== "string") {
    throw new AppError("argument", `st.Page: urlPath must be text, not ${String(options.urlPath)}`);
  }
  if (typeof page === "string" && !ELSEWHERE.test(page)) visitedBy()?.pages.requireFile(page);
  return new AppPage(page, options);
}
