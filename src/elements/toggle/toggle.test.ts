import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("a switch is on or off and is a kind of its own", async () => {
  const page = await visit(() => st.text(`${st.toggle("a", true)} ${st.toggle("b")}`));
  await page.set(page.all("toggle")[1], true);
  expect(texts(page)).toEqual(["true true"]);
  expect(failure(page)).toBeUndefined();
  expect(page.all("checkbox")).toEqual([]);
});
