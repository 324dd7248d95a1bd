import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const bind = "query-params" as const;
const json = (page: Visit): unknown => JSON.parse(page.all("text")[0]?.props.body as string);
const query = (page: Visit): string => page.session.address.query;

function all() {
  st.text(
    JSON.stringify([
      st.textInput("Text", { bind, key: "t" }),
      st.slider("Number", 0, 10, 5, { bind, key: "n" }),
      st.checkbox("Check", { bind, key: "c" }),
      st.selectbox("Pick", ["a", "b", "c"], { bind, key: "p" }),
      st.multiselect("Several", ["a", "b", "c"], { bind, key: "s" }),
      st.slider("Range", 0, 10, [2, 3], { bind, key: "r" }),
      st.dateInput("Day", "2024-05-01", { bind, key: "d" }),
      st.radio("One of", [1, 2, 3], { bind, key: "o" }),
      st.numberInput("Maybe", { value: null, bind, key: "m" }),
    ]),
  );
}

test("a bound widget opens with what the address says, whatever its type", async () => {
  const page = await visit(all, { open: { query: "t=hi+there&n=7&c=true&p=b&s=c&s=a&r=4&r=6&d=2024-06-02&o=2&m=1.5" } });
  expect(json(page)).toEqual(["hi there", 7, true, "b", ["c", "a"], [4, 6], "2024-06-02", 2, 1.5]);
  expect(page.mirror.messages.filter(({ type }) => type === "url")).toEqual([]);
});

test("what does not fit counts as not there and leaves the address", async () => {
  const page = await visit(all, { open: { query: "n=77&c=maybe&p=z&s=q&r=x&d=never&o=9&m=abc&other=1" } });
  expect(json(page)).toEqual(["", 5, false, "a", [], [2, 3], "2024-05-01", 1, null]);
  expect(query(page)).toBe("other=1");
});

test("a value that a person chooses shows in the address, its start does not, and neither causes another run", async () => {
  const page = await visit(all);
  expect(query(page)).toBe("");
  await page.set(page.all("textInput")[0], "é");
  await page.set(page.all("multiselect")[0], [2, 0]);
  await page.set(page.all("slider")[1], [1, 9]);
  expect(query(page)).toBe("t=%C3%A9&s=c&s=a&r=1&r=9");
  expect(page.mirror.messages.filter(({ type }) => type === "started")).toHaveLength(4);
  await page.set(page.all("textInput")[0], "");
  expect(query(page)).toBe("s=c&s=a&r=1&r=9");
});

test("going back in the browser takes the widget back", async () => {
  const page = await visit(all);
  await page.set(page.all("textInput")[0], "one");
  await page.rerun({ page: "", query: "t=two" });
  expect(json(page)).toMatchObject({ 0: "two" });
  expect(page.all("textInput")[0]?.value).toBe("two");
  await page.rerun({ page: "", query: "" });
  expect(json(page)).toMatchObject({ 0: "" });
});

test("a bound widget of the entry script keeps its value on another page and writes it there again", async () => {
  const page = await visit(async () => {
    st.textInput("Who", { bind, key: "who" });
    await st.navigation([st.Page(function one() {}), st.Page(function two() {})]).run();
  });
  await page.set(page.all("textInput")[0], "Ada");
  await page.rerun({ page: "two", query: "" });
  expect(query(page)).toBe("who=Ada");
  expect(page.all("textInput")[0]?.value).toBe("Ada");
});

test("what code sets in session state goes before the address", async () => {
  const page = await visit(
    () => {
      st.sessionState.init({ t: "state" });
      st.text(JSON.stringify(st.textInput("Text", { bind, key: "t" })));
    },
    { open: { query: "t=address" } },
  );
  expect(json(page)).toBe("state");
  expect(query(page)).toBe("t=state");
});

test("a widget keeps what the address says when its parameters change", async () => {
  const page = await visit(() => {
    const most = st.button("More") ? 20 : 10;
    st.text(JSON.stringify(st.slider("N", 0, most, 5, { bind, key: "n" })));
  });
  await page.set(page.all("slider")[0], [8]);
  await page.click(page.all("button")[0]);
  expect(json(page)).toBe(8);
});

test("bind needs a key, and knows one place only", async () => {
  expect((await visit(() => void st.textInput("Text", { bind }))).all("exception")[0]?.props.message).toContain("needs a key");
  expect((await visit(() => void st.textInput("Text", { bind: "cookie" as never, key: "k" }))).all("exception")[0]?.props.message).toContain('"query-params"');
});

test("a value the script is not to hear of yet is in the address at once", async () => {
  const page = await visit(() => st.text(st.textInput("Name", { key: "name", bind: "query-params", onChange: "ignore" })));
  const widget = page.all("textInput")[0]?.props.widget;
  expect(widget.quiet).toBe("bound");
  page.send({ type: "bound", values: { [widget.id]: "Ann", unknown: 5 } });
  await page.settled();
  expect(page.session.address.query).toBe("name=Ann");
  expect(page.all("text")[0]?.props.body).toBe("");
  await page.rerun({ values: { [widget.id]: "Ann" } });
  expect(page.all("text")[0]?.props.body).toBe("Ann");
  expect(page.session.address.query).toBe("name=Ann");
});

