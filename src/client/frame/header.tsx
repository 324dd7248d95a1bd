import { type ReactNode, Suspense, useEffect, useRef, useState } from "react";
import { Glyph } from "../../ui/glyphs.tsx";
import { classes } from "../../ui/key-class.ts";
import { late } from "../../ui/late.ts";
import { t } from "../../ui/messages.ts";
import { useStore } from "../../ui/store.ts";
import { QUIET, type Session } from "../session.ts";
import { menuEntries } from "./actions.ts";
import type { DialogName } from "./dialog-name.ts";
import styles from "./header.module.css";
import { Logo } from "./logo.tsx";
import { isLost } from "./page-services.ts";
import type { Recorder } from "./recorder.ts";
import type { SidebarState } from "./sidebar.tsx";
import { TopNavigation } from "./top-navigation.tsx";

const loadMenu = () => import("../../ui/menu.tsx").then(({ Menu }) => ({ default: Menu }));
const Menu = late(loadMenu);

/** The bar on top: opens the sidebar, shows pages, what is going on, and the menu. */
export function Header(props: { session: Session; sidebar: SidebarState; recorder: Recorder; open(dialog: DialogName): void }): ReactNode {
  const { session, sidebar, recorder, open } = props;
  return (
    <header className={classes(styles.header, "stHeader", "stAppHeader")} data-testid="stHeader">
      {sidebar.exists && !sidebar.open && <sidebar.Opener />}
      {!(sidebar.exists && sidebar.open && !sidebar.narrow) && <Logo session={session} place="header" />}
      <div className={styles.middle}>{!sidebar.narrow && <TopNavigation session={session} />}</div>
      <div className={classes(styles.toolbar, "stToolbar")} data-testid="stToolbar">
        <Recording recorder={recorder} />
        <Status session={session} />
        <MainMenu session={session} recorder={recorder} open={open} />
      </div>
    </header>
  );
}

function Status({ session }: { session: Session }): ReactNode {
  const running = useStore(session.running);
  const stopping = useStore(session.stopping);
  const link = useStore(session.link);
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!running) return setLate(false);
    const timer = setTimeout(() => setLate(true), QUIET);
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

/** While the screen is recorded, for all to see, and the way to end it. */
function Recording({ recorder }: { recorder: Recorder }): ReactNode {
  if (!useStore(recorder.recording)) return null;
  return (
    <div className={styles.status} data-testid="stRecording">
      <span className={styles.dot} aria-hidden="true" />
      <span className={styles.word}>{t("recording")}</span>
      <button type="button" className={styles.stop} aria-label={t("stopRecording")} onClick={recorder.stop}>
        {t("stop")}
      </button>
    </div>
  );
}

function MainMenu({ session, recorder, open }: { session: Session; recorder: Recorder; open(dialog: DialogName): void }): ReactNode {
  const config = useStore(session.config);
  const { menu = {} } = useStore(session.pageConfig);
  const button = useRef<HTMLButtonElement>(null);
  const [shown, setShown] = useState(false);
  const entries = menuEntries({ session, open, recorder, menu, mode: config.toolbarMode });
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
