import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("a rating is a number from 0, null while there is none", async () => {
  const page = await visit(() => st.text([st.feedback(), st.feedback("faces", { default: 2 }), st.feedback("stars")].join("|")));
  expect(texts(page)).toEqual(["|2|"]);
  const [thumbs, faces, stars] = page.all("feedback");
  await page.set(thumbs, 1);
  await page.set(faces, null);
  await page.set(stars, 4);
  expect(texts(page)).toEqual(["1||4"]);
  for (const hostile of [2, -1, 0.5, "1", [1]]) {
    await page.set(thumbs, hostile);
    expect(texts(page)).toEqual(["||4"]);
  }
});

test("an options object may come first", async () => {
  const page = await visit(() => st.text(String(st.feedback({ default: 0 }))));
  expect(page.all("feedback")[0]?.props.style).toBe("thumbs");
  expect(texts(page)).toEqual(["0"]);
});

test("unknown styles and ratings there are none of are refused", async () => {
  expect(failure(await visit(() => void st.feedback("hearts" as never)))).toBe('st.feedback: options must be "thumbs", "faces" or "stars", not "hearts"');
  expect(failure(await visit(() => void st.feedback("thumbs", { default: 4 as never })))).toContain(
    "default must be a whole number from 0 to 1 or null, not 4",
  );
});

test("session state and the address carry a rating", async () => {
  const page = await visit(() => st.text(String(st.feedback("stars", { key: "r", bind: "query-params" }))), { open: { query: "r=3" } });
  expect(texts(page)).toEqual(["3"]);
});
