import { readFile } from "node:fs/promises";
import st, { type AppPage, type Container } from "rivulet";
import { sections, type Section, type Topic } from "./catalogue.ts";
import { drawReference } from "./draw-reference.ts";
import { playground } from "./playground.ts";
import { plays } from "./plays/index.ts";
import { commands, snake } from "./reference.ts";

/** A page of the gallery. */
export interface Shown {
  readonly title: string;
  /** In the address. */
  readonly path: string;
  readonly page: AppPage;
  /** What a search looks through. */
  readonly words: string;
  /** Draws what surrounds the page and returns where the page itself goes. */
  readonly frame?: (() => Container | Promise<Container>) | undefined;
  /** One line on what it is. */
  readonly about?: string | undefined;
}

export interface ShownSection extends Omit<Section, "topics"> {
  readonly topics: readonly Shown[];
}

const nothing = () => {};

/** The first sentence. */
function brief(text: string): string {
  return /^.*?[.:](?=\s|$)/s.exec(text)?.[0].replace(/:$/, ".") ?? text;
}

/** Where it belongs, and what those who come from Streamlit call it. */
function whence(section: Section, name: string): string {
  const former = snake(name);
  return `${section.icon} ${section.title}${former === name ? "" : ` · \`st.${former}\` in Streamlit`}`;
}

async function frame({ name, example, runs }: Topic, section: Section): Promise<Container> {
  const entry = commands[name]!;
  st.caption(whence(section, name));
  st.title(entry.path, { anchor: false });
  if (entry.about) st.markdown(entry.about);
  const play = plays[name];
  const perform = play && playground(play);
  let stage = st.container();
  if (example !== undefined) {
    st.header("In use");
    const source = await readFile(new URL(`../${example}`, import.meta.url), "utf8");
    stage = runs ? st.container({ border: true, key: "example" }) : st.container();
    st.code(source.trimEnd(), { language: "typescript" });
    st.caption(`examples/${example}${runs ? "" : ": an app of its own, for `rivulet run`"}`);
  }
  st.header("Reference");
  drawReference(entry);
  await perform?.();
  return stage;
}

function shown(topic: Topic, section: Section): Shown {
  const { name, example, runs } = topic;
  const entry = commands[name]!;
  const options = { title: entry.path, urlPath: name === "Page" ? "page" : name };
  const page = example !== undefined && runs ? st.Page(`../${example}`, options) : st.Page(nothing, options);
  const words = `${name} ${snake(name)} ${entry.about}`;
  return { title: entry.path, path: options.urlPath, page, words, about: brief(entry.about), frame: () => frame(topic, section) };
}

/** A page for every command. */
export function shownTopics(): ShownSection[] {
  return sections.map((section) => ({ ...section, topics: section.topics.map((topic) => shown(topic, section)) }));
}
