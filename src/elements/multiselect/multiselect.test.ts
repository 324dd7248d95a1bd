import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

import { Multiselect } from "./multiselect.ts";

test("enum-001 members of an object that stands for an enum are equal to this run's", async () => {
  const page = await visit(() => {
    const Color = { Red: 1, Green: 2, Blue: 3 } as const;
    const picked = st.multiselect("Pick colors", Object.values(Color), { formatFunc: (one) => Object.keys(Color)[one - 1] });
    st.text(picked.length === 2 && picked.includes(Color.Red) && picked.includes(Color.Green) ? "YELLOW" : picked.join());
  });
  expect(page.all("multiselect")[0]?.props.options).toEqual(["Red", "Green", "Blue"]);
  await page.set(page.all("multiselect")[0], [1, 0]);
  expect(texts(page)).toEqual(["YELLOW"]);
});

test("the order is the order of choosing, and each option counts once", async () => {
  const page = await visit(() => st.text(st.multiselect("a", ["x", "y", "z"], ["z"]).join()));
  expect(texts(page)).toEqual(["z"]);
  await page.set(page.all("multiselect")[0], [2, 0, 2]);
  expect(texts(page)).toEqual(["z,x"]);
});

test("enum-006 a default that is none of the options is refused", async () => {
  expect(failure(await visit(() => void st.multiselect("a", ["x", "y"], ["q" as never])))).toBe('st.multiselect: the value "q" is not in the options');
});

test("one option stands for a list of one", async () => {
  const page = await visit(() => st.text(st.multiselect("a", ["x", "y"], "y").join()));
  expect(texts(page)).toEqual(["y"]);
});

test("more than maxSelections is refused from code and not taken from the page", async () => {
  const page = await visit(() => st.text(st.multiselect("a", ["x", "y"], { maxSelections: 1 }).join()));
  await page.set(page.all("multiselect")[0], [0, 1]);
  expect(texts(page)).toEqual([""]);
  await page.set(page.all("multiselect")[0], [1]);
  expect(texts(page)).toEqual(["y"]);
  const bad = await visit(() => void st.multiselect("a", ["x", "y"], ["x", "y"], { maxSelections: 1 }));
  expect(failure(bad)).toContain("2 options are chosen but maxSelections is 1");
});

test("new options come back as text beside the known ones", async () => {
  const page = await visit(() => st.text(st.multiselect("a", ["x", "y"], { acceptNewOptions: true }).join()));
  await page.set(page.all("multiselect")[0], [0, "new", "Y"]);
  expect(texts(page)).toEqual(["x,new,y"]);
});

test("tests select and unselect by text", () => {
  let now: (number | string)[] = [0];
  const widget = () => ({
    props: { options: ["x", "y"], label: "" },
    value: now,
    setValue: (value: (number | string)[]) => {
      now = value;
    },
    encode: (): never => {
      throw new Error("not asked");
    },
  });
  Multiselect.verbs.select(widget(), "y");
  Multiselect.verbs.select(widget(), "y");
  expect(now).toEqual([0, 1]);
  Multiselect.verbs.unselect(widget(), "x");
  expect(now).toEqual([1]);
});
