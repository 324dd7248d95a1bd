import { expect, test } from "vitest";
import { footnotesOf } from "./footnotes.ts";
import { createBlockReader, markdownParser, type Token } from "./parser.ts";
import { LinkifyIt } from "./shims/linkify.ts";

const inline = (source: string): string[] => {
  const [, token] = markdownParser().parse(source, {});
  return (token?.children ?? []).map(describe).filter(Boolean);
};
const describe = (token: Token) => (token.nesting === 0 ? `${token.type}:${token.content}` : token.info ? `${token.type}:${token.info}` : token.type);

test("colours hold any inline Markdown, nested too", () => {
  expect(inline(":red[a **b** :blue[c]]")).toEqual([
    "directive_open:red",
    "text:a ",
    "strong_open",
    "text:b",
    "strong_close",
    "text: ",
    "directive_open:blue",
    "text:c",
    "directive_close",
    "directive_close",
  ]);
});

test("ui-markdown-009 unknown colon markers and times of day stay as typed", () => {
  expect(inline("at 12:30 or :foo[x]")).toEqual(["text:at 12:30 or :foo[x]"]);
  expect(inline("10:30:45 a:b:c")).toEqual(["text:10:30:45 a:b:c"]);
});

test("icons and emoji are found, but not in code", () => {
  expect(inline(":material/thumb_up: `:tada:` :tada:")).toEqual(["icon:thumb_up", "text: ", "code_inline::tada:", "text: ", "emoji:tada"]);
});

test("ui-markdown-010 dollars are math, amounts of money are not", () => {
  expect(inline("costs $5 and $6")).toEqual(["text:costs $5 and $6"]);
  expect(inline("so $a_b$ is")).toEqual(["text:so ", "math:a_b", "text: is"]);
  expect(inline("from $5 to $6 and $x^2$.")).toEqual(["text:from $5 to $6 and ", "math:x^2", "text:."]);
  expect(
    markdownParser()
      .parse("$$\nx^2\n$$", {})
      .map((token) => `${token.type} ${token.content}`),
  ).toEqual(["math_block x^2"]);
});

test("footnotes are found by name and numbered by their first mention", () => {
  const source = "One[^b], two[^a], three[^b], four[^none].\n\n[^a]: First *note*\ngoes on\n\n[^b]: Second\n\n    another paragraph\n\nThe end";
  const blocks = createBlockReader()(source);
  expect(footnotesOf(blocks)).toEqual([
    { name: "b", body: "Second\n\nanother paragraph" },
    { name: "a", body: "First *note*\ngoes on" },
  ]);
  expect(
    blocks
      .at(-1)
      ?.tokens.map(({ content }) => content)
      .join(""),
  ).toBe("The end");
  expect(inline("no [^note](x) and `[^code]`")).toContain("code_inline:[^code]");
});

test("dangerous addresses are no links and HTML is text", () => {
  expect(inline("[x](javascript:alert(1))")).toEqual(["text:[x](javascript:alert(1))"]);
  expect(inline("<b>x</b>")).toEqual(["text:<b>x</b>"]);
});

test("bare web and mail addresses become links, file names do not", () => {
  const links = (text: string) => (new LinkifyIt().match(text) ?? []).map(({ url }) => url);
  expect(links("see https://a.org/b_(c). And www.d.org, me@e.org!")).toEqual(["https://a.org/b_(c)", "https://www.d.org", "mailto:me@e.org"]);
  expect(links("edit app.ts")).toEqual([]);
});

test("text that grows is parsed from its last two blocks on; the blocks before stay the same objects", () => {
  const read = createBlockReader();
  const before = read("# One\n\nTwo\n\nThr");
  const after = read("# One\n\nTwo\n\nThree\n\n- four");
  expect(after.length).toBe(4);
  expect(after[0]).toBe(before[0]);
  expect(after.map((block) => block.start)).toEqual([0, 7, 12, 19]);
});

test("a growing text reads the same as the whole at once", () => {
  const source = "Intro *one*\n\n```ts\nconst a = 1;\n\nconst b = 2;\n```\n\n1. x\n\n2. y\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\nEnd";
  const grown = createBlockReader();
  for (let length = 1; length <= source.length; length += 1) grown(source.slice(0, length));
  const shape = (blocks: readonly { tokens: Token[] }[]) => blocks.map(({ tokens }) => tokens.map((token) => `${token.type} ${token.content}`));
  expect(shape(grown(source))).toEqual(shape(createBlockReader()(source)));
});
