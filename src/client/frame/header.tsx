import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { Glyph } from "../../ui/glyphs.tsx";
import { classes } from "../../ui/key-class.ts";
import type { MenuEntry } from "../../ui/menu.tsx";
import { t } from "../../ui/messages.ts";
import { useStore } from "../../ui/store.ts";
import type { Session } from "../session.ts";
import type { DialogName } from "./late-dialogs.tsx";
import styles from "./header.module.css";
import { isDeveloper } from "./hotkeys.ts";
import { Logo } from "./logo.tsx";
import { TopNavigation } from "./top-navigation.tsx";
import { isLost } from "./page-services.ts";
import type { SidebarState } from "./sidebar.tsx";

const loadMenu = () => import("../../ui/menu.tsx").then(({ Menu }) => ({ default: Menu }));
const Menu = lazy(loadMenu);

/** The bar on top: opens the sidebar, shows pages, what is going on, and the menu. */
export function Header(props: { session: Session; sidebar: SidebarState; open(dialog: DialogName): void }): ReactNode {
  const { session, sidebar, open } = props;
  return (
    <header className={classes(styles.header, "stHeader", "stAppHeader")} data-testid="stHeader">
      {sidebar.exists && !sidebar.open && <sidebar.Opener />}
      {!(sidebar.exists && sidebar.open && !sidebar.narrow) && <Logo session={session} place="header" />}
      <div className={styles.middle}>{!sidebar.narrow && <TopNavigation session={session} />}</div>
      <div className={classes(styles.toolbar, "stToolbar")} data-testid="stToolbar">
        <Status session={session} />
        <MainMenu session={session} open={open} />
      </div>
    </header>
  );
}

/** Runs shorter than this are not worth a flicker. */
const SHOW_AFTER = 300;

function Status({ session }: { session: Session }): ReactNode {
  const running = useStore(session.running);
  const stopping = useStore(session.stopping);
  const link = useStore(session.link);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!running) return setLate(false);
    const timer = setTimeout(() => setLate(true), SHOW_AFTER);
    return () => clearTimeout(timer);
  }, [running]);
  if (isLost(link)) {
    return (
      <div className={styles.status} role="status" data-testid="stConnectionStatus">
        <Glyph name="warning" size={1} />
        <span>{t("reconnecting")}</span>
      </div>
    );
  }
  if (!running || !late) return null;
  return (
    <div className={classes(styles.status, "stStatusWidget")} data-testid="stStatusWidget">
      <span className={styles.spinner} aria-hidden="true" />
      <span className={styles.word}>{t(stopping ? "stopping" : "running")}</span>
      <button type="button" className={styles.stop} disabled={stopping} onClick={session.stop}>
        {t("stop")}
      </button>
    </div>
  );
}

function MainMenu({ session, open }: { session: Session; open(dialog: DialogName): void }): ReactNode {
  const config = useStore(session.config);
  const { menu = {} } = useStore(session.pageConfig);
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(false);
  const entries = menuEntries(session, open, menu, config.toolbarMode);
  if (entries.length === 0) return null;
  return (
    <div className="stMainMenu" data-testid="stMainMenu">
      <button
        ref={button}
        type="button"
        className={styles.iconButton}
        aria-label={t("mainMenu")}
        aria-haspopup="menu"
        aria-expanded={shown}
        data-testid="stMainMenuButton"
        onClick={() => setShown(!shown)}
        onPointerEnter={() => void loadMenu()}
        onFocus={() => void loadMenu()}
      >
        <Glyph name="menu" />
      </button>
      {shown && (
        <Suspense fallback={null}>
          <Menu anchor={button} label={t("mainMenu")} entries={entries} onClose={() => setShown(false)} testid="stMainMenuPopover" />
        </Suspense>
      )}
    </div>
  );
}

interface MenuLinks {
  help?: string | null;
  bug?: string | null;
  about?: string | null;
}

/** Entries by toolbar mode; in minimal mode only what the script itself put there. */
export function menuEntries(
  session: Pick<Session, "rerun">,
  open: (dialog: DialogName) => void,
  menu: MenuLinks,
  mode: "auto" | "developer" | "viewer" | "minimal",
): MenuEntry[] {
  const entries: MenuEntry[] = [];
  const own: MenuEntry[] = [];
  if (menu.help) own.push({ label: t("getHelp"), href: menu.help });
  if (menu.bug) own.push({ label: t("reportBug"), href: menu.bug });
  if (mode === "minimal") return menu.about ? [...own, { label: t("about"), onSelect: () => open("about") }] : own;
  entries.push({ label: t("rerun"), hint: "R", onSelect: session.rerun }, { label: t("settings"), onSelect: () => open("settings") }, "separator", {
    label: t("print"),
    onSelect: () => setTimeout(() => window.print(), 100),
  });
  entries.push(...own, { label: t("shortcuts"), hint: "?", onSelect: () => open("shortcuts") });
  if (menu.about !== null) entries.push({ label: t("about"), onSelect: () => open("about") });
  if (isDeveloper(mode)) entries.push("separator", { label: t("clearCache"), hint: "C", onSelect: () => open("clearCache") });
  return entries;
}
