import { createContext, type MouseEvent, type ReactNode, useContext } from "react";
import type { Navigation, NavigationPage } from "../../protocol/messages.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { Icon } from "../../ui/icon.tsx";
import { classes } from "../../ui/key-class.ts";
import { InlineMarkdown, Markdown } from "../../ui/markdown/markdown.tsx";
import { useTooltip } from "../../ui/tooltip.tsx";
import type { AppLocation } from "../location.ts";
import type { Session } from "../session.ts";
import styles from "./navigation.module.css";

export const LinksContext = createContext<AppLocation | null>(null);

/** The sections and pages a menu shows. */
export const shownSections = (navigation: Navigation) =>
  navigation.sections.map(({ label, pages }) => ({ label, pages: pages.filter((page) => !page.hidden) })).filter(({ pages }) => pages.length > 0);

export const countPages = (navigation: Navigation) => shownSections(navigation).reduce((sum, { pages }) => sum + pages.length, 0);

/** How an entry of the menu stands to the page shown: it is that page, the page is below it, or neither. */
export function currentOf(navigation: Navigation, page: NavigationPage): "page" | "true" | undefined {
  const { current } = navigation;
  if (page.href !== undefined) return undefined;
  if (page.path === current) return "page";
  const all = shownSections(navigation).flatMap(({ pages }) => pages);
  if (page.path === "" || all.some(({ path, href }) => path === current && href === undefined)) return undefined;
  const above = all.filter(({ path, href }) => href === undefined && path !== "" && current.startsWith(`${path}/`));
  const nearest = above.toSorted((a, b) => b.path.length - a.path.length)[0];
  return nearest === page ? "true" : undefined;
}

/** A real link to a page: a plain click stays in the app, others do what the browser does. */
export function PageAnchor(props: {
  session: Session;
  page: NavigationPage;
  current: "page" | "true" | undefined;
  className?: string | undefined;
  testid?: string | undefined;
  onGo?: (() => void) | undefined;
}): ReactNode {
  const { session, page, current, className, testid = "stSidebarNavLink", onGo } = props;
  const location = useContext(LinksContext);
  const tooltip = useTooltip<HTMLAnchorElement>(page.help && <Markdown source={page.help} />, { side: "right" });
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    onGo?.();
    if (page.href !== undefined) return;
    event.preventDefault();
    session.go(page.path);
  };
  const elsewhere = page.href === undefined ? {} : { target: "_blank", rel: "noopener noreferrer" };
  return (
    <>
      <a
        {...tooltip.props}
        href={page.href ?? location?.href(page.path)}
        {...elsewhere}
        className={classes(styles.link, className)}
        aria-current={current}
        data-testid={testid}
        onClick={go}
      >
        {page.icon && <Icon icon={page.icon} className={styles.icon} />}
        <span className={styles.title}>
          <InlineMarkdown source={page.title} links={false} />
        </span>
        {page.href !== undefined && <Glyph name="external" size={0.875} className={styles.elsewhere} />}
      </a>
      {tooltip.bubble}
    </>
  );
}
