import st, { type Container } from "rivulet";
import { guidePages } from "./guides.ts";
import { home } from "./home.ts";
import { drawMenu } from "./menu.ts";
import { type Shown, shownTopics } from "./topics.ts";

const sections = shownTopics();
const { guides, examples } = guidePages();
const front: Shown = { title: "Rivulet", path: "", page: st.Page(() => home(guides, sections), { title: "Rivulet", default: true }), words: "" };
const all = [front, ...guides, ...examples, ...sections.flatMap(({ topics }) => topics)];

const page = st.navigation(
  all.map((one) => one.page),
  { position: "hidden" },
);
const shown = all.find((one) => one.page === page) ?? front;
st.setPageConfig({ pageTitle: shown === front ? "Rivulet: what there is" : `${shown.title} · Rivulet`, pageIcon: ":material/water:" });
st.sidebar.with(() => drawMenu(front, guides, sections, shown));

// What surrounds an example is there before the example runs, however long it takes.
const stage: Container = shown.frame ? await shown.frame() : st.container();
await stage.with(() => page.run());
