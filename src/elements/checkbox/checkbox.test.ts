import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("a box starts as told, and gives its callback the new value", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => {
    st.text(`${st.checkbox("a")} ${st.checkbox("b", true)} ${st.checkbox("c", { value: true, onChange: (value) => seen.push(value) })}`);
  });
  expect(texts(page)).toEqual(["false true true"]);
  await page.set(page.all("checkbox")[0], true);
  await page.set(page.all("checkbox")[2], false);
  expect(texts(page)).toEqual(["true true false"]);
  expect(seen).toEqual([false]);
});

test("a callback with args gets exactly these", async () => {
  const seen: unknown[][] = [];
  const page = await visit(() => void st.checkbox("a", { onChange: (...given: unknown[]) => seen.push(given), args: [1, "two"] }));
  await page.set(page.all("checkbox")[0], true);
  expect(seen).toEqual([[1, "two"]]);
});

test("a value that is neither true nor false is refused", async () => {
  expect(failure(await visit(() => void st.checkbox("a", "yes" as never)))).toBe('st.checkbox: value must be true or false, not "yes"');
});
