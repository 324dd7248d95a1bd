import { expect, test } from "vitest";
import { visit } from "../hosts/test/visit.ts";
import st from "../index.ts";

// biome-ignore lint/suspicious/noExplicitAny: what these scripts write is wrong on purpose
const any = st as any;

async function said(script: () => unknown): Promise<[string, string]> {
  const { message, hint } = (await visit(script)).all("exception")[0]?.props ?? {};
  return [message, hint];
}

test("an option that a command does not have is refused with the nearest name, wherever the options stand", async () => {
  expect(await said(() => any.slider("x", { minvalue: 0 }))).toEqual(['st.slider: there is no option "minvalue"', 'Did you mean "minValue"?']);
  expect(await said(() => any.slider("x", 0, 10, { max_value: 5 }))).toEqual(['st.slider: there is no option "max_value"', 'Did you mean "maxValue"?']);
  expect(await said(() => any.sidebar.selectbox("x", ["a"], { formatfunc: String }))).toEqual([
    'st.selectbox: there is no option "formatfunc"',
    'Did you mean "formatFunc"?',
  ]);
  expect(await said(() => st.container().button("x", { colour: "red" } as never))).toEqual([
    'st.button: there is no option "colour"',
    expect.stringContaining("Its options are args, "),
  ]);
  expect(await said(() => any.setPageConfig({ page_title: "x" }))).toEqual(['st.setPageConfig: there is no option "page_title"', 'Did you mean "pageTitle"?']);
  expect((await said(() => any.columnConfig.NumberColumn({ minvalue: 1 })))[0]).toBe('st.columnConfig.NumberColumn: there is no option "minvalue"');
  expect((await said(() => any.form("f", { clearonsubmit: true }, () => {})))[0]).toBe('st.form: there is no option "clearonsubmit"');
  expect((await said(() => any.cacheData(() => 1, { max_entries: 1 })))[1]).toBe('Did you mean "maxEntries"?');
});

test("a callback, a key or another value that stands alone in the place of options is refused with the option to write", async () => {
  const work = () => {};
  expect(await said(() => any.button("Save", work))).toEqual([
    "st.button: the function work stands where only an object of options may stand",
    "Write { onClick: () => work() }.",
  ]);
  expect(await said(() => any.toast("Saved", "💾"))).toEqual([
    'st.toast: "💾" stands where only an object of options may stand',
    "Its options are duration, icon: write { name: value }.",
  ]);
  expect((await said(() => any.columns(2, "large")))[0]).toBe('st.columns: "large" stands where only an object of options may stand');
  expect((await said(() => any.checkbox("On", true, work)))[1]).toBe("Write { onChange: () => work() }.");
  expect((await said(() => any.slider("x", { value: 5 }, "k")))[0]).toBe('st.slider: "k" stands where only an object of options may stand');
  expect((await said(() => any.textInput("x", "v", 5, "default", "k")))[0]).toContain('st.textInput: "k" stands');
  expect((await said(() => any.chatMessage("user", "Hello")))[0]).toBe('st.chatMessage: "Hello" stands where only an object of options may stand');
  expect((await said(() => any.fragment(() => {}, "5s")))[0]).toBe('st.fragment: "5s" stands where only an object of options may stand');
});

test("commands that are passed along, called with a body, or with positional values, are not taken for that mistake", async () => {
  const page = await visit(() => {
    ["a", "b"].forEach(any.text);
    ["c"].map(any.success);
    if (["d", "e"].map(any.checkbox).includes(true)) st.text("on");
    any.form("f", true, () => st.formSubmitButton());
    st.container(() => st.text("in"));
    st.chatMessage("user", () => st.text("in"));
    st.skeleton(40, () => st.text("in"));
    st.expander("e", true, () => st.text("in"));
    st.textInput("t", "x", { onChange: st.toast as never });
    st.header("h", "anchor");
    st.metric("m", 1, 2);
  });
  expect(page.all("exception")).toEqual([]);
  expect(page.all("text").map(({ props }) => props.body)).toEqual(["a", "b", "in", "in", "in", "in"]);
});

test("data, and options that are undefined, are no unknown options", async () => {
  const page = await visit(() => {
    st.json({ minvalue: 1 });
    st.write({ anything: { at: "all" } });
    st.dataframe({ a: [1], b: [2] });
    any.slider("x", { minvalue: undefined, value: 5 });
    st.metric("m", 1, { delta: 2 });
    st.areaChart([{ x: 1, y: 2 }], { x: "x", y: "y" });
  });
  expect(page.all("exception")).toEqual([]);
});

test("a promise in the place of a value is refused with a word on await", async () => {
  const later = Promise.resolve(5);
  expect(await said(() => any.slider("x", 0, later))).toEqual([
    "st.slider: a promise was given, not the value it will have",
    "Await it first, as in `st.slider(await …)`.",
  ]);
  expect((await said(() => any.textInput("x", { value: later })))[0]).toBe("st.textInput: value is a promise, not the value it will have");
});

test("a text that a promise was put into is drawn, and whoever looks at the page is told", async () => {
  const page = await visit(() => st.write(`Total: ${Promise.resolve(5)}`));
  expect(page.all("markdown")[0]?.props.body).toBe("Total: [object Promise]");
  expect(page.mirror.messages.filter(({ type }) => type === "notice")).toMatchObject([
    { level: "warning", message: expect.stringContaining("[object Promise]"), hint: expect.stringContaining("await") },
  ]);
});

test("a command is still shown as the function that it is", async () => {
  const page = await visit(() => st.write(st.text));
  expect(page.all("markdown")[0]?.props.body).toContain("function text(body");
});
