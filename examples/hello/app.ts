import { readFile } from "node:fs/promises";
import st from "rivulet";

const pages = [
  { file: "intro.ts", title: "Hello", icon: ":material/waving_hand:" },
  { file: "animation.ts", title: "Animation", icon: ":material/show_chart:" },
  { file: "mapping.ts", title: "Mapping", icon: ":material/map:" },
  { file: "dataframe.ts", title: "Dataframe", icon: ":material/table_chart:" },
];

const page = st.navigation(pages.map(({ file, title, icon }) => st.Page(file, { title, icon })));
st.setPageConfig({ pageTitle: `${page.title} · Rivulet`, pageIcon: page.icon });

// Drawn here and not by the pages, it stays as it was when another page is opened.
const showCode = st.sidebar.checkbox("Show code", { help: "The script of this page, below it." });

const stage = st.container();
const open = pages.find(({ title }) => title === page.title);
if (showCode && open) {
  st.divider();
  st.header("Code");
  st.code(await readFile(new URL(open.file, import.meta.url), "utf8"), "typescript");
}

await stage.with(() => page.run());
