import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("a radio starts at its first option, at an index, or at nothing", async () => {
  const page = await visit(() => {
    st.text(JSON.stringify([st.radio("a", ["x", "y"]), st.radio("b", ["x", "y"], 1), st.radio("c", ["x", "y"], { index: null }), st.radio("d", [])]));
  });
  expect(texts(page)).toEqual(['["x","y",null,null]']);
  await page.set(page.all("radio")[2], 1);
  expect(texts(page)).toEqual(['["x","y","y",null]']);
});

test("an index outside the options, or not whole, is refused", async () => {
  expect(failure(await visit(() => void st.radio("a", ["x"], 1)))).toBe("st.radio: index must be at least 0 and less than the number of options (1), not 1");
  expect(failure(await visit(() => void st.radio("a", ["x"], { index: -1 })))).toContain("index must be at least 0");
  expect(failure(await visit(() => void st.radio("a", ["x"], { index: 0.5 })))).toContain("index must be a whole number or null");
});

test("captions go with their options; what is no text is refused", async () => {
  const page = await visit(() => void st.radio("a", ["x", "y"], { captions: ["first", "", "too many"] }));
  expect(page.all("radio")[0]?.props.captions).toEqual(["first", ""]);
  expect(failure(await visit(() => void st.radio("a", ["x"], { captions: [1] as never })))).toContain("captions must be texts, not 1");
  expect(failure(await visit(() => void st.radio("a", ["x"], { captions: 5 as never })))).toContain("captions must be a list of texts, not 5");
});
