import type { Navigation } from "../../protocol/messages.ts";
import { AppError } from "../errors/errors.ts";
import { sessionOf } from "../screen/place.ts";
import type { Session } from "../sessions/session.ts";
import { type AnyPage, AppPage, Page, type PageSource } from "./page.ts";
import { shapeOf } from "./page-pattern.ts";
import type { Entry, Shown } from "./entry.ts";
import { menuItem } from "./menu.ts";

/** A page, or what `st.Page` would make one of. */
export type Destination = AnyPage | PageSource;

export interface NavigationOptions {
  /** Where the menu is; `"hidden"` for apps that link their pages themselves. Default `"sidebar"`. */
  position?: "sidebar" | "top" | "hidden" | undefined;
  /**
   * True shows long menus whole, a number says how many pages a folded one shows. Default false: menus of more than
   * twelve pages fold to ten when other things share the sidebar.
   */
  expanded?: boolean | number | undefined;
}

interface Section {
  label: string;
  pages: AppPage[];
}

/**
 * Declares the pages this session can reach, shows their menu, and says which one is open.
 *
 * @param pages - A list of pages, or an object or a map of lists whose keys head the sections of the menu.
 * @param options - `position` and `expanded`.
 * @returns The page to run.
 * @throws AppError for no pages, two default ones, or two with the same path.
 * @example
 * const page = st.navigation([st.Page("home.ts", { default: true }), st.Page("settings.ts")]);
 * await page.run();
 */
export function navigation(
  pages: readonly Destination[] | Readonly<Record<string, readonly Destination[]>> | ReadonlyMap<string, readonly Destination[]>,
  options: NavigationOptions = {},
): AppPage {
  const session = sessionOf("st.navigation");
  const { position = "sidebar", expanded = false } = options;
  if (position !== "sidebar" && position !== "top" && position !== "hidden") {
    throw new AppError("argument", `st.navigation: position must be "sidebar", "top" or "hidden", not ${JSON.stringify(position)}`);
  }
  checkExpanded(expanded);
  const sections = sectionsOf(pages);
  const all = sections.flatMap((section) => section.pages);
  refuseTwice(all);
  const fallback = defaultOf(all);
  const entries = new Map(all.map((page) => [page, entryOf(session, page, page === fallback)]));
  refuseNamesakes([...entries.values()]);
  const own = [...entries.values()].filter(({ href }) => href === undefined);
  const isShown = session.core.option("client.showSidebarNavigation", true);
  const item = (page: AppPage, current: Shown) => menuItem(entries.get(page) as Entry, current);
  const chosen = session.pages.declare(
    own,
    entries.get(fallback) as Entry,
    (current): Navigation => ({
      position: isShown ? position : "hidden",
      expanded,
      sections: sections.map(({ label, pages: inside }) => ({ label, pages: inside.map((page) => item(page, current)) })),
      current: current.path,
    }),
  );
  return chosen.page as AppPage;
}

function checkExpanded(expanded: unknown): void {
  if (typeof expanded === "boolean" || (typeof expanded === "number" && Number.isInteger(expanded) && expanded > 0)) return;
  throw new AppError("argument", `st.navigation: expanded must be true, false or a whole number above 0, not ${String(expanded)}`);
}

function sectionsOf(pages: Parameters<typeof navigation>[0]): Section[] {
  if (typeof pages !== "object" || pages === null) {
    throw new AppError("argument", `st.navigation: pages must be a list of pages or an object of such lists, not ${String(pages)}`);
  }
  if (isList(pages)) return [{ label: "", pages: pages.map(pageOf) }];
  const named = pages instanceof Map ? [...(pages as ReadonlyMap<string, readonly Destination[]>)] : Object.entries(pages);
  return named.map(([label, inside]) => {
    if (!Array.isArray(inside)) throw new AppError("argument", `st.navigation: the section "${label}" must be a list of pages, not ${String(inside)}`);
    return { label, pages: inside.map(pageOf) };
  });
}

function isList(pages: Parameters<typeof navigation>[0]): pages is readonly Destination[] {
  return Array.isArray(pages);
}

function pageOf(destination: Destination): AppPage {
  return destination instanceof AppPage ? destination : Page(destination);
}

function defaultOf(pages: readonly AppPage[]): AppPage {
  const first = pages.find((page) => !page.isElsewhere && !page.pattern);
  if (!first) {
    const missing = pages.length === 0 ? "at least one page is needed" : "at least one page must be the app's own, with a path that is always the same";
    throw new AppError("page", `st.navigation: ${missing}`, { hint: 'For instance st.navigation([st.Page("home.ts")]).' });
  }
  const defaults = pages.filter((page) => page.isDefault);
  if (defaults.length <= 1) return defaults[0] ?? first;
  throw new AppError("page", `st.navigation: only one page can be the default one, not ${defaults.map(({ title }) => `"${title}"`).join(" and ")}`, {
    hint: "Leave { default: true } at one of them.",
  });
}

function entryOf(session: Session, page: AppPage, isDefault: boolean): Entry {
  const { source, ownPath, title, icon, help, visibility, pattern } = page;
  const { host, entry } = session.core;
  const shared = { ownPath, title, icon, help, pattern, page };
  if (page.isElsewhere) return { ...shared, key: ownPath, path: ownPath, hidden: visibility === "hidden", id: undefined, href: source as string };
  if (typeof source === "string") session.pages.requireFile(source);
  return {
    ...shared,
    key: ownPath,
    path: isDefault ? "" : ownPath,
    hidden: visibility === "hidden",
    id: typeof source === "string" ? host.resolvePage(entry, source) : undefined,
  };
}

function refuseTwice(pages: readonly AppPage[]): void {
  const twice = pages.find((page, at) => pages.indexOf(page) < at);
  if (!twice) return;
  throw new AppError("page", `st.navigation: the page "${twice.title}" with the path "${twice.ownPath}" is listed twice; paths must be unique`, {
    hint: "List it once, or make another page of the same file or function with another { urlPath: … }.",
  });
}

/** The default page, too, keeps the path it has by its name: it is its own again when another page is the default one. */
function refuseNamesakes(entries: readonly Entry[]): void {
  const seen = new Set<string>();
  for (const { ownPath, title, pattern } of entries) {
    const shape = pattern ? shapeOf(pattern) : ownPath;
    if (seen.has(shape)) {
      throw new AppError("page", `st.navigation: several pages have the path "${ownPath}", "${title}" among them; paths must be unique`, {
        hint: "It may come from the name of a file or function: give one of them another { urlPath: … }.",
      });
    }
    seen.add(shape);
  }
}
