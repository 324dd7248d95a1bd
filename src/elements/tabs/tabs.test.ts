import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("at-017 tabs and expanders are containers that draw all they hold", async () => {
  const got: unknown[] = [];
  const page = await visit(() => {
    const [cat, dog] = st.tabs(["Cat", "Dog"], { default: "Dog", key: "pets" });
    cat.header("A cat");
    dog.with(() => st.header("A dog"));
    got.push(st.expander("See explanation", { expanded: true, icon: "📈" }, () => st.button("inside")));
    st.expander("Closed", false).write("hidden");
  });
  expect(page.all("tabs")[0]?.props).toMatchObject({ labels: ["Cat", "Dog"], start: 1, key: "pets" });
  expect(page.all("tab").map(({ props, children }) => [props.label, children[0]?.props.body])).toEqual([
    ["Cat", "A cat"],
    ["Dog", "A dog"],
  ]);
  expect(page.all("expander").map(({ props, children }) => [props.label, props.expanded, children.map(({ kind }) => kind)])).toEqual([
    ["See explanation", true, ["button"]],
    ["Closed", undefined, ["markdown"]],
  ]);
  expect(got).toEqual([false]);
});

test("tabs tell which is open, call back with its label, and can be moved by their key", async () => {
  const changes: unknown[] = [];
  const bodies: string[] = [];
  const page = await visit(() => {
    if (st.button("To Owl")) st.sessionState.pet = "Owl";
    const [cat, dog, owl] = st.tabs(["Cat", "Dog", "Owl"], { key: "pet", default: "Dog", onChange: (label) => void changes.push(label) });
    for (const [name, tab] of Object.entries({ cat, dog, owl })) {
      if (!tab.open) continue;
      bodies.push(name);
      tab.text(name);
    }
    st.text(`${st.sessionState.pet} ${[cat, dog, owl].map(({ open }) => open).join(" ")}`);
  });
  const told = () => page.all("text").at(-1)?.props.body;
  expect(told()).toBe("Dog false true false");
  await page.set(page.all("tabs")[0], 0);
  expect(told()).toBe("Cat true false false");
  expect(changes).toEqual(["Cat"]);
  await page.click(page.all("button")[0]);
  expect(told()).toBe("Owl false false true");
  expect(page.all("tabs")[0]?.value).toBe(2);
  expect(bodies).toEqual(["dog", "cat", "owl"]);
});

test("tabs that are not asked about tell nothing, and tabs with equal labels are told apart by their place", async () => {
  const page = await visit(() => {
    const [a] = st.tabs(["A", "B"]);
    const [first, second] = st.tabs(["Same", "Same"], { onChange: "rerun" });
    st.text([a, first, second].map(({ open }) => String(open)).join(" "));
  });
  expect(page.all("tabs")[0]?.props.widget).toBeUndefined();
  expect(page.all("text")[0]?.props.body).toBe("null true false");
  await page.set(page.all("tabs")[1], 1);
  expect(page.all("text")[0]?.props.body).toBe("null false true");
});

test("the open tab stands in the address when it is bound to it", async () => {
  const script = () => {
    const [a, b] = st.tabs(["Day", "Year"], { key: "span", bind: "query-params" });
    st.text(`${a.open} ${b.open}`);
  };
  const page = await visit(script, { open: { query: "span=Year" } });
  expect(page.all("text")[0]?.props.body).toBe("false true");
  const other = await visit(script, { open: { query: "span=Century" } });
  expect(other.all("text")[0]?.props.body).toBe("true false");
  await other.set(other.all("tabs")[0], 1);
  expect(other.mirror.messages.findLast(({ type }) => type === "url")).toMatchObject({ query: "span=Year" });
});

test("an expander that is asked about tells whether it is open, and its body runs only then", async () => {
  const changes: unknown[] = [];
  let bodies = 0;
  const page = await visit(() => {
    if (st.button("Close")) st.sessionState.more = false;
    const inside = st.expander("More", { key: "more", onChange: (open: boolean) => void changes.push(open) }, (here) => {
      bodies += 1;
      st.text("body");
      return here.open;
    });
    const plain = st.expander("Plain", { type: "compact" });
    st.text(`${inside} ${plain.open} ${st.sessionState.more}`);
  });
  const told = () => page.all("text").at(-1)?.props.body;
  expect([told(), bodies]).toEqual(["undefined null false", 0]);
  await page.set(page.all("expander")[0], true);
  expect([told(), bodies, changes]).toEqual(["true null true", 1, [true]]);
  expect(page.all("text")).toHaveLength(2);
  await page.click(page.all("button")[0]);
  expect([told(), bodies]).toEqual(["undefined null false", 1]);
  expect(page.all("expander")[0]?.value).toBe(false);
});

test("what happens on a change is one of three, and what a strip is set to is one of its labels", async () => {
  const message = async (script: () => unknown) => (await visit(script)).all("exception")[0]?.props.message;
  expect(await message(() => st.tabs(["a"], { onChange: "go" as never }))).toBe('st.tabs: onChange must be "ignore" or "rerun", not "go"');
  expect(await message(() => st.expander("a", { onChange: 5 as never }))).toContain("st.expander: onChange must be");
  expect(await message(() => st.expander("a", { type: "big" as never }))).toContain("st.expander: type must be");
  expect(
    await message(() => {
      st.sessionState.t = "c";
      st.tabs(["a", "b"], { key: "t", onChange: "rerun" });
    }),
  ).toBe('st.tabs: the value in st.sessionState must be one of the labels, not "c"');
});

test("a body, which tabs do not take, is refused with the way to write it", async () => {
  const page = await visit(() => void st.tabs(["a", "b"], (() => {}) as never));
  expect(page.all("exception")[0]?.props.message).toBe("st.tabs takes no body: it returns its containers");
});
