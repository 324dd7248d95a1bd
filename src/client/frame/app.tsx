import { type ReactNode, useEffect, useMemo, useState } from "react";
import { ROOT } from "../../protocol/messages.ts";
import type { Files } from "../../ui/files.ts";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { PageContext, PlaceContext, ThemeContext } from "../../ui/page.ts";
import { useStickToEnd } from "../../ui/stick-to-end.ts";
import { createStore, type OwnStore, useStore } from "../../ui/store.ts";
import type { AppLocation, Embed } from "../location.ts";
import { type Registry, StageContext, useChildren, useNode } from "../node-view.tsx";
import type { Preferences } from "../preferences.ts";
import { QUIET, type Session } from "../session.ts";
import { type ThemeDraft, type Themes, useThemes } from "../theming.ts";
import styles from "./app.module.css";

import { useToldHeight } from "./embedding.ts";
import { Events } from "./events.tsx";
import { createPage } from "./page-services.ts";
import { usePageHead } from "./head.ts";
import { Header } from "./header.tsx";
import { useHotkeys } from "./hotkeys.ts";
import type { DialogName } from "./dialog-name.ts";
import { LateDialogs } from "./late-dialogs.tsx";
import { LinksContext } from "./navigation.tsx";
import { Notices } from "./notices.tsx";
import { createRecorder, type Recorder } from "./recorder.ts";
import { Sidebar, useSidebar } from "./sidebar.tsx";
import { Spoken } from "./spoken.tsx";

export interface AppProps {
  session: Session;
  registry: Registry;
  location: AppLocation;
  preferences: OwnStore<Preferences>;
  files: Files;
}

/** The whole page: header, sidebar, main column, and what lies above them. */
export function App({ session, registry, location, preferences, files }: AppProps): ReactNode {
  const config = useStore(session.config);
  const chosen = useStore(preferences);
  const [draft] = useState(() => createStore<ThemeDraft | null>(null));
  const themes = useThemes(config.theme ?? NO_OPTIONS, { preference: chosen.theme, location, draft: useStore(draft) });
  // The theme is part of what is told.
  useEffect(() => session.tellContext(), [session, themes.main.base]);
  const page = useMemo(() => createPage(session, location, files), [session, location, files]);
  const stage = useMemo(() => ({ session, registry }), [session, registry]);
  return (
    <PageContext value={page}>
      <StageContext value={stage}>
        <LinksContext value={location}>
          <ThemeContext value={themes.main}>
            <Frame session={session} location={location} preferences={preferences} themes={themes} draft={draft} />
          </ThemeContext>
        </LinksContext>
      </StageContext>
    </PageContext>
  );
}

const NO_OPTIONS = {};

interface FrameProps {
  session: Session;
  location: AppLocation;
  preferences: OwnStore<Preferences>;
  themes: Themes;
  draft: OwnStore<ThemeDraft | null>;
}

function Frame({ session, location, preferences, themes, draft }: FrameProps): ReactNode {
  const [dialog, open] = useState<DialogName | null>(null);
  const chosen = useStore(preferences);
  const pageConfig = useStore(session.pageConfig);
  const sidebar = useSidebar(session, preferences, location.base);
  const { embed } = location;
  const wide = embed.options.has("wide") || (chosen.wide ?? pageConfig.layout === "wide");
  const bare = embed.on && !embed.options.has("show_toolbar");
  const recorder = useRecorder(session);
  usePageHead(session);
  useHotkeys(session, open);
  return (
    <div
      className={classes(
        styles.app,
        "stApp",
        embed.on && styles.embedded,
        (!bare || sidebar.exists) && styles.underToolbar,
        embed.options.has("disable_scrolling") && styles.still,
      )}
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
          {!bare && <Header session={session} sidebar={sidebar} recorder={recorder} open={open} />}
          {bare && sidebar.exists && !sidebar.open && <sidebar.Opener floating />}
          <Main session={session} wide={wide} embed={embed} />
        </div>
      </div>
      <Events />
      <Notices session={session} />
      <LateDialogs {...{ session, open, preferences, themes, draft, recorder, wide }} name={dialog} />
      <Spoken session={session} />
    </div>
  );
}

function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function useRecorder(session: Session): Recorder {
  const [recorder] = useState(() =>
    createRecorder(
      () => `${document.title} ${new Date().toISOString().slice(0, 16).replace(":", "-")}`,
      () => session.notices.set((all) => [...all, { id: -1, level: "error", message: t("recordingFailed") }]),
    ),
  );
  return recorder;
}

function Main({ session, wide, embed }: { session: Session; wide: boolean; embed: Embed }): ReactNode {
  const node = useNode(ROOT.main);
  const children = useChildren(node);
  const bottom = useNode(ROOT.bottom);
  const pinned = (bottom?.children.length ?? 0) > 0;
  const settled = useStore(session.settled);
  const page = useStore(session.navigation)?.current;
  useScrollToAnchor(settled);
  useScrollToTop(page);
  const padded = !embed.on || embed.options.has("show_padding");
  const content = useToldHeight(embed.on);
  // With a field for messages at the foot, the page is a conversation.
  const own = useStickToEnd<HTMLElement>(children, (box) => box.querySelector('[data-testid="stBottom"] [data-testid="stChatInput"]') !== null);
  return (
    <main
      ref={own}
      id="main"
      tabIndex={-1}
      className={classes(styles.main, "stMain", wide ? styles.wide : styles.centered, !padded && styles.unpadded)}
      data-testid="stMain"
      data-layout={wide ? "wide" : "narrow"}
    >
      <div ref={content} className={classes(styles.container, "stMainBlockContainer", pinned && styles.abovePinned)} data-testid="stMainBlockContainer">
        <PlaceContext value="main">
          <div className="rv-block stVerticalBlock" data-testid="stVerticalBlock" data-direction="vertical">
            {children}
          </div>
        </PlaceContext>
        {children.length === 0 && <Nothing session={session} settled={settled} quiet={embed.options.has("hide_loading_screen")} />}
        {embed.on && embed.options.has("show_footer") && (
          <footer className={styles.footer} data-testid="stFooter">
            {t("madeWith")}
          </footer>
        )}
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

/** Before the first element: quiet at first, then a skeleton; after a run that drew nothing: a hint. */
function Nothing({ session, settled, quiet }: { session: Session; settled: boolean; quiet: boolean }): ReactNode {
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
  if (!late || settled || quiet) return null;
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
