import type { NavigationPage } from "../../protocol/messages.ts";
import { showShortcut } from "../../ui/hooks.ts";
import { t } from "../../ui/messages.ts";
import type { OwnStore } from "../../ui/store.ts";
import type { Preferences } from "../preferences.ts";
import type { Session } from "../session.ts";
import { type FrameActions, menuEntries } from "./actions.ts";
import type { Command } from "./commands.tsx";
import { isDeveloper } from "./developer.ts";

export interface CommandSources extends FrameActions {
  session: Session;
  preferences: OwnStore<Preferences>;
  wide: boolean;
}

/** All that the palette offers now: pages, what the menu has and the settings, and the headings on screen. */
export function listCommands(sources: CommandSources): Command[] {
  return [...pageCommands(sources.session), ...ownCommands(sources), ...headingCommands()];
}

function pageCommands(session: Session): Command[] {
  const navigation = session.navigation.get();
  const pages = navigation?.sections.flatMap((section) => section.pages).filter((page) => !page.hidden) ?? [];
  if (pages.length < 2) return [];
  const go = ({ path, href }: NavigationPage) => (href === undefined ? session.go(path) : void window.open(href, "_blank", "noopener,noreferrer"));
  return pages.map((page) => ({ group: t("pages"), label: page.title, icon: page.icon, run: () => go(page) }));
}

function ownCommands(sources: CommandSources): Command[] {
  const { session, preferences, wide, mode, open } = sources;
  const group = t("commands");
  const change = (some: Partial<Preferences>) => preferences.set((all) => ({ ...all, ...some }));
  const ofMenu = menuEntries(sources).flatMap((entry): Command[] => {
    if (entry === "separator" || typeof entry.label !== "string") return [];
    const { label, hint, href } = entry;
    const run = entry.onSelect ?? (() => window.open(href, "_blank", "noopener,noreferrer"));
    return [{ group, label, hint: hint && showShortcut(hint), run }];
  });
  if (mode === "minimal") return ofMenu;
  const themes = (["light", "dark", "system"] as const).map((theme) => ({
    group,
    label: `${t("theme")}: ${t(theme === "light" ? "themeLight" : theme === "dark" ? "themeDark" : "themeSystem")}`,
    run: () => change({ theme }),
  }));
  return [
    ...(session.running.get() ? [{ group, label: t("stop"), run: session.stop }] : []),
    ...ofMenu,
    ...themes,
    { group, label: t("wideMode"), hint: wide ? "✓" : undefined, run: () => change({ wide: !wide }) },
    ...(isDeveloper(mode) ? [{ group, label: t("themeEditor"), run: () => open("themeEditor") }] : []),
  ];
}

function headingCommands(): Command[] {
  const headings = document.querySelectorAll<HTMLElement>("#main :is(h1, h2, h3, h4, h5, h6)[id]");
  return [...headings]
    .filter((heading) => heading.offsetParent !== null)
    .map((heading) => ({ group: t("headings"), label: heading.innerText.trim(), run: () => goTo(heading) }))
    .filter(({ label }) => label !== "");
}

/** Where keys and screen readers go on from the heading. */
function goTo(heading: HTMLElement): void {
  heading.scrollIntoView({ behavior: "smooth", block: "start" });
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  history.replaceState(history.state, "", `#${heading.id}`);
}