test("options are in the address as they read, whatever they are", async () => {
  const cats = [
    { name: "Tom", secret: 1 },
    { name: "Kit", secret: 2 },
  ];
  const formatFunc = (cat: { name: string }) => cat.name;
  const draw = () => {
    const one = st.selectbox("One", cats, { bind, key: "one", formatFunc });
    const many = st.pills("Many", cats, { bind, key: "many", formatFunc, selectionMode: "multi" });
    st.text(JSON.stringify([one.secret, many.map(({ secret }) => secret)]));
  };
  const page = await visit(draw, { open: { query: "one=Kit&many=Kit&many=Tom" } });
  expect(json(page)).toEqual([2, [1, 2]]);
  await page.set(page.all("pills")[0], [1]);
  expect(query(page)).toBe("one=Kit&many=Kit");
  expect(json(await visit(draw, { open: { query: "one=Rex&many=" } }))).toEqual([1, []]);
});

const said = (page: Visit): string => page.all("exception")[0]?.props.message;

test.each([
  ["set", () => st.queryParams.set("q", "x"), "set"],
  ["assigned", () => void (st.queryParams.q = "x"), "set"],
  ["among several", () => st.queryParams.update({ other: 1, q: "x" }), "set"],
  ["in a new whole", () => st.queryParams.fromDict({ q: "x" }), "set"],
  ["taken away", () => void st.queryParams.delete("q"), "deleted"],
  ["deleted", () => delete st.queryParams.q, "deleted"],
  ["cleared with all others", () => st.queryParams.clear(), "cleared"],
])("a bound parameter cannot be %s by the script", async (_, change, what) => {
  const page = await visit(
    () => {
      if (st.sessionState.go) change();
      st.textInput("Query", { bind, key: "q" });
      st.button("Change", { onClick: () => void (st.sessionState.go = true) });
    },
    { open: { query: "q=here&free=1" } },
  );
  expect(page.all("exception")).toEqual([]);
  await page.click(page.all("button")[0]);
  expect(said(page)).toBe(`st.queryParams: the query parameter "q" cannot be ${what} directly, because it is bound to a widget: st.textInput`);
  expect(page.all("exception")[0]?.props.hint).toContain('st.sessionState["q"]');
  expect(query(page)).toBe("q=here&free=1");
});

test("a callback cannot set a bound parameter either, but its entry", async () => {
  const page = await visit(() => {
    st.textInput("Query", { bind, key: "q" });
    st.button("Wrong", { onClick: () => st.queryParams.set("q", "x") });
    st.button("Right", { onClick: () => void (st.sessionState.q = "y") });
  });
  await page.click(page.all("button")[0]);
  expect(said(page)).toContain("bound to a widget");
  await page.rerun();
  await page.click(page.all("button")[1]);
  expect(said(page)).toBeUndefined();
  expect(query(page)).toBe("q=y");
});

test("other parameters are free, and a new whole leaves the bound ones as their widgets stand", async () => {
  const page = await visit(
    () => {
      st.textInput("Query", { bind, key: "q" });
      st.queryParams.fromDict({ mine: 2 });
      st.queryParams.delete("nothing");
    },
    { open: { query: "q=here&free=1" } },
  );
  expect(said(page)).toBeUndefined();
  expect(query(page)).toBe("q=here&mine=2");
});

test("while its widget is not drawn a bound parameter leaves the address, and comes back with it", async () => {
  const page = await visit(() => {
    if (st.checkbox("Show", true)) st.columns(2)[1].textInput("Query", { bind, key: "q" });
    else st.text(JSON.stringify([st.queryParams.has("q"), st.sessionState.q]));
  });
  await page.set(page.all("textInput")[0], "cats");
  expect(query(page)).toBe("q=cats");
  await page.set(page.all("checkbox")[0], false);
  expect(query(page)).toBe("");
  expect(page.mirror.messages.findLast(({ type }) => type === "url")).toMatchObject({ query: "" });
  await page.rerun();
  expect(json(page)).toEqual([false, "cats"]);
  await page.set(page.all("checkbox")[0], true);
  expect(page.all("textInput")[0]?.value).toBe("cats");
  expect(query(page)).toBe("q=cats");
});

test("the same goes for a widget of a fragment, by the fragment's own rerun", async () => {
  const part = st.fragment(() => {
    if (st.toggle("Show", true)) st.slider("N", 0, 10, 5, { bind, key: "n" });
  });
  const page = await visit(() => {
    part();
    st.textInput("Query", { bind, key: "q" });
  });
  await page.set(page.all("textInput")[0], "cats");
  await page.set(page.all("slider")[0], [7]);
  expect(query(page)).toBe("q=cats&n=7");
  await page.set(page.all("toggle")[0], false);
  expect(query(page)).toBe("q=cats");
});

test("what the address says of a hidden widget goes before what that left behind", async () => {
  const page = await visit(() => {
    if (st.checkbox("Show", true)) st.text(JSON.stringify(st.textInput("Query", { bind, key: "q" })));
  });
  await page.set(page.all("textInput")[0], "old");
  await page.set(page.all("checkbox")[0], false);
  await page.rerun({ query: "q=new" });
  await page.set(page.all("checkbox")[0], true);
  expect(json(page)).toBe("new");
});

test("a widget that is bound no more gives its parameter back", async () => {
  const page = await visit(() => {
    const isBound = st.checkbox("Bind", true);
    st.textInput("Query", isBound ? { bind, key: "q" } : { key: "q" });
    if (!isBound) st.queryParams.q = "mine";
  });
  await page.set(page.all("textInput")[0], "cats");
  await page.set(page.all("checkbox")[0], false);
  expect(said(page)).toBeUndefined();
  expect(query(page)).toBe("q=mine");
  expect(page.all("textInput")[0]?.value).toBe("cats");
});

test.each(["embed", "Embed_Options"])("a widget cannot be bound to %s", async (key) => {
  const page = await visit(() => void st.textInput("Text", { bind, key }));
  expect(said(page)).toBe(`st.textInput: the query parameter "${key}" is reserved for embedding, and cannot be bound to a widget`);
});
