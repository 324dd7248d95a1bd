import type { PageConfig } from "../../protocol/messages.ts";
import { AppError } from "../errors/errors.ts";
import { quote } from "../errors/quote.ts";
import { sessionOf } from "../screen/place.ts";
import type { Session } from "../sessions/session.ts";
import { pageIcon as pageIconOf } from "./page-icon.ts";

/** Entries of the page's menu. An address begins with `https:`, `http:` or `mailto:`; `null` takes the entry away. */
export interface MenuItems {
  /** Where "Get help" leads. */
  getHelp?: string | null | undefined;
  /** Where "Report a bug" leads. */
  reportABug?: string | null | undefined;
  /** What "About" shows. Markdown. */
  about?: string | null | undefined;
  "Get help"?: string | null | undefined;
  "Get Help"?: string | null | undefined;
  "Report a bug"?: string | null | undefined;
  /** Markdown. */
  About?: string | null | undefined;
}

export interface PageConfigOptions {
  /** Title of the browser's tab. Default: that of the page. */
  pageTitle?: string | undefined;
  /**
   * An emoji, `:shortcode:`, `:material/name:`, the address of an image, the path of one relative to the working directory,
   * the text of an SVG, or `"random"`.
   */
  pageIcon?: string | undefined;
  /** `"centered"` keeps lines short enough to read, `"wide"` takes the whole window. Default `"centered"`. */
  layout?: "centered" | "wide" | undefined;
  /** A number is the width in CSS pixels of a sidebar that starts open. Default `"auto"`: open where there is room. */
  initialSidebarState?: "auto" | "expanded" | "collapsed" | number | undefined;
  /** Entries of the menu in the upper right corner: `getHelp` and `reportABug` are addresses, `about` is Markdown; null takes one away. */
  menuItems?: MenuItems | undefined;
}

const MENU = { gethelp: "help", reportabug: "bug", about: "about" } as const;

/**
 * Sets title and icon of the browser's tab, layout, sidebar and menu of the page that is shown.
 * May be called anywhere and several times; what is left out stays as it was.
 *
 * @param options - `pageTitle`, `pageIcon`, `layout`, `initialSidebarState`, `menuItems`.
 * @throws AppError for a value that is not accepted, listing those that are.
 * @example
 * st.setPageConfig({ pageTitle: "Sales", pageIcon: "📈", layout: "wide" });
 */
export function setPageConfig(options: PageConfigOptions = {}): void {
  const session = sessionOf("st.setPageConfig");
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const example = typeof options === "string" ? options : "Sales";
    throw new AppError("argument", `st.setPageConfig: options must be an object, not ${quote(options)}`, {
      hint: `Write st.setPageConfig({ pageTitle: ${JSON.stringify(example)} }).`,
    });
  }
  session.pages.config.add(checked(options, session));
}

function checked(options: PageConfigOptions, session: Session): PageConfig {
  const { pageTitle, pageIcon, layout, initialSidebarState: sidebar, menuItems } = options;
  const config: PageConfig = {};
  if (pageTitle != null) config.title = text("pageTitle", pageTitle);
  if (pageIcon != null) config.icon = pageIconOf(text("pageIcon", pageIcon), session);
  if (layout != null) {
    if (layout !== "centered" && layout !== "wide") throw bad("layout", '"centered" or "wide"', layout);
    config.layout = layout;
  }
  if (sidebar != null) {
    const isWidth = typeof sidebar === "number" && sidebar > 0 && Number.isFinite(sidebar);
    if (!isWidth && sidebar !== "auto" && sidebar !== "expanded" && sidebar !== "collapsed") {
      throw bad("initialSidebarState", '"auto", "expanded", "collapsed", or a width in pixels', sidebar);
    }
    config.sidebar = sidebar;
  }
  if (menuItems != null) config.menu = menuOf(menuItems);
  return config;
}

function menuOf(items: MenuItems): NonNullable<PageConfig["menu"]> {
  const menu: NonNullable<PageConfig["menu"]> = {};
  for (const [given, value] of Object.entries(items) as [string, string | null | undefined][]) {
    const name = MENU[given.replace(/[\s_]+/g, "").toLowerCase() as keyof typeof MENU];
    if (!name) throw bad("menuItems", 'made of "Get help", "Report a bug" and "About"', given, "with the key ");
    if (value === undefined) continue;
    if (value !== null && typeof value !== "string") throw bad(`menuItems["${given}"]`, "text or null", value);
    if (name !== "about" && value !== null && !/^(https?:\/\/|mailto:)\S+$/.test(value)) {
      throw bad(`menuItems["${given}"]`, "an address that begins with http://, https:// or mailto:", value);
    }
    menu[name] = value;
  }
  return menu;
}

function text(argument: string, value: unknown): string {
  if (typeof value !== "string") throw bad(argument, "text", value);
  return value;
}

function bad(argument: string, accepted: string, value: unknown, before = ""): AppError {
  return new AppError("config", `st.setPageConfig: ${argument} must be ${accepted}, not ${before}${JSON.stringify(value) ?? String(value)}`);
}

/** What each page of a session was configured to, and what the browser was told. */
export interface PageConfigs {
  /** A full run begins; it will probably show this page. */
  begin(likely: string): void;
  add(config: PageConfig): void;
  /** The run shows this page: what was set so far is for it. */
  settle(page: string): void;
}

export function createPageConfigs(tell: (config: PageConfig) => void): PageConfigs {
  const byPage = new Map<string, PageConfig>();
  let shown = "";
  let waiting: PageConfig | undefined;
  let told = "{}";
  const say = (config: PageConfig) => {
    const next = JSON.stringify(config);
    if (next === told) return;
    told = next;
    tell(config);
  };
  return {
    begin(likely) {
      shown = likely;
      waiting = {};
    },
    add(config) {
      if (waiting) waiting = merge(waiting, config);
      else byPage.set(shown, merge(byPage.get(shown), config));
      // Most scripts say this first and draw for long: the tab need not wait for `st.navigation`.
      say(merge(byPage.get(shown), waiting));
    },
    settle(page) {
      shown = page;
      const config = merge(byPage.get(page), waiting);
      waiting = undefined;
      byPage.set(page, config);
      say(config);
    },
  };
}

function merge(before: PageConfig | undefined, more: PageConfig | undefined): PageConfig {
  const menu = before?.menu || more?.menu ? { menu: { ...before?.menu, ...more?.menu } } : {};
  return { ...before, ...more, ...menu };
}
