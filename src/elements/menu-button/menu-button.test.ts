import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

test("an option counts in the run of its choice, everywhere in it, and only there", async () => {
  const page = await visit(() => {
    st.text(String(st.sessionState.get("m", null)));
    st.text(String(st.menuButton("Export", ["CSV", "JSON"], { key: "m" })));
    st.checkbox("Other");
  });
  expect(texts(page)).toEqual(["null", "null"]);
  await page.click(page.all("menuButton")[0], 1);
  expect(texts(page)).toEqual(["JSON", "JSON"]);
  await page.set(page.all("checkbox")[0], true);
  expect(texts(page)).toEqual(["null", "null"]);
});

test("onClick gets the option before the script runs, or exactly the args", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => {
    st.menuButton("A", [{ id: 1 }, { id: 2 }], { formatFunc: ({ id }) => `Nr. ${id}`, onClick: (option) => seen.push(option.id) });
    st.menuButton("B", ["x"], { onClick: (...all: unknown[]) => seen.push(all), args: [1, 2] });
  });
  expect(page.all("menuButton")[0]?.props.options).toEqual(["Nr. 1", "Nr. 2"]);
  await page.click(page.all("menuButton")[0], 1);
  await page.click(page.all("menuButton")[1], 0);
  expect(seen).toEqual([2, [1, 2]]);
});

test("a forged place is no choice; forms, wrong types and assigned values are refused", async () => {
  const page = await visit(() => st.text(String(st.menuButton("Export", ["CSV"]))));
  for (const hostile of [4, "CSV", true]) {
    await page.click(page.all("menuButton")[0], hostile);
    expect(texts(page)).toEqual(["null"]);
  }
  expect(failure(await visit(() => st.form("f", () => void st.menuButton("x", ["a"]))))).toContain("st.menuButton() can't be used in the form");
  expect(failure(await visit(() => void st.menuButton("x", ["a"], { type: "loud" as never })))).toContain('type must be "primary"');
  const assigned = await visit(() => {
    st.sessionState.m = "a";
    st.menuButton("x", ["a"], { key: "m" });
  });
  expect(failure(assigned)).toContain("cannot be set by st.sessionState");
});
