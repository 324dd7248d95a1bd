import type { Navigation, NavigationPage } from "../../protocol/messages.ts";
import type { Entry, Shown } from "./entry.ts";
import { fillPath } from "./page-pattern.ts";

/** What the page is told of an app with nothing to choose from. */
export const NO_NAVIGATION: Navigation = { position: "hidden", expanded: false, sections: [], current: "" };

/** A page as the menu needs it. One whose path must be filled first is no item, but names the page while it is shown. */
export function menuItem(entry: Entry, current: Shown): NavigationPage {
  const { title, icon, href, pattern, help } = entry;
  const filled = pattern && fillPath(pattern, {});
  const own = filled && "path" in filled ? filled.path : entry.path;
  const path = pattern && current.entry === entry ? current.path : own;
  const hidden = entry.hidden || (filled !== undefined && "wrong" in filled);
  return { path, title, ...(icon ? { icon } : {}), ...(hidden ? { hidden } : {}), ...(href ? { href } : {}), ...(help ? { help } : {}) };
}

/** The menu of the folder `pages/`. */
export function listing(entries: readonly Entry[], current: Shown, isShown: boolean): Navigation {
  const sections = [{ label: "", pages: entries.map((entry) => menuItem(entry, current)) }];
  return { position: isShown ? "sidebar" : "hidden", expanded: false, sections, current: current.path };
}
