import { type ReactNode, useContext } from "react";
import type { ClientConfig, Navigation } from "../../protocol/messages.ts";
import { classes } from "../../ui/key-class.ts";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { useStore } from "../../ui/store.ts";
import { useRemembered } from "../remembered.ts";
import type { Session } from "../session.ts";
import styles from "./navigation.module.css";
import { countPages, currentOf, LinksContext, PageAnchor, shownSections } from "./page-anchor.tsx";

export { LinksContext } from "./page-anchor.tsx";

/** What a folded menu shows unless the script says how many. */
const FOLDED = 10;
/** Fewer than these are not worth folding away. */
const LEAST_MORE = 3;

/** True when pages are listed in the sidebar: where the script wants it, or on narrow screens instead of the top. */
export function hasSideNavigation(navigation: Navigation | null, config: ClientConfig, narrow: boolean): boolean {
  if (!navigation || navigation.position === "hidden" || !config.showSidebarNavigation) return false;
  return countPages(navigation) > 1 && (navigation.position === "sidebar" || narrow);
}

/** The pages of the app in the sidebar, in sections; long lists fold when other things share the sidebar. */
export function SideNavigation(props: { session: Session; narrow: boolean; alone: boolean; onGo(): void }): ReactNode {
  const { session, narrow, alone, onGo } = props;
  const navigation = useStore(session.navigation);
  const config = useStore(session.config);
  const base = useContext(LinksContext)?.base ?? new URL(document.baseURI);
  const [all, setAll] = useRemembered(base, "menu", false);
  if (!navigation || !hasSideNavigation(navigation, config, narrow)) return null;
  const total = countPages(navigation);
  const most = typeof navigation.expanded === "number" ? navigation.expanded : FOLDED;
  const folds = navigation.expanded !== true && !alone && total >= most + LEAST_MORE;
  let room = folds && !all ? most : total;
  return (
    <nav className={classes(styles.side, !alone && styles.separated)} aria-label={t("pages")} data-testid="stSidebarNav">
      {shownSections(navigation).map(({ label, pages }) => {
        const visible = pages.slice(0, room);
        room -= visible.length;
        if (visible.length === 0) return null;
        return (
          <Section key={label} label={label}>
            {visible.map((page) => (
              <li key={page.path}>
                <PageAnchor session={session} page={page} current={currentOf(navigation, page)} onGo={onGo} />
              </li>
            ))}
          </Section>
        );
      })}
      {folds && (
        <button type="button" className={styles.more} aria-expanded={all} data-testid="stSidebarNavViewButton" onClick={() => setAll(!all)}>
          {all ? t("viewLess") : t("viewMore", { count: total - most })}
        </button>
      )}
    </nav>
  );
}

export function Section({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <>
      {label && (
        <h2 className={styles.section} data-testid="stNavSectionHeader">
          <InlineMarkdown source={label} links={false} />
        </h2>
      )}
      <ul className={styles.list} data-testid="stSidebarNavItems">
        {children}
      </ul>
    </>
  );
}
