import { type ReactNode, useEffect, useMemo, useState } from "react";
import { ROOT } from "../../protocol/messages.ts";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { PageContext, PlaceContext, ThemeContext } from "../../ui/page.ts";
import { useStickToEnd } from "../../ui/stick-to-end.ts";
import { type OwnStore, useStore } from "../../ui/store.ts";
import type { AppLocation } from "../location.ts";
import { type Registry, StageContext, useChildren, useNode } from "../node-view.tsx";
import type { Preferences } from "../preferences.ts";
import { QUIET, type Session } from "../session.ts";
import { useThemes } from "../theming.ts";
import styles from "./app.module.css";

import { createPage } from "./page-services.ts";
import { usePageHead } from "./head.ts";
import { Header } from "./header.tsx";
import { useHotkeys } from "./hotkeys.ts";
import { type DialogName, LateDialogs } from "./late-dialogs.tsx";
import { LinksContext } from "./navigation.tsx";
import { Notices } from "./notices.tsx";
import { Sidebar, useSidebar } from "./sidebar.tsx";

export interface AppProps {
  session: Session;
  registry: Registry;
  location: AppLocation;
  preferences: OwnStore<Preferences>;
}

/** The whole page: header, sidebar, main column, and what lies above them. */
export function App({ session, registry, location, preferences }: AppProps): ReactNode {
  const config = useStore(session.config);
  const chosen = useStore(preferences);
  const themes = useThemes(config.theme ?? NO_OPTIONS, { preference: chosen.theme, location, draft: null });
  // The theme is part of what is told.
  useEffect(() => session.tellContext(), [session, themes.main.base]);
  const page = useMemo(() => createPage(session, location), [session, location]);
  const stage = useMemo(() => ({ session, registry }), [session, registry]);
  return (
    <PageContext value={page}>
      <StageContext value={stage}>
        <LinksContext value={location}>
          <ThemeContext value={themes.main}>
            <Frame session={session} location={location} preferences={preferences} themes={themes} />
          </ThemeContext>
        </LinksContext>
      </StageContext>
    </PageContext>
  );
}

const NO_OPTIONS = {};

