import { expect, test } from "vitest";
import { createTestHost } from "../../hosts/test/host.ts";
import { visit, type Visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const bodies = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);

test("a widget with persistState stands where it stood when it is drawn again, and its entry stays readable meanwhile", async () => {
  const page = await visit(() => {
    if (st.checkbox("Show", true)) st.textInput("Note", "start", { key: "note", persistState: "session" });
    st.text(String(st.sessionState.note));
  });
  await page.set(labelled(page, "Note"), "abc");
  await page.set(labelled(page, "Show"), false);
  expect(bodies(page)).toEqual(["abc"]);
  await page.rerun();
  expect(bodies(page)).toEqual(["abc"]);
  await page.set(labelled(page, "Show"), true);
  expect(bodies(page)).toEqual(["abc"]);
  expect(labelled(page, "Note")?.value).toBe("abc");
});

test("a widget that kept its value is moved on by the person as before", async () => {
  const page = await visit(() => {
    if (st.checkbox("Show", true)) st.text(st.textInput("Note", { key: "note", persistState: "session" }));
  });
  await page.set(labelled(page, "Note"), "one");
  await page.set(labelled(page, "Show"), false);
  await page.set(labelled(page, "Show"), true);
  await page.set(labelled(page, "Note"), "two");
  expect(bodies(page)).toEqual(["two"]);
});

test("with persistState a widget whose parameters changed keeps its value, without it it starts anew", async () => {
  let most = 10;
  const page = await visit(() => {
    st.text(String(st.slider("kept", 0, most, 1, { key: "kept", persistState: "session" })));
    st.text(String(st.slider("dropped", 0, most, 1, { key: "dropped" })));
  });
  await page.set(labelled(page, "kept"), [7]);
  await page.set(labelled(page, "dropped"), [7]);
  most = 20;
  await page.rerun();
  expect(bodies(page)).toEqual(["7", "1"]);
});

test("a kept value that the changed widget cannot stand at gives way to its start, without an error", async () => {
  let options = ["a", "b"];
  const page = await visit(() => {
    if (st.checkbox("Show", true)) st.text(String(st.selectbox("Pick", options, { key: "pick", persistState: "session" })));
  });
  await page.set(labelled(page, "Pick"), 1);
  expect(bodies(page)).toEqual(["b"]);
  options = ["c", "d"];
  await page.rerun();
  expect(bodies(page)).toEqual(["c"]);
  expect(page.all("exception")).toEqual([]);
});

test("code may set the entry of a widget that is not drawn, and delete it", async () => {
  const page = await visit(() => {
    if (st.button("Set")) st.sessionState.note = "by code";
    if (st.button("Delete")) delete st.sessionState.note;
    if (st.checkbox("Show", true)) st.textInput("Note", { key: "note", persistState: "session" });
    st.text(String("note" in st.sessionState));
  });
  await page.set(labelled(page, "Note"), "abc");
  await page.set(labelled(page, "Show"), false);
  await page.click(labelled(page, "Set"));
  await page.set(labelled(page, "Show"), true);
  expect(labelled(page, "Note")?.value).toBe("by code");
  await page.set(labelled(page, "Show"), false);
  await page.click(labelled(page, "Delete"));
  expect(bodies(page)).toEqual(["false"]);
  await page.set(labelled(page, "Show"), true);
  expect(labelled(page, "Note")?.value).toBe("");
});

test("the session keeps the value over pages, the page only while it is shown", async () => {
  const page = await visit(async () => {
    const first = st.Page(
      () => {
        st.textInput("long", { key: "long", persistState: "session" });
        if (st.checkbox("Show", true)) st.textInput("short", { key: "short", persistState: "page" });
      },
      { title: "First", urlPath: "first" },
    );
    const second = st.Page(() => void st.text(`${st.sessionState.long} ${"short" in st.sessionState}`), { title: "Second", urlPath: "second" });
    await st.navigation([first, second]).run();
  });
  await page.set(labelled(page, "long"), "L");
  await page.set(labelled(page, "short"), "S");
  await page.set(labelled(page, "Show"), false);
  await page.set(labelled(page, "Show"), true);
  expect(labelled(page, "short")?.value).toBe("S");
  await page.rerun({ page: "second" });
  await page.rerun();
  expect(bodies(page)).toEqual(["L false"]);
  await page.rerun({ page: "" });
  expect(labelled(page, "long")?.value).toBe("L");
  expect(labelled(page, "short")?.value).toBe("");
});

test("a session that moves to another engine brings along what hidden widgets left behind", async () => {
  const state: Record<string, Uint8Array> = {};
  let options = ["a", "b"];
  let isShown = true;
  const said: string[] = [];
  const host = createTestHost({ log: (_, message) => said.push(message) });
  const script = () => {
    if (isShown) st.text(st.selectbox("Pick", options, { index: 0, key: "pick", persistState: "session" }));
    if (isShown) st.text(st.textInput("Note", "start", { key: "note", persistState: "session" }));
    st.text(String(st.sessionState.pick));
  };
  const before = await visit(script, { open: { keep: (facts) => void Object.assign(state, facts.state) } });
  await before.set(labelled(before, "Pick"), 1);
  await before.set(labelled(before, "Note"), "abc");
  isShown = false;
  await before.rerun();
  await new Promise((done) => void setTimeout(done, 150));
  before.session.close();
  const after = await visit(script, { host, open: { restore: { values: {}, state, revision: 0, nodes: [] } } });
  expect(bodies(after)).toEqual(["b"]);
  options = ["c", "d"];
  isShown = true;
  await after.rerun();
  expect(bodies(after)).toEqual(["c", "abc", "c"]);
  expect(said).toEqual([]);
});

test("state-013 without persistState a widget that was not drawn is back at its default", async () => {
  const page = await visit(() => {
    if (st.checkbox("Show", true)) st.textInput("Note", { key: "k" });
    st.text(String(st.sessionState.k));
  });
  await page.set(labelled(page, "Note"), "abc");
  await page.set(labelled(page, "Show"), false);
  expect(bodies(page)).toEqual(["abc"]);
  await page.rerun();
  expect(bodies(page)).toEqual(["undefined"]);
  await page.set(labelled(page, "Show"), true);
  expect(bodies(page)).toEqual([""]);
});

test("persistState needs a key, and one of its two words", async () => {
  const page = await visit(() => void st.textInput("Note", { persistState: "session" }));
  expect(page.all("exception")[0]?.props.message).toContain("persistState needs a key");
  const other = await visit(() => void st.textInput("Note", { key: "n", persistState: "forever" as never }));
  expect(other.all("exception")[0]?.props.message).toContain('"page", "session" or null, not "forever"');
});
