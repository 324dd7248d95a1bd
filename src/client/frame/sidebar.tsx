import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { ROOT } from "../../protocol/messages.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { isRightToLeft } from "../../ui/direction.ts";
import { NARROW, useMedia } from "../../ui/hooks.ts";
import { classes } from "../../ui/key-class.ts";
import { t } from "../../ui/messages.ts";
import { PlaceContext, ThemeContext } from "../../ui/page.ts";
import { type OwnStore, useStore } from "../../ui/store.ts";
import type { Theme } from "../../ui/theme.ts";
import { useChildren, useNode } from "../node-view.tsx";
import type { Preferences } from "../preferences.ts";
import { useRemembered } from "../remembered.ts";
import type { Session } from "../session.ts";
import { Logo } from "./logo.tsx";
import { hasSideNavigation, SideNavigation } from "./navigation.tsx";
import styles from "./sidebar.module.css";

const LEAST = 244;
const MOST = 550;
const USUAL = 336;
const STEP = 10;

export interface SidebarState {
  exists: boolean;
  open: boolean;
  narrow: boolean;
  width: number;
  setOpen(open: boolean): void;
  /** null returns to the default. */
  setWidth(width: number | null): void;
  Opener: (props: { floating?: boolean }) => ReactNode;
}

const fit = (width: number) => Math.round(Math.max(LEAST, Math.min(MOST, window.innerWidth * 0.9, width)));

/** Whether there is a sidebar, and how it stands: as the script says at first, then as the viewer likes. */
export function useSidebar(session: Session, preferences: OwnStore<Preferences>, base: URL): SidebarState {
  const narrow = useMedia(NARROW);
  const { sidebar: wanted = "auto" } = useStore(session.pageConfig);
  const { sidebarWidth } = useStore(preferences);
  const filled = (useNode(ROOT.sidebar)?.children.length ?? 0) > 0;
  const links = hasSideNavigation(useStore(session.navigation), useStore(session.config), narrow);
  // What was there the last time is expected again: the page need not make room for it later.
  const settled = useStore(session.settled);
  const [expected, expect] = useRemembered(base, "sidebar", false);
  const exists = filled || links || (expected && !settled);
  useEffect(() => {
    if (settled && exists !== expected) expect(exists);
  }, [settled, exists, expected, expect]);
  const initial = wanted === "expanded" || (wanted !== "collapsed" && !narrow);
  const [open, setOpen] = useState(initial);
  useEffect(() => setOpen(initial), [initial]);
  const width = fit(sidebarWidth ?? (typeof wanted === "number" ? wanted : USUAL));
  const [Opener] = useState(
    () =>
      function SidebarOpener({ floating = false }: { floating?: boolean }): ReactNode {
        return (
          <button
            type="button"
            className={classes(styles.opener, floating && styles.floating)}
            aria-label={t("openSidebar")}
            data-testid="stExpandSidebarButton"
            onClick={() => setOpen(true)}
          >
            <Glyph name="right" />
          </button>
        );
      },
  );
  return {
    exists,
    open,
    narrow,
    width,
    setOpen,
    setWidth: (next) => preferences.set((all) => ({ ...all, sidebarWidth: next === null ? null : fit(next) })),
    Opener,
  };
}

/** The panel at the side: pages first, then what the script put there. */
export function Sidebar({ session, state, theme }: { session: Session; state: SidebarState; theme: Theme }): ReactNode {
  const { open, narrow, width, setOpen } = state;
  const children = useChildren(useNode(ROOT.sidebar));
  const own = useRef<HTMLElement>(null);
  return (
    <ThemeContext value={theme}>
      {narrow && open && <div className={styles.shade} onPointerDown={() => setOpen(false)} aria-hidden="true" />}
      <section
        ref={own}
        className={classes(styles.sidebar, "stSidebar", "rv-nested", narrow && styles.overlay)}
        style={{ ...theme.variables, "--sidebar-width": `${width}px` } as Record<string, string>}
        data-theme={theme.base}
        aria-label={t("sidebar")}
        aria-expanded={open}
        data-testid="stSidebar"
        data-open={open}
        inert={!open}
        onKeyDown={(event) => narrow && event.key === "Escape" && setOpen(false)}
      >
        <div className={styles.content} data-testid="stSidebarContent">
          <div className={styles.header} data-testid="stSidebarHeader">
            <Logo session={session} place="sidebar" />
            <button type="button" className={styles.closer} aria-label={t("closeSidebar")} data-testid="stSidebarCollapseButton" onClick={() => setOpen(false)}>
              <Glyph name="left" />
            </button>
          </div>
          <SideNavigation session={session} narrow={narrow} alone={children.length === 0} onGo={() => narrow && setOpen(false)} />
          <PlaceContext value="sidebar">
            <div className={styles.user} data-testid="stSidebarUserContent">
              <div className="rv-block stVerticalBlock" data-testid="stVerticalBlock" data-direction="vertical">
                {children}
              </div>
            </div>
          </PlaceContext>
        </div>
        {!narrow && <Resizer state={state} />}
      </section>
    </ThemeContext>
  );
}

/** The right edge: drag, or arrow keys; a double click restores the default width. */
function Resizer({ state }: { state: SidebarState }): ReactNode {
  const { width, setWidth } = state;
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    setWidth(isRightToLeft() ? window.innerWidth - event.clientX : event.clientX);
  };
  const onKey = (event: KeyboardEvent) => {
    const more = isRightToLeft() ? -STEP : STEP;
    const moves: Record<string, number> = { ArrowLeft: width - more, ArrowRight: width + more, Home: LEAST, End: MOST };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setWidth(next);
  };
  return (
    // A separator that moves is no rule.
    <div
      className={styles.resizer}
      role="separator"
      aria-orientation="vertical"
      aria-label={t("resizeSidebar")}
      aria-valuemin={LEAST}
      aria-valuemax={MOST}
      aria-valuenow={width}
      tabIndex={0}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onDoubleClick={() => setWidth(null)}
      onKeyDown={onKey}
    />
  );
}
