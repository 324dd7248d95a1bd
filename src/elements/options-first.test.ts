import { expect, test } from "vitest";
import { visit } from "../hosts/test/visit.ts";
import st from "../index.ts";

// biome-ignore lint/suspicious/noExplicitAny: what these scripts write is wrong on purpose
const any = st as any;

async function said(script: () => unknown): Promise<[string, string]> {
  const { message, hint } = (await visit(script)).all("exception")[0]?.props ?? {};
  return [message, hint];
}

test("what stands second may stand among the options, and gives the same element and value", async () => {
  const seen: unknown[] = [];
  const page = await visit(() => {
    seen.push(
      st.selectbox("a", { options: ["x", "y"], index: 1, key: 1 }),
      st.selectbox("a", ["x", "y"], 1, { key: 2 }),
      st.radio("b", { options: ["x", "y"], index: null }),
      st.multiselect("c", { options: new Set(["x", "y"]), default: ["y"] }),
      st.pills("d", { options: [1, 2], default: 2 }),
      st.segmentedControl("e", { options: ["x", "y"], selectionMode: "multi" }),
      st.selectSlider("f", { options: ["s", "m", "l"], value: ["s", "l"] }),
      st.menuButton("g", { options: ["x"] }),
      st.sidebar.selectbox("h", { options: ["x"], formatFunc: (one) => one.toUpperCase() }),
      any.selectbox("i", { options: new Map([["k", 1]]) }),
    );
    st.metric("Temperature", { value: 70, delta: 2 });
    st.linkButton("Docs", { url: "https://example.org", icon: "📄" });
  });
  expect(page.all("exception")).toEqual([]);
  expect(seen).toEqual(["y", "y", null, ["y"], 2, [], ["s", "l"], null, "x", "k"]);
  const [first, second] = page.all("selectbox");
  expect({ ...first?.props, widget: 0, key: 0 }).toEqual({ ...second?.props, widget: 0, key: 0 });
  expect(page.all("metric")[0]?.props).toMatchObject({ label: "Temperature", value: 70, delta: 2, direction: "up" });
  expect(page.all("linkButton")[0]?.props).toMatchObject({ url: "https://example.org", icon: "📄" });
});

test("a call without its second argument, or with it twice, is told the right form", async () => {
  expect(await said(() => any.selectbox("a", { index: 1 }))).toEqual([
    "st.selectbox: options is missing",
    'Write st.selectbox("…", ["a", "b"], { … }), or give options among the options.',
  ]);
  expect((await said(() => any.metric("a", { delta: 1 })))[0]).toBe("st.metric: value is missing");
  expect((await said(() => any.radio("a", ["x"], { options: ["y"] })))[0]).toBe("st.radio: options is given twice");
  expect((await said(() => any.radio("a", { x: 1, y: 2 })))[1]).toContain("Object.keys");
  expect((await said(() => any.selectbox("a", { options: ["x"], colour: 1 })))[0]).toBe('st.selectbox: there is no option "colour"');
  expect((await said(() => any.selectbox("a", { options: 5 })))[0]).toContain("options must be a list");
});

test("what another command calls the value at the start, or the callback, is told by this one's name", async () => {
  const hints: [() => unknown, string][] = [
    [() => any.selectbox("a", ["x"], { default: "x" }), 'Did you mean "index"? It is the place of an option in the list, from 0; null is none.'],
    [() => any.radio("a", ["x"], { value: "x" }), 'Did you mean "index"? It is the place of an option in the list, from 0; null is none.'],
    [() => any.multiselect("a", ["x"], { index: 0 }), 'Did you mean "default"?'],
    [() => any.pills("a", ["x"], { index: 0 }), 'Did you mean "default"?'],
    [() => any.selectSlider("a", ["x"], { default: "x" }), 'Did you mean "value"?'],
    [() => any.slider("a", { default: 5 }), 'Did you mean "value"?'],
    [() => any.slider("a", { min: 0 }), 'Did you mean "minValue"?'],
    [() => any.checkbox("a", { checked: true }), 'Did you mean "value"?'],
    [() => any.button("a", { on_change: () => {} }), 'Did you mean "onClick"?'],
    [() => any.textInput("a", { onSubmit: () => {} }), 'Did you mean "onChange"?'],
    [() => any.button("a", { kwargs: {} }), "Give everything in args, or call a function that knows the rest: onClick: () => save(id)."],
  ];
  for (const [script, hint] of hints) expect((await said(script))[1]).toBe(hint);
});

test("a label among the options is told to stand first", async () => {
  for (const command of ["selectbox", "slider", "textInput", "checkbox", "metric", "button"]) {
    const [message, hint] = await said(() => any[command]({ label: "Name", value: 1, options: ["x"] }));
    expect(message).toBe(`st.${command}: label must be text, not an object`);
    expect(hint).toBe(`The label comes first: st.${command}("Name", …).`);
  }
});
