import { existsSync, readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import st, { type Container } from "rivulet";
import type { Shown } from "./topics.ts";

const FOLDER = new URL("../../docs/guides/", import.meta.url);
/** A block of code that is a file below examples/guides, which the line above it names. */
const BLOCK = /(?:<!-- ([\w./-]+) -->\n\n?)?```(\w*)\n(.*?)^```$/gms;

interface Guide {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly examples: readonly string[];
}

/** In the order of the list in docs/README.md, then those it does not name. */
function readGuides(): Guide[] {
  const list = readFileSync(new URL("../README.md", FOLDER), "utf8");
  const place = (file: string) => (list.includes(`guides/${file}`) ? list.indexOf(`guides/${file}`) : Number.POSITIVE_INFINITY);
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".md"));
  return files
    .toSorted((a, b) => place(a) - place(b))
    .map((file) => {
      const text = readFileSync(new URL(file, FOLDER), "utf8");
      const examples = [...text.matchAll(BLOCK)].flatMap(([, example]) => (example === undefined ? [] : [example]));
      return { name: file.replace(/\.md$/, ""), title: /^# (.*)$/m.exec(text)?.[1] ?? file, text, examples };
    });
}

const all = readGuides();

/** Links to other guides lead to their pages; what is not part of the gallery is named only. */
function linked(text: string): string {
  return text
    .replaceAll(/\[([^\]]*)\]\((?:\.\/)?([\w-]+)\.md(#[\w-]*)?\)/g, (_, words: string, name: string, at = "") => `[${words}](guide-${name}${at})`)
    .replaceAll(/\[([^\]]*)\]\(\.\.\/[^)]*\)/g, (_, words: string) => words)
    .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, "");
}

const pathOf = (example: string) => `run-${example.replace(/\.ts$/, "").replaceAll("/", "-")}`;
/** Modules and tests are shown, but there is nothing to run. */
function isApp(example: string): boolean {
  const file = new URL(`../guides/${example}`, import.meta.url);
  return existsSync(file) && !example.includes(".test.") && readFileSync(file, "utf8").includes(`from "rivulet"`);
}

function drawGuide({ text }: Guide, pages: ReadonlyMap<string, Shown>): void {
  let at = 0;
  for (const found of text.matchAll(BLOCK)) {
    const [block, example, language, code] = found;
    prose(text.slice(at, found.index));
    at = found.index + block.length;
    st.code(code?.trimEnd() ?? "", { language: language === "ts" ? "typescript" : language || null });
    const page = example === undefined ? undefined : pages.get(example);
    if (page) st.pageLink(page.page, { label: "Run it", icon: ":material/play_circle:" });
  }
  prose(text.slice(at));
}

function prose(text: string): void {
  if (text.trim() !== "") st.markdown(linked(text.trim()));
}

async function frameExample(example: string, guide: Shown): Promise<Container> {
  st.pageLink(guide.page, { label: guide.title, icon: ":material/arrow_back:" });
  const stage = st.container({ border: true, key: "example" });
  const source = await readFile(new URL(`../guides/${example}`, import.meta.url), "utf8");
  st.code(source.trimEnd(), { language: "typescript" });
  st.caption(`examples/guides/${example}`);
  return stage;
}

/** A page for every guide, and one for each example in them. */
export function guidePages(): { guides: Shown[]; examples: Shown[] } {
  const pages = new Map<string, Shown>();
  const guides = all.map((guide): Shown => {
    const { name, title, text } = guide;
    const page = st.Page(() => drawGuide(guide, pages), { title, urlPath: `guide-${name}` });
    return { title, path: `guide-${name}`, page, words: text };
  });
  for (const [at, { examples }] of all.entries()) {
    for (const example of examples.filter(isApp)) {
      const page = st.Page(`../guides/${example}`, { title: example, urlPath: pathOf(example), visibility: "hidden" });
      pages.set(example, { title: example, path: pathOf(example), page, words: "", frame: () => frameExample(example, guides[at]!) });
    }
  }
  return { guides, examples: [...pages.values()] };
}
