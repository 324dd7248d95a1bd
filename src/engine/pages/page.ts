import { AppError } from "../errors.ts";
import { sessionOf } from "../place.ts";
import { currentScope, type Scope } from "../scope.ts";
import type { Session } from "../session.ts";
import { fileName, functionName, isIcon } from "./page-name.ts";

/** What a page is made of: a file, or a function that draws. */
export type PageSource = string | (() => unknown);

export interface PageOptions {
  /** In the menu and in the browser's tab. Default: from the name of the file or function. */
  title?: string | undefined;
  /** An emoji, or `:material/name:`. Default: a leading emoji of the file's name. */
  icon?: string | undefined;
  /** Last part of the page's address. Default: from the name of the file or function. */
  urlPath?: string | undefined;
  /** True for the page that the app opens with; its address is that of the app. Default false. */
  default?: boolean | undefined;
  /** `"hidden"` keeps it out of the menu; links and its address still work. Default `"visible"`. */
  visibility?: "visible" | "hidden" | undefined;
}

/** A page of the app, made by `st.Page`. The one that `st.navigation` returns can be run. */
export class AppPage {
  readonly title: string;
  /** Empty when there is none. */
  readonly icon: string;
  readonly visibility: "visible" | "hidden";
  /** @internal */
  readonly source: PageSource;
  /** @internal The path it would have if it were not the default page. */
  readonly ownPath: string;
  /** @internal */
  readonly isDefault: boolean;

  constructor(source: PageSource, options: PageOptions) {
    const { title, icon, urlPath, visibility = "visible" } = options;
    const name = typeof source === "string" ? fileName(source) : functionName(source.name);
    this.source = source;
    this.visibility = visibility;
    this.isDefault = options.default === true;
    this.title = checkedTitle(title, name.title, source);
    this.icon = checkedIcon(icon ?? name.icon);
    this.ownPath = checkedPath(urlPath, name.path, this.isDefault, this.title);
  }

  /** True for the page that the app opens with, also when that is so because it comes first. */
  get default(): boolean {
    return this.isDefault || visitedBy()?.pages.isDefault(this) === true;
  }

  /** Last part of the page's address; empty for the default page. */
  get urlPath(): string {
    return this.default ? "" : this.ownPath;
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

function visitedBy(): Session | undefined {
  return currentScope()?.run?.live;
}

function checkedTitle(given: string | undefined, inferred: string, source: PageSource): string {
  if (given === undefined && typeof source !== "string" && source.name === "") {
    throw new AppError("page", "st.Page: a title cannot be inferred from a function without a name", {
      hint: 'Give it one: st.Page(() => { … }, { title: "Settings" }).',
    });
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
  if (icon === "" || isIcon(icon)) return icon;
  throw new AppError("page", `st.Page: icon must be one emoji or ":material/name:", not ${JSON.stringify(icon)}`, {
    hint: 'For instance { icon: "🎈" } or { icon: ":material/search:" }.',
  });
}

function checkedPath(given: string | undefined, inferred: string, isDefault: boolean, title: string): string {
  const path = (given ?? inferred).trim().replace(/^\/+|\/+$/g, "");
  if (given !== undefined && path.includes("/")) {
    throw new AppError("page", `st.Page: urlPath cannot have a slash inside, as ${JSON.stringify(given)} does`, {
      hint: `Paths have one part: { urlPath: ${JSON.stringify(path.replace(/\/+/g, "-"))} }.`,
    });
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

/**
 * Declares a page of the app, for `st.navigation`, `st.pageLink` and `st.switchPage`.
 *
 * @param page - Path of the page's file, relative to the entry script, or a function that draws the page.
 * @param options - `title`, `icon`, `urlPath`, `default`, `visibility`.
 * @returns The page, with its `title`, `icon` and `urlPath`.
 * @throws AppError when the file is missing, or a title cannot be inferred, or an option is wrong.
 * @example
 * const search = st.Page("tools/search.ts", { title: "Search", icon: ":material/search:" });
 */
export function Page(page: PageSource, options: PageOptions = {}): AppPage {
  if (typeof page !== "function" && (typeof page !== "string" || page === "")) {
    throw new AppError("argument", `st.Page: page must be the path of a file or a function, not ${String(page)}`);
  }
  const { visibility } = options;
  if (visibility !== undefined && visibility !== "visible" && visibility !== "hidden") {
    throw new AppError("argument", `st.Page: visibility must be "visible" or "hidden", not ${JSON.stringify(visibility)}`);
  }
  if (typeof page === "string") visitedBy()?.pages.requireFile(page);
  return new AppPage(page, options);
}
