import { expect, test, vi } from "vitest";
import { visitSource } from "../hosts/node/testing/visit-source.ts";
import { type Visit, visit } from "../hosts/test/visit.ts";
import st from "../index.ts";

const errors = (page: Visit) => page.all("exception").map(({ props }) => props.message);
const texts = (page: Visit) => page.all("text").map(({ props }) => props.body);

/** A promise to settle by hand. */
function gate() {
  let open = () => {};
  const passed = new Promise<void>((done) => {
    open = done;
  });
  return { open, passed };
}

test("a run waits for the work of a spinner and a status that nobody awaits, and both come to their end", async () => {
  const { open, passed } = gate();
  const going = visit(() => {
    st.spinner("Loading", async () => {
      await passed;
      st.text("loaded");
    });
    st.status("Working", async () => {
      await passed;
      st.text("worked");
    });
    st.text("after");
    open();
  });
  const page = await going;
  expect(errors(page)).toEqual([]);
  expect(texts(page).toSorted()).toEqual(["after", "loaded", "worked"]);
  expect(page.all("spinner")).toEqual([]);
  expect(page.all("status")[0]?.props.state).toBe("complete");
});

test("the error of work that nobody awaits is shown where it was called, once, and the others go on", async () => {
  const page = await visitSource(`import st from "rivulet";
const later = () => new Promise((done) => setTimeout(done, 5));
st.sidebar.spinner("Loading", async () => { await later(); throw new Error("no rows"); });
st.status("Working", async () => { await later(); throw new Error("no luck"); });
st.spinner("At once", async () => { throw new Error("at once"); });
st.status("Fine", async () => { await later(); st.text("fine"); });
`);
  expect(page.mirror.root("sidebar").children.filter(({ kind }) => kind === "exception")).toHaveLength(1);
  expect(errors(page).toSorted()).toEqual(["at once", "no luck", "no rows"]);
  expect(page.all("status").map(({ props }) => props.state)).toEqual(["error", "complete"]);
  expect(texts(page)).toEqual(["fine"]);
  expect(page.all("spinner")).toEqual([]);
});

test.each([
  ["a container", 'st.expander("x", async () => { await later(); st.text("in"); throw new Error("no"); });'],
  ["with of a column", 'const [a] = st.columns(2); a.with(async () => { await later(); st.text("in"); throw new Error("no"); });'],
  ["a message", 'st.chatMessage("user", async () => { await later(); st.text("in"); throw new Error("no"); });'],
  ["a form", 'st.form("f", async () => { await later(); st.text("in"); st.formSubmitButton("Send"); throw new Error("no"); });'],
  ["an echo", 'st.echo(async () => { await later(); st.text("in"); throw new Error("no"); });'],
  ["a fragment", 'const part = st.fragment(async () => { await later(); st.text("in"); throw new Error("no"); });\npart();'],
  ["a dialog", 'const open = st.dialog("Ask", async () => { await later(); st.text("in"); throw new Error("no"); });\nopen();'],
  ["a body in a body", 'st.expander("x", () => { st.container(async () => { await later(); st.text("in"); throw new Error("no"); }); });'],
  ["a stream", 'st.writeStream(async function* () { yield () => st.text("in"); await later(); throw new Error("no"); });'],
])("the body of %s that nobody awaits draws to its end, and its error is shown once", async (_, line) => {
  const page = await visitSource(`import st from "rivulet";
const later = () => new Promise((done) => setTimeout(done, 5));
${line}
`);
  expect(texts(page)).toEqual(["in"]);
  expect(errors(page)).toEqual(["no"]);
});

test("the error of a body that nobody awaits stands in its container", async () => {
  const page = await visitSource(`import st from "rivulet";
const [a, b] = st.columns(2);
b.with(async () => { await new Promise((done) => setTimeout(done, 5)); throw new Error("no"); });
`);
  expect(page.all("column").map(({ children }) => children.map(({ kind }) => kind))).toEqual([[], ["exception"]]);
});

test("an error of work that the script catches is the script's alone", async () => {
  const page = await visit(async () => {
    await Promise.allSettled([
      st.spinner("a", async () => {
        throw new Error("one");
      }),
    ]);
    const kept = st.status("b", async () => {
      throw new Error("two");
    });
    await kept.catch((error: Error) => st.text(error.message));
  });
  expect(errors(page)).toEqual([]);
  expect(texts(page)).toEqual(["two"]);
});

test("work goes on to its end when the script fails beside it", async () => {
  const page = await visit(() => {
    st.spinner("Loading", async () => {
      await new Promise((done) => setTimeout(done, 5));
      st.text("loaded");
    });
    throw new Error("beside");
  });
  expect(errors(page)).toEqual(["beside"]);
  expect(texts(page)).toEqual(["loaded"]);
  expect(page.all("spinner")).toEqual([]);
});

test("work that nobody awaits in a fragment belongs to the fragment's run", async () => {
  const page = await visitSource(`import st from "rivulet";
const part = st.fragment(() => {
  if (!st.button("Go")) return;
  st.spinner("Loading", async () => { await new Promise((done) => setTimeout(done, 5)); st.text("loaded"); throw new Error("then"); });
});
part();
`);
  await page.rerun({ triggers: { [page.all("button")[0]?.props.widget.id]: true }, fragment: page.all("fragment")[0]?.props.fragment });
  expect(texts(page)).toEqual(["loaded"]);
  expect(errors(page)).toEqual(["then"]);
  expect(page.all("spinner")).toEqual([]);
});

test.each([true, false])("Stop ends a spinner and a status, whether they are awaited (%s) or not", async (isAwaited) => {
  const { open, passed } = gate();
  const page = await visit(async () => {
    if (!st.button("Go")) return;
    const both = [st.spinner("Loading", () => passed), st.status("Working", () => passed)];
    if (isAwaited) await Promise.all(both);
  });
  page.ask({ triggers: { [page.all("button")[0]?.props.widget.id]: true } });
  await vi.waitFor(() => expect(page.all("spinner")).toHaveLength(1));
  page.send({ type: "stop" });
  await vi.waitFor(() => expect(page.all("spinner")).toEqual([]));
  expect(page.all("status")[0]?.props.state).toBe("error");
  expect(errors(page)).toEqual([]);
  open();
});

test("a new interaction does not wait for work under way", async () => {
  const { open, passed } = gate();
  const page = await visit(() => {
    const level = st.slider("Level", 0, 10);
    st.text(`level ${level}`);
    if (level === 1) st.spinner("Loading", () => passed);
  });
  page.ask({ values: { [page.all("slider")[0]?.props.widget.id]: [1] } });
  await vi.waitFor(() => expect(page.all("spinner")).toHaveLength(1));
  await page.set(page.all("slider")[0], [2]);
  expect(texts(page)).toEqual(["level 2"]);
  expect(page.all("spinner")).toEqual([]);
  open();
});
