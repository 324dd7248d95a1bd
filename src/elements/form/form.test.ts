import { expect, test } from "vitest";
import { type Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const texts = (page: Visit) => page.all("text").map((node) => node.props.body as string);
const labelled = (page: Visit, label: string) => [...page.mirror.nodes.values()].find((node) => node.props.label === label);
const idOf = (page: Visit, label: string): string => labelled(page, label)?.props.widget.id;
const errors = (page: Visit) => page.all("exception").map((node) => node.props.message as string);

const colours = () => {
  const { x, colour, sent } = st.form("f", () => ({
    x: st.slider("x", 1, 10),
    colour: st.selectbox("colour", ["red", "green"]),
    sent: st.formSubmitButton("Send"),
  }));
  st.text(`${x} ${colour} ${sent}`);
};

test("form-001 before anything is sent the script sees the defaults", async () => {
  expect(texts(await visit(colours))).toEqual(["1 red false"]);
});

test("form-003 form-031 one submission brings all values in one run, in which the button is true", async () => {
  const page = await visit(colours);
  await page.rerun({ values: { [idOf(page, "x")]: [4], [idOf(page, "colour")]: 1 }, triggers: { [idOf(page, "Send")]: true } });
  expect(texts(page)).toEqual(["4 green true"]);
  await page.rerun();
  expect(texts(page)).toEqual(["4 green false"]);
  await page.rerun({ triggers: { [idOf(page, "Send")]: true } });
  expect(texts(page)).toEqual(["4 green true"]);
});

test("form-007 a plain button in a form is refused", async () => {
  const page = await visit(() => st.form("f", () => void st.button("Press")));
  expect(errors(page)).toEqual([`st.button() can't be used in the form "f"`]);
});

test("form-008 a submit button outside of any form is refused", async () => {
  expect(errors(await visit(() => void st.formSubmitButton("Send")))).toEqual(["st.formSubmitButton() must be used inside a form"]);
});

test("form-009 only the submit button of a form may have a callback", async () => {
  const page = await visit(() => st.form("f", () => void st.textInput("Name", { onChange: () => {} })));
  expect(errors(page)[0]).toContain("callbacks can only be defined on st.formSubmitButton");
});

test("form-005 forms cannot be nested, and two forms cannot have one key", async () => {
  expect(errors(await visit(() => st.form("a", () => void st.form("b"))))[0]).toContain('cannot be placed inside the form "a"');
  const twice = await visit(() => {
    st.form("a");
    st.form("a");
  });
  expect(errors(twice)[0]).toContain('key="a"');
});

test("state-038 a form's key cannot be set once the form is drawn", async () => {
  const page = await visit(() => {
    st.form("f");
    st.sessionState.f = 1;
  });
  expect(errors(page)[0]).toContain("cannot be set after");
});

test("a form's key cannot be set in advance either, in the script or in a callback", async () => {
  const refused = 'the value of st.form with key "f" cannot be set by st.sessionState';
  const first = await visit(() => {
    st.sessionState.f = { x: 1 };
    st.form("f", () => st.formSubmitButton("Send"));
  });
  expect(errors(first)).toEqual([refused]);
  const later = await visit(() => {
    st.button("Fill", { onClick: () => st.sessionState.update({ f: 1 }) });
    st.columns(2)[0].form("f", () => st.formSubmitButton("Send"));
  });
  expect(errors(later)).toEqual([]);
  await later.click(labelled(later, "Fill"));
  expect(errors(later)).toEqual([refused]);
});

test("form-026 form-027 of two submit buttons only the one that was clicked is true, and equal labels need keys", async () => {
  const page = await visit(() =>
    st.form("f", () => {
      const save = st.formSubmitButton("Save");
      const remove = st.formSubmitButton("Delete");
      st.text(`${save} ${remove}`);
    }),
  );
  await page.click(labelled(page, "Delete"));
  expect(texts(page)).toEqual(["false true"]);
  const same = await visit(() =>
    st.form("f", () => {
      st.formSubmitButton("Save");
      st.formSubmitButton("Save");
    }),
  );
  expect(errors(same)[0]).toContain("same key");
});

test("form-016 the sum of a form can be written above it", async () => {
  const page = await visit(() => {
    const above = st.container();
    const { a, b, add } = st.form("addition", () => ({ a: st.numberInput("a"), b: st.numberInput("b"), add: st.formSubmitButton("add") }));
    if (add) above.text((a + b).toFixed(2));
  });
  await page.rerun({ values: { [idOf(page, "a")]: 1.5, [idOf(page, "b")]: 2 }, triggers: { [idOf(page, "add")]: true } });
  expect(texts(page)).toEqual(["3.50"]);
});

test("wid-006 the same widget inside a form and outside of it are two", async () => {
  const page = await visit(() => {
    st.form("f", () => {
      st.textInput("Name");
      st.formSubmitButton();
    });
    st.textInput("Name");
  });
  expect(errors(page)).toEqual([]);
  expect(new Set(page.all("textInput").map((node) => node.props.widget.id)).size).toBe(2);
  expect(page.all("textInput").map((node) => node.props.widget.form)).toEqual(["f", undefined]);
});

test("form-022 form-015 what is drawn later into a part of the form belongs to it", async () => {
  const page = await visit(() => {
    const form = st.form("f");
    const inner = form.container();
    const sound = st.selectbox("Sounds like", ["meow", "tweet"]);
    const say = form.formSubmitButton(`Say it with ${sound}!`);
    const sentence = inner.textInput("Sentence", "Hi.");
    form.text(say ? `${sentence} ${sound}` : "nothing yet");
  });
  expect(page.all("textInput")[0]?.props.widget.form).toBe("f");
  await page.set(labelled(page, "Sounds like"), 1);
  expect(labelled(page, "Say it with tweet!")).toBeDefined();
  await page.click(labelled(page, "Say it with tweet!"));
  expect(texts(page)).toEqual(["Hi. tweet"]);
});

test("a form has a width and a height of its own, and refuses what is none", async () => {
  const page = await visit(() => {
    st.form("a", { width: 300, height: 200 }, () => st.formSubmitButton("Send"));
    st.form("b", { width: "content", height: "stretch" }, () => st.formSubmitButton("Send b"));
    st.form("c", { height: -1 }, () => st.formSubmitButton("Send c"));
  });
  expect(page.all("form").map(({ props }) => [props.width, props.height])).toEqual([
    [300, 200],
    ["content", "stretch"],
  ]);
  expect(errors(page)).toEqual(['st.form: height must be "stretch", "content" or a number of pixels above 0, not -1']);
});
