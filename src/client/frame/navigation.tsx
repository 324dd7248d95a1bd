import { createContext, type MouseEvent, type ReactNode, useContext, useRef, useState } from "react";
import type { ClientConfig, Navigation, NavigationPage } from "../../protocol/messages.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { NARROW, useMedia } from "../../ui/hooks.ts";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { Popover } from "../../ui/popover.tsx";
import { useStore } from "../../ui/store.ts";
import type { AppLocation } from "../location.ts";
import type { Session } from "../session.ts";
import styles from "./navigation.module.css";

export const LinksContext = createContext<AppLocation | null>(null);

/** Lists longer than this fold when other things share the sidebar. */
const LONG = 12;
const FOLDED = 10;
const TOP_ROOM = 6;

const shown = (navigation: Navigation) =>
  navigation.sections.map(({ label, pages }) => ({ label, pages: pages.filter((page) => !page.hidden) })).filter(({ pages }) => pages.length > 0);

const count = (navigation: Navigation) => shown(navigation).reduce((sum, { pages }) => sum + pages.length, 0);

/** True when pages are listed in the sidebar: where the script wants it, or on narrow screens instead of the top. */
export function hasSideNavigation(navigation: Navigation | null, config: ClientConfig, narrow: boolean): boolean {
  if (!navigation || navigation.position === "hidden" || !config.showSidebarNavigation) return false;
  return count(navigation) > 1 && (navigation.position === "sidebar" || narrow);
}

/** A real link to a page: a plain click stays in the app, others do what the browser does. */
export function PageAnchor(props: {
  session: Session;
  page: NavigationPage;
  current: boolean;
  className?: string | undefined;
  onGo?: (() => void) | undefined;
}): ReactNode {
  const { session, page, current, className, onGo } = props;
  const location = useContext(LinksContext);
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onGo?.();
    session.go(page.path);
  };
  return (
    <a
      href={location?.href(page.path)}
      className={classes(styles.link, className)}
      aria-current={current ? "page" : undefined}
      data-testid="stSidebarNavLink"
      onClick={go}
    >
      {page.icon && <Icon icon={page.icon} className={styles.icon} />}
      <span className={styles.title}>
        <InlineMarkdown source={page.title} links={false} />
      </span>
    </a>
  );
}

/** The pages of the app in the sidebar, in sections; long lists fold. */
export function SideNavigation(props: { session: Session; narrow: boolean; alone: boolean; onGo(): void }): ReactNode {
  const { session, narrow, alone, onGo } = props;
  const navigation = useStore(session.navigation);
  const config = useStore(session.config);
  const [all, setAll] = useState(false);
  if (!navigation || !hasSideNavigation(navigation, config, narrow)) return null;
  const total = count(navigation);
  const folds = !navigation.expanded && !alone && total > LONG;
  let room = folds && !all ? FOLDED : total;
  return (
    <nav className={classes(styles.side, !alone && styles.separated)} aria-label={t("pages")} data-testid="stSidebarNav">
      {shown(navigation).map(({ label, pages }) => {
        const visible = pages.slice(0, room);
        room -= visible.length;
        if (visible.length === 0) return null;
        return (
          <Section key={label} label={label}>
            {visible.map((page) => (
              <li key={page.path}>
                <PageAnchor session={session} page={page} current={page.path === navigation.current} onGo={onGo} />
              </li>
            ))}
          </Section>
        );
      })}
      {folds && (
        <button type="button" className={styles.more} data-testid="stSidebarNavViewButton" onClick={() => setAll(!all)}>
          {all ? t("viewLess") : t("viewMore", { count: total - FOLDED })}
        </button>
      )}
    </nav>
  );
}

function Section({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <>
      {label && (
        <h2 className={styles.section} data-testid="stNavSectionHeader">
          {label}
        </h2>
      )}
      <ul className={styles.list} data-testid="stSidebarNavItems">
        {children}
      </ul>
    </>
  );
}

/** The pages across the header; sections, and pages that find no room, open as lists. */
export function TopNavigation({ session }: { session: Session }): ReactNode {
  const navigation = useStore(session.navigation);
  const narrow = useMedia(NARROW);
  if (!navigation || navigation.position !== "top" || narrow || count(navigation) < 2) return null;
  return (
    <nav aria-label={t("pages")} data-testid="stTopNav">
      <ul className={styles.top}>
        {shown(navigation).flatMap(({ label, pages }) => {
          if (label) return [<Dropdown key={label} session={session} label={label} pages={pages} current={navigation.current} />];
          const rest = pages.length > TOP_ROOM ? pages.slice(TOP_ROOM - 1) : [];
          const links = pages.slice(0, pages.length - rest.length).map((page) => (
            <li key={page.path}>
              <PageAnchor session={session} page={page} current={page.path === navigation.current} />
            </li>
          ));
          return rest.length > 0 ? [...links, <Dropdown key="more" session={session} label={t("more")} pages={rest} current={navigation.current} />] : links;
        })}
      </ul>
    </nav>
  );
}

function Dropdown(props: { session: Session; label: string; pages: NavigationPage[]; current: string }): ReactNode {
  const { session, label, pages, current } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const active = pages.some(({ path }) => path === current);
  return (
    <li>
      <button ref={button} type="button" className={classes(styles.link, active && styles.active)} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
        <Glyph name="down" size={1} />
      </button>
      {open && (
        <Popover anchor={button} onClose={() => setOpen(false)} className={styles.panel}>
          <ul className={styles.list}>
            {pages.map((page) => (
              <li key={page.path}>
                <PageAnchor session={session} page={page} current={page.path === current} onGo={() => setOpen(false)} />
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </li>
  );
}