function Frame(props: { session: Session; location: AppLocation; preferences: OwnStore<Preferences>; themes: ReturnType<typeof useThemes> }): ReactNode {
  const { session, location, preferences, themes } = props;
  const [dialog, open] = useState<DialogName | null>(null);
  const chosen = useStore(preferences);
  const pageConfig = useStore(session.pageConfig);
  const sidebar = useSidebar(session, preferences);
  const { embed } = location;
  const wide = embed.options.has("wide") || (chosen.wide ?? pageConfig.layout === "wide");
  const bare = embed.on && !embed.options.has("show_toolbar");
  usePageHead(session);
  useHotkeys(session, open);
  return (
    <div
      className={classes(styles.app, "stApp", embed.on && styles.embedded, embed.options.has("disable_scrolling") && styles.still)}
      data-testid="stApp"
      data-test-script-state={useStore(session.running) ? "running" : "notRunning"}
      data-embedded={embed.on || undefined}
    >
      <a className={styles.skip} href="#main" onClick={(event) => skip(event.nativeEvent)}>
        {t("skipToContent")}
      </a>
      <div className={classes(styles.view, "stAppViewContainer")} data-testid="stAppViewContainer">
        {sidebar.exists && <Sidebar session={session} state={sidebar} theme={themes.sidebar} />}
        <div className={styles.column}>
          {!bare && <Header session={session} sidebar={sidebar} open={open} />}
          {bare && sidebar.exists && !sidebar.open && <sidebar.Opener floating />}
          <Main session={session} wide={wide} padded={!embed.on || embed.options.has("show_padding")} />
        </div>
      </div>
      <Events />
      <Notices session={session} />
      <LateDialogs session={session} name={dialog} open={open} preferences={preferences} themes={themes} wide={wide} />
      <Spoken session={session} />
    </div>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function Main({ session, wide, padded }: { session: Session; wide: boolean; padded: boolean }): ReactNode {
  const node = useNode(ROOT.main);
  const children = useChildren(node);
  const bottom = useNode(ROOT.bottom);
  const pinned = (bottom?.children.length ?? 0) > 0;
  const settled = useStore(session.settled);
  const page = useStore(session.navigation)?.current;
  useScrollToAnchor(settled);
  useScrollToTop(page);
  // With a field at the foot, the page is a conversation.
  const own = useStickToEnd<HTMLElement>(children, () => pinned);
  return (
    <main
      ref={own}
      id="main"
      tabIndex={-1}
      className={classes(styles.main, "stMain", wide ? styles.wide : styles.centered, !padded && styles.unpadded)}
      data-testid="stMain"
      data-layout={wide ? "wide" : "narrow"}
    >
      <div className={classes(styles.container, "stMainBlockContainer", pinned && styles.abovePinned)} data-testid="stMainBlockContainer">
        <PlaceContext value="main">
          <div className="rv-block stVerticalBlock" data-testid="stVerticalBlock" data-direction="vertical">
            {children}
          </div>
        </PlaceContext>
        {children.length === 0 && <Nothing session={session} settled={settled} />}
      </div>
      {pinned && <Bottom />}
    </main>
  );
}

function Bottom(): ReactNode {
  const children = useChildren(useNode(ROOT.bottom));
  return (
    <div className={classes(styles.bottom, "stBottom")} data-testid="stBottom">
      <div className={styles.bottomInner} data-testid="stBottomBlockContainer">
        <div className="rv-block stVerticalBlock" data-testid="stVerticalBlock" data-direction="vertical">
          {children}
        </div>
      </div>
    </div>
  );
}

/** Toasts, balloons and dialogs of the script. */
function Events(): ReactNode {
  const children = useChildren(useNode(ROOT.event));
  return (
    <div className={classes(styles.events, "stToastContainer")} data-testid="stToastContainer">
      {children}
    </div>
  );
}

/** Before the first element: quiet at first, then a skeleton; after a run that drew nothing: a hint. */
function Nothing({ session, settled }: { session: Session; settled: boolean }): ReactNode {
  const running = useStore(session.running);
  const failed = useStore(session.compileError) !== null;
  const sidebarEmpty = (useNode(ROOT.sidebar)?.children.length ?? 0) === 0;
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), QUIET);
    return () => clearTimeout(timer);
  }, []);
  if (settled && !running) {
    if (!sidebarEmpty || failed) return null;
    return (
      <div className={styles.empty} data-testid="stEmptyApp">
        <p className={styles.emptyTitle}>{t("emptyTitle")}</p>
        <p>{t("emptyDetail")}</p>
      </div>
    );
  }
  if (!late || settled) return null;
  return (
    <div className={styles.skeleton} data-testid="stAppSkeleton" role="img" aria-label={t("loading")}>
      {[45, 90, 82, 86, 60].map((width, index) => (
        <div key={width} style={{ width: `${width}%`, height: index === 0 ? "2.5rem" : "1rem" }} />
      ))}
    </div>
  );
}

/** After the first run, scrolls once to the heading the address names. */
function useScrollToAnchor(settled: boolean): void {
  useEffect(() => {
    const id = decodeURIComponent(window.location.hash.slice(1));
    if (settled && id) document.getElementById(id)?.scrollIntoView();
  }, [settled]);
}

function useScrollToTop(page: string | undefined): void {
  // Another page starts at its top.
  useEffect(() => {
    if (!window.location.hash) document.getElementById("main")?.scrollTo({ top: 0 });
  }, [page]);
}

function Spoken({ session }: { session: Session }): ReactNode {
  return (
    <div className="rv-hidden" role="status" aria-live="polite">
      {useStore(session.spoken)}
    </div>
  );
}
