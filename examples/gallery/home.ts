import st from "rivulet";
import type { ShownSection } from "./topics.ts";

/** The first page: everything there is, at a glance. */
export function home(sections: readonly ShownSection[]): void {
  st.title("What there is", { anchor: false });
  st.markdown(
    "Every command has a page: the element itself, its options to play with, the code that makes what you see, and all that is known of its " +
      "arguments. Type a name in the sidebar, also the one Streamlit uses, such as `text_input`.",
  );
  for (const { title, icon, topics } of sections) {
    st.header(title, { icon, divider: "gray" });
    const [left, right] = st.columns(2, { gap: "large" });
    for (const [at, { page, title: name, about }] of topics.entries()) {
      (at % 2 === 0 ? left : right).container({ gap: "xxsmall" }, () => {
        st.pageLink(page, { label: `**${name}**` });
        if (about) st.caption(about);
      });
    }
  }
}
