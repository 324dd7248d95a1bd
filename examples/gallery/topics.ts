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

async function frame({ name, example, runs }: Topic): Promise<Container> {
  const entry = commands[name]!;
  st.title(entry.path, { anchor: false });
  if (entry.about) st.markdown(entry.about);
  const play = plays[name];
  const perform = play && playground(play);
  st.header("Reference");
  drawReference(entry);
  let stage = st.container();
  if (example !== undefined) {
    st.header("In use");
    const source = await readFile(new URL(`../${example}`, import.meta.url), "utf8");
    st.code(source.trimEnd(), { language: "typescript" });
    st.caption(`examples/${example}${runs ? ", running:" : ": an app of its own, for `rivulet run`"}`);
    stage = runs ? st.container({ border: true, key: "example" }) : stage;
  }
  await perform?.();
  return stage;
}

function shown(topic: Topic): Shown {
  const { name, example, runs } = topic;
  const entry = commands[name]!;
  const options = { title: entry.path, urlPath: name === "Page" ? "page" : name };
  const page = example !== undefined && runs ? st.Page(`../${example}`, options) : st.Page(nothing, options);
  const words = `${name} ${snake(name)} ${entry.about}`;
  return { title: entry.path, path: options.urlPath, page, words, about: brief(entry.about), frame: () => frame(topic) };
}

/** A page for every command. */
export function shownTopics(): ShownSection[] {
  return sections.map(({ title, icon, topics }) => ({ title, icon, topics: topics.map(shown) }));
}
