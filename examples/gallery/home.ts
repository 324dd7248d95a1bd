import st from "rivulet";
import type { Shown, ShownSection } from "./topics.ts";

const FIRST = `import st from "rivulet";

const n = st.slider("Waves", 1, 9, 3);
const sea = [];
for (let x = 0; x < 100; x += 1) {
  sea.push(Math.sin((x * n) / 16));
}
st.areaChart(sea, { height: 200 });`;

/** Guides to begin with. */
const WAYS_IN = {
  "first-app": ":material/rocket_launch:",
  "execution-model": ":material/sync:",
  testing: ":material/science:",
};

/** The script above, running. */
function first(): void {
  const n = st.slider("Waves", 1, 9, 3);
  const sea = Array.from({ length: 100 }, (_, x) => Math.sin((x * n) / 16));
  st.areaChart(sea, { height: 200 });
}

/** The first page: a script, the way in, and everything there is at a glance. */
export function home(guides: readonly Shown[], sections: readonly ShownSection[]): void {
  st.title("Data apps in TypeScript", { anchor: false });
  st.markdown("Write a script from top to bottom; the page follows. Move the slider: the script runs again, and only what changed is drawn.");
  const [code, page] = st.columns(2, { verticalAlignment: "center" });
  code.code(FIRST, { language: "typescript" });
  page.container({ border: true }, first);
  st.container({ horizontal: true, gap: "medium" }, () => {
    for (const [name, icon] of Object.entries(WAYS_IN)) {
      const guide = guides.find(({ path }) => path === `guide-${name}`);
      if (guide) st.pageLink(guide.page, { icon });
    }
  });

  st.header("Everything there is", { anchor: false });
  st.markdown(
    "Each has a page: the element itself, its options to play with, the code that makes what you see, and all that is known of its " +
      "arguments. The search at the left also knows Streamlit's names, such as `text_input`.",
  );
  for (const section of sections) drawSection(section);
}

function drawSection({ title, icon, topics }: ShownSection): void {
  st.subheader(title, { icon, divider: "gray" });
  const cards = st.grid("auto", { minColumnWidth: 200, gap: ["xsmall", "small"] });
  for (const { page, title: name, about } of topics) {
    cards.pageLink(page, { label: `**${name}**${about ? `  \n:small[:gray[${about}]]` : ""}`, width: "stretch" });
  }
}
