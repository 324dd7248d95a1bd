import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Navigation, NavigationPage } from "../../protocol/messages.ts";
import { Glyph } from "../../ui/glyphs.tsx";
import { NARROW, useMedia } from "../../ui/hooks.ts";
import { classes } from "../../ui/key-class.ts";
import { InlineMarkdown } from "../../ui/markdown/markdown.tsx";
import { t } from "../../ui/messages.ts";
import { Popover } from "../../ui/popover.tsx";
import { useStore } from "../../ui/store.ts";
import type { Session } from "../session.ts";
import { Section } from "./navigation.tsx";
import styles from "./navigation.module.css";
import { countPages, currentOf, PageAnchor, shownSections } from "./page-anchor.tsx";

/** What stands beside the others across the header: a page, or a section that opens as a list. */
type Item = { page: NavigationPage } | List;

interface List {
  label: string;
  pages: NavigationPage[];
}

const GAP = 4;
/** Room for the list of what does not fit, in pixels. */
const MORE = 96;

/** The pages across the header; sections, and what finds no room, open as lists. */
export function TopNavigation({ session }: { session: Session }): ReactNode {
  const navigation = useStore(session.navigation);
  const narrow = useMedia(NARROW);
  if (!navigation || navigation.position !== "top" || narrow || countPages(navigation) < 2) return null;
  return <Bar session={session} navigation={navigation} />;
}

function itemsOf(navigation: Navigation): Item[] {
  return shownSections(navigation).flatMap(({ label, pages }): Item[] => (label ? [{ label, pages }] : pages.map((page) => ({ page }))));
}

function Bar({ session, navigation }: { session: Session; navigation: Navigation }): ReactNode {
  const items = itemsOf(navigation);
  const { own, fitting } = useFitting(items.map((item) => ("page" in item ? item.page.title : item.label)).join("\n"));
  const shown = items.slice(0, fitting);
  const rest = items.slice(fitting);
  return (
    <nav ref={own} className={styles.bar} aria-label={t("pages")} data-testid="stTopNav">
      <ul className={styles.top}>
        {shown.map((item) =>
          "page" in item ? (
            <li key={`page ${item.page.path}`}>
              <PageAnchor session={session} page={item.page} current={currentOf(navigation, item.page)} testid="stTopNavLink" />
            </li>
          ) : (
            <Dropdown
              key={`section ${item.label}`}
              session={session}
              navigation={navigation}
              label={item.label}
              lists={[{ label: "", pages: item.pages }]}
              testid="stTopNavSection"
            />
          ),
        )}
        {rest.length > 0 && (
          <Dropdown session={session} navigation={navigation} label={t("morePages", { count: rest.length })} lists={listsOf(rest)} testid="stTopNavMore" />
        )}
      </ul>
    </nav>
  );
}

/** Sections keep their names; pages that follow each other are one list. */
function listsOf(items: Item[]): List[] {
  const lists: List[] = [];
  for (const item of items) {
    const last = lists.at(-1);
    if (!("page" in item)) lists.push(item);
    else if (last && last.label === "") last.pages.push(item.page);
    else lists.push({ label: "", pages: [item.page] });
  }
  return lists;
}

/** How many items fit beside each other; all are drawn once to be measured, again when their names change. */
function useFitting(names: string) {
  const own = useRef<HTMLElement>(null);
  const [state, setState] = useState({ names, fitting: Number.POSITIVE_INFINITY });
  const measured = state.names === names;
  if (!measured) setState({ names, fitting: Number.POSITIVE_INFINITY });
  useLayoutEffect(() => {
    const bar = own.current;
    if (!bar) return undefined;
    const widths = [...bar.querySelectorAll<HTMLElement>(":scope > ul > li")].map((item) => item.offsetWidth + GAP);
    const measure = () => {
      let room = bar.clientWidth;
      const whole = widths.reduce((sum, width) => sum + width, 0);
      if (whole > room) room -= MORE;
      let fitting = 0;
      for (let sum = 0; fitting < widths.length; fitting += 1) {
        sum += widths[fitting] ?? 0;
        if (sum > room) break;
      }
      setState({ names, fitting });
    };
    const sizes = new ResizeObserver(measure);
    sizes.observe(bar);
    return () => sizes.disconnect();
  }, [names]);
  return { own, fitting: state.fitting };
}

function Dropdown(props: { session: Session; navigation: Navigation; label: string; lists: List[]; testid: string }): ReactNode {
  const { session, navigation, label, lists, testid } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const active = lists.some(({ pages }) => pages.some((page) => currentOf(navigation, page) !== undefined));
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={classes(styles.link, active && styles.active)}
        aria-expanded={open}
        data-testid={testid}
        onClick={() => setOpen(!open)}
      >
        <InlineMarkdown source={label} links={false} />
        <Glyph name="down" size={1} />
      </button>
      {open && (
        <Popover anchor={button} onClose={() => setOpen(false)} className={styles.panel} testid="stTopNavPopover">
          {lists.map((list, index) => (
            // A list is its place.
            <Section key={index} label={list.label}>
              {list.pages.map((page) => (
                <li key={page.path}>
                  <PageAnchor session={session} page={page} current={currentOf(navigation, page)} testid="stTopNavLink" onGo={() => setOpen(false)} />
                </li>
              ))}
            </Section>
          ))}
        </Popover>
      )}
    </li>
  );
}
