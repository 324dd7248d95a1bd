import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const errors = (page: Visit) => page.all("exception").map((node) => node.props.message as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);

const simple = () => {
  let runs = 0;
  let inside = 0;
  const open = st.dialog("Simple Dialog", { width: "large" }, (name: string) => {
    inside += 1;
    const level = st.slider("Level", 0, 10);
    st.text(`${name} ${level} inside ${inside}`);
    if (st.button("Submit")) st.rerun();
  });
  const part = st.fragment(() => void st.button("Elsewhere"));
  return () => {
    runs += 1;
    part();
    if (st.button("Open")) open("Ada");
    st.text(`runs ${runs}`);
  };
};

test("dlg-001 dlg-010 a dialog is drawn over the page, with its title and width", async () => {
  const page = await visit(simple());
  expect(page.all("dialog")).toEqual([]);
  await page.click(labelled(page, "Open"));
  const [dialog] = page.all("dialog");
  expect(dialog?.props).toMatchObject({ title: "Simple Dialog", width: "large" });
  expect(page.mirror.root("event").children).toEqual([dialog]);
  expect(texts(page)).toEqual(["runs 2", "Ada 0 inside 1"]);
});

test("dlg-002 a widget of the dialog reruns only the dialog, with the arguments it was opened with", async () => {
  const page = await visit(simple());
  await page.click(labelled(page, "Open"));
  const before = page.all("dialog")[0]?.props.opened;
  await page.set(labelled(page, "Level"), [7]);
  expect(texts(page)).toEqual(["runs 2", "Ada 7 inside 2"]);
  expect(page.all("dialog")[0]?.props.opened).toBe(before);
});

test("dlg-003 a full rerun that does not open the dialog closes it", async () => {
  const page = await visit(simple());
  await page.click(labelled(page, "Open"));
  await page.click(labelled(page, "Submit"));
  expect(page.all("dialog")).toEqual([]);
  expect(texts(page)).toEqual(["runs 3"]);
});

test("dlg-005 dlg-006 every click opens it anew, and another fragment's rerun does not", async () => {
  const page = await visit(simple());
  const opened = new Set<unknown>();
  for (let turn = 0; turn < 10; turn += 1) {
    await page.click(labelled(page, "Open"));
    const [dialog] = page.all("dialog");
    opened.add(dialog?.props.opened);
    await page.click(labelled(page, "Elsewhere"));
    expect(page.all("dialog")[0]?.props.opened).toBe(dialog?.props.opened);
  }
  expect(opened.size).toBe(10);
});

test("dlg-008 a dialog in a dialog is refused, inside the dialog", async () => {
  const inner = st.dialog("Inner", () => st.text("in"));
  const outer = st.dialog("Outer", () => inner());
  const page = await visit(() => {
    outer();
    st.text("goes on");
  });
  expect(errors(page)).toEqual(["Dialogs may not be nested inside other dialogs."]);
  expect(page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["text"]);
});

test("a dialog opened in the rerun of a dialog is refused too", async () => {
  const inner = st.dialog("Inner", () => st.text("in"));
  const outer = st.dialog("Outer", () => {
    if (st.button("Deeper")) st.sidebar.with(() => inner());
  });
  const page = await visit(() => outer());
  await page.click(labelled(page, "Deeper"));
  expect(errors(page)).toEqual(["Dialogs may not be nested inside other dialogs."]);
});

test("two dialogs in one run are refused", async () => {
  const one = st.dialog("One", () => st.text("1"));
  const two = st.dialog("Two", () => st.text("2"));
  const page = await visit(() => {
    one();
    two();
  });
  expect(errors(page)).toEqual(["Only one dialog is allowed to be opened at the same time."]);
  expect(page.all("dialog")).toHaveLength(1);
});

test("dlg-009 a dialog needs a title, a body and options that exist", () => {
  expect(() => st.dialog("", () => {})).toThrow("non-empty title");
  expect(() => st.dialog((() => {}) as never, (() => {}) as never)).toThrow("non-empty title");
  expect(() => st.dialog("T", undefined as never)).toThrow("the last argument must be the function");
  expect(() => st.dialog("T", { width: "huge" as never }, () => {})).toThrow("st.dialog: width must be");
  expect(() => st.dialog("T", { onDismiss: "close" as never }, () => {})).toThrow("onDismiss");
});

test("dlg-012 an error in the body is shown inside the dialog, also when the body is async", async () => {
  const broken = st.dialog("Broken", async () => {
    await Promise.resolve();
    throw new Error("lost");
  });
  const page = await visit(async () => {
    await broken();
    st.text("after");
  });
  expect(page.all("dialog")[0]?.children[0]?.kind).toBe("fragment");
  expect(errors(page)).toEqual(["lost"]);
  expect(page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["text"]);
});

test("closing tells nothing unless asked, and then calls the function and reruns the script", async () => {
  const seen: unknown[] = [];
  const told = st.dialog("Told", { onDismiss: (...args: unknown[]) => void seen.push(args), dismissible: true }, () => st.text("in"));
  const quiet = st.dialog("Quiet", () => st.text("in"));
  let runs = 0;
  const page = await visit(() => {
    runs += 1;
    if (st.button("Told?")) told();
    if (st.button("Quiet?")) quiet();
  });
  await page.click(labelled(page, "Quiet?"));
  expect(page.all("dialog")[0]?.props.widget).toBeUndefined();
  await page.click(labelled(page, "Told?"));
  await page.click(page.all("dialog")[0]);
  expect(seen).toEqual([[]]);
  expect(runs).toBe(4);
  expect(page.all("dialog")).toEqual([]);
});

test("a fragment may open dialogs one after the other, and has one at a time", async () => {
  const open = st.dialog("Row", (row: number) => st.text(`row ${row}`));
  const part = st.fragment(() => {
    for (const row of [1, 2]) if (st.button(`Open ${row}`)) open(row);
  });
  const page = await visit(() => part());
  await page.click(labelled(page, "Open 1"));
  expect(texts(page)).toEqual(["row 1"]);
  await page.click(labelled(page, "Open 2"));
  expect(texts(page)).toEqual(["row 2"]);
  expect(page.all("dialog")).toHaveLength(1);
});

test("what stands in a dialog that a fragment opened works: it reruns the dialog alone, and its rerun the app", async () => {
  let runs = 0;
  const open = st.dialog("Row", () => {
    const name = st.textInput("Name");
    st.text(st.button("Greet") ? `name ${name} greeted` : `name ${name}`);
    if (st.button("Save")) st.rerun();
  });
  const part = st.fragment(() => {
    if (st.button("Open")) open();
  });
  const page = await visit(() => {
    runs += 1;
    part();
  });
  await page.click(labelled(page, "Open"));
  await page.set(labelled(page, "Name"), "Ada");
  expect([texts(page), runs]).toEqual([["name Ada"], 1]);
  // As a fragment does that runs every second.
  await page.rerun({ fragment: labelled(page, "Open")?.props.widget.fragment });
  await page.click(labelled(page, "Greet"));
  expect([texts(page), runs]).toEqual([["name Ada greeted"], 1]);
  await page.click(labelled(page, "Save"));
  expect([page.all("dialog"), runs]).toEqual([[], 2]);
});
