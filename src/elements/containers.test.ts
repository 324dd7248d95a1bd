import { expect, test } from "vitest";
import { visitSource } from "../hosts/node/testing/visit-source.ts";
import { visit } from "../hosts/test/visit.ts";
import st from "../index.ts";
import { elements } from "./index.ts";

// biome-ignore lint/suspicious/noExplicitAny: what these scripts write is wrong on purpose
type Any = any;

test("every command that draws is a method of every kind of container", async () => {
  const missing: string[] = [];
  await visit(() => {
    const [column] = st.columns(2);
    const [tab] = st.tabs(["a"]);
    const places = [
      st,
      st.sidebar,
      st.bottom,
      column,
      tab,
      st.container(),
      st.empty(),
      st.expander("e"),
      st.popover("p"),
      st.status("s"),
      st.chatMessage("user"),
      st.grid(),
      st.form("f"),
    ];
    for (const place of places) for (const name of Object.keys(elements)) if (typeof (place as Any)[name] !== "function") missing.push(name);
  });
  expect(missing).toEqual([]);
});

test("echo, fragments and dialogs of a container draw there, with their source as it is written", async () => {
  const page = await visitSource(`import st from "rivulet";
const [left, right] = st.columns(2);
st.sidebar.echo(() => {
  st.title("In the sidebar"); // here
});
right.echo("below", () => st.text("to the right"));
const part = left.fragment(() => {
  const s = st.sessionState.init({ runs: 0 });
  s.runs += 1;
  st.button("Again");
  st.text(\`runs \${s.runs}\`);
});
part();
const open = st.sidebar.dialog("Ask", () => st.text("asked"));
open();
`);
  const inside = (root: "sidebar" | "event") => page.mirror.root(root).children.map(({ kind, props }) => [kind, props.body ?? props.title]);
  expect(page.all("exception")).toEqual([]);
  expect(inside("sidebar")).toEqual([
    ["code", 'st.title("In the sidebar"); // here'],
    ["title", "In the sidebar"],
  ]);
  expect(inside("event")).toEqual([["dialog", "Ask"]]);
  const [left, right] = page.all("column");
  expect(right?.children.map(({ kind, props }) => [kind, props.body])).toEqual([
    ["text", "to the right"],
    ["code", 'st.text("to the right")'],
  ]);
  expect(left?.children.map(({ kind }) => kind)).toEqual(["fragment"]);
  await page.click(page.all("button")[0]);
  expect(page.all("text").map(({ props }) => props.body)).toContain("runs 2");
  expect(left?.children.map(({ kind }) => kind)).toEqual(["fragment"]);
});

test("what belongs to the app is refused on a container, with the way to write it", async () => {
  const said = async (script: () => unknown) => {
    const { message, hint } = (await visit(script)).all("exception")[0]?.props ?? {};
    return [message, hint];
  };
  expect(await said(() => (st.sidebar as Any).rerun())).toEqual(["rerun belongs to the app, not to a container", "Write st.rerun instead."]);
  expect(await said(() => (st.container() as Any).sessionState.count)).toEqual([
    "sessionState belongs to the app, not to a container",
    "Write st.sessionState instead.",
  ]);
  expect(await said(() => (st.columns(2)[0] as Any).cacheData(() => 1))).toEqual([
    "cacheData belongs to the app, not to a container",
    "Write st.cacheData instead.",
  ]);
});
