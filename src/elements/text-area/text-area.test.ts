import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("text over several lines comes back as it was typed", async () => {
  const page = await visit(() => st.text(JSON.stringify([st.textArea("a"), st.textArea("b", "two\nlines"), st.textArea("c", null)])));
  expect(texts(page)).toEqual(['["","two\\nlines",null]']);
  await page.set(page.all("textArea")[0], "a\nb\n");
  expect(texts(page)).toEqual(['["a\\nb\\n","two\\nlines",null]']);
});

test("a height below two lines is refused; without a label less is enough", async () => {
  expect(failure(await visit(() => void st.textArea("a", { height: 90 })))).toBe("st.textArea: height must be at least 96 pixels, not 90");
  expect(failure(await visit(() => void st.textArea("a", { height: 68, labelVisibility: "collapsed" })))).toBeUndefined();
  expect(failure(await visit(() => void st.textArea("a", { height: "tall" as never })))).toContain('"content" or "stretch", not "tall"');
  const page = await visit(() => void st.textArea("a", { height: "content" }));
  expect(page.all("textArea")[0]?.props.height).toBe("content");
});
