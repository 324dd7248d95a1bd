import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const failure = (page: Visit) => page.all("exception")[0]?.props.message as string | undefined;

import { Selectbox } from "./selectbox.ts";

test("a select box starts at its first option, at an index, or at nothing", async () => {
  const page = await visit(() => {
    st.text(JSON.stringify([st.selectbox("a", ["x", "y"]), st.selectbox("b", ["x", "y"], 1), st.selectbox("c", ["x", "y"], null), st.selectbox("d", [])]));
  });
  expect(texts(page)).toEqual(['["x","y",null,null]']);
  await page.set(page.all("selectbox")[2], 0);
  expect(texts(page)).toEqual(['["x","y","x",null]']);
  await page.set(page.all("selectbox")[2], null);
  expect(texts(page)).toEqual(['["x","y",null,null]']);
});

test("enum-001 the chosen object is one of this run's options, though its class is made anew each time", async () => {
  const page = await visit(() => {
    class Student {
      constructor(
        readonly id: number,
        readonly name: string,
      ) {}
    }
    const students = [new Student(1, "Marshall"), new Student(2, "Lily")];
    const chosen = st.selectbox("Pick", students, { formatFunc: (one) => one.name, key: "pick" });
    st.text(`${chosen.name} ${students.includes(chosen)} ${students.includes(st.sessionState.pick)}`);
  });
  expect(texts(page)).toEqual(["Marshall true true"]);
  await page.set(page.all("selectbox")[0], 1);
  expect(texts(page)).toEqual(["Lily true true"]);
  await page.rerun();
  expect(texts(page)).toEqual(["Lily true true"]);
});

test("enum-005 a value assigned that is none of the options is refused, naming the options", async () => {
  const page = await visit(() => {
    st.sessionState.pick = "z";
    st.selectbox("Pick", ["a", "b"], { key: "pick" });
  });
  expect(failure(page)).toBe('st.selectbox: the value "z" is not in the options');
  expect(page.all("exception")[0]?.props.hint).toBe('Choose one of "a", "b".');
});

test("enum-011 a value assigned that equals an option by content chooses that option", async () => {
  const page = await visit(() => {
    const options = [{ id: 1 }, { id: 2 }];
    if (!("pick" in st.sessionState)) st.sessionState.pick = { id: 2 };
    const chosen = st.selectbox("Pick", options, { formatFunc: (one) => one.id, key: "pick" });
    st.text(String(options.indexOf(chosen)));
  });
  expect(texts(page)).toEqual(["1"]);
  expect(page.all("selectbox")[0]?.value).toBe(1);
});

test("null can be an option like any other", async () => {
  const page = await visit(() => st.text(String(st.selectbox("Color", [null, "red"]))));
  expect(texts(page)).toEqual(["null"]);
  await page.set(page.all("selectbox")[0], 1);
  expect(texts(page)).toEqual(["red"]);
});

test("new options come back as text, and known ones are found in any case", async () => {
  const page = await visit(() => st.text(String(st.selectbox("a", ["Red", "Blue"], { acceptNewOptions: true, key: "a" }))));
  await page.set(page.all("selectbox")[0], "green ");
  expect(texts(page)).toEqual(["green"]);
  await page.set(page.all("selectbox")[0], "bLUE");
  expect(texts(page)).toEqual(["Blue"]);
  const closed = await visit(() => st.text(String(st.selectbox("a", ["Red", "Blue"]))));
  await closed.set(closed.all("selectbox")[0], "green");
  expect(texts(closed)).toEqual(["Red"]);
});

test("the callback gets the option, not its place", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => void st.selectbox("a", ["x", "y"], { onChange: (value) => seen.push(value) }));
  await page.set(page.all("selectbox")[0], 1);
  expect(seen).toEqual(["y"]);
});

test("a filter mode that is none, or stands against new options, is refused", async () => {
  expect(failure(await visit(() => void st.selectbox("a", ["x"], { filterMode: "regex" as never })))).toContain('filterMode must be "fuzzy"');
  expect(failure(await visit(() => void st.selectbox("a", ["x"], { filterMode: null, acceptNewOptions: true })))).toContain("filterMode cannot be null");
});

test("tests select by text or by place", () => {
  let now: unknown;
  const widget = {
    props: { options: ["1", "2"], label: "" },
    value: 0,
    setValue: (value: unknown) => {
      now = value;
    },
    encode: (): never => {
      throw new Error("not asked");
    },
  };
  Selectbox.verbs.select(widget, 2);
  expect(now).toBe(1);
  Selectbox.verbs.selectIndex(widget, null);
  expect(now).toBe(null);
  expect(() => Selectbox.verbs.select(widget, 3)).toThrow("there is no option 3");
});
