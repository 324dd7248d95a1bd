import st from "rivulet";
import type { Shown, ShownSection } from "./topics.ts";

/** Those that hold every word that was typed. */
export function matching(pages: readonly Shown[], typed: string): Shown[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ title }: Shown) => (title.toLowerCase().includes(wanted[0] ?? "") ? 0 : 1);
  return pages.filter(({ title, words }) => wanted.every((word) => `${title} ${words}`.toLowerCase().includes(word))).toSorted((a, b) => rank(a) - rank(b));
}

function links(pages: readonly Shown[]): void {
  st.container({ gap: "xxsmall" }, () => {
    for (const { page, title } of pages) st.pageLink(page, { label: title });
  });
}

const MOST = 20;

/** The sidebar: a search, and all pages by section; the section of the open page is unfolded. */
export function drawMenu(front: Shown, guides: readonly Shown[], sections: readonly ShownSection[], open: Shown): void {
  st.pageLink(front.page, { label: "**Rivulet**", icon: ":material/water:" });
  const typed = st.textInput("Search", { type: "search", placeholder: "slider, cache, text_input …", labelVisibility: "collapsed", live: true, key: "search" });
  if (typed.trim() !== "") {
    const found = matching([...sections.flatMap(({ topics }) => topics), ...guides], typed);
    links(found.slice(0, MOST));
    if (found.length === 0) st.caption(`Nothing is called “${typed}”.`);
    if (found.length > MOST) st.caption(`… and ${found.length - MOST} more`);
    return;
  }
  st.container({ gap: "xsmall" }, () => {
    for (const { title, icon, topics } of [{ title: "Guides", icon: ":material/menu_book:", topics: guides }, ...sections]) {
      st.expander(title, { icon, type: "compact", expanded: topics.includes(open) }, () => links(topics));
    }
  });
}
