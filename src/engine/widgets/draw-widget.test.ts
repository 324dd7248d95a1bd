import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

async function refusal(draw: () => void): Promise<unknown> {
  return (await visit(draw)).all("exception")[0]?.props.message;
}

// biome-ignore lint/suspicious/noExplicitAny: scripts are not always type-checked
const wrong = (value: unknown) => value as any;

test("a callback that is none, arguments that are no list and keys without a text are refused where they are given", async () => {
  expect(await refusal(() => void st.button("Save", { onClick: wrong(5) }))).toBe("st.button: onClick must be a function, not 5");
  expect(await refusal(() => void st.checkbox("Dark", { onChange: wrong(Promise.resolve()) }))).toBe(
    'st.checkbox: onChange must be a function, "rerun" or "ignore", not a Promise',
  );
  expect(await refusal(() => void st.button("Save", { onClick: () => 1, args: wrong("ab") }))).toBe('st.button: args must be a list, not "ab"');
  expect(await refusal(() => void st.textInput("Name", { key: wrong({ id: 1 }) }))).toBe("st.textInput: key must be text or a number, not an object");
  expect(await refusal(() => void st.button("Save", { onClick: wrong(null), args: wrong(null), key: wrong(null) }))).toBeUndefined();
});

test("a width that is none and a body that is no function are refused", async () => {
  const width = 'width must be "stretch", "content" or a number of pixels above 0, not';
  expect(await refusal(() => void st.button("Save", { width: wrong("x") }))).toBe(`st.button: ${width} "x"`);
  expect(await refusal(() => void st.slider("Hour", { width: -5 }))).toBe(`st.slider: ${width} -5`);
  expect(await refusal(() => void st.textInput("Name", { width: 200 }))).toBeUndefined();
  expect(await refusal(() => void st.sidebar.with(wrong(5)))).toBe("with: body must be a function, not 5");
  expect(await refusal(() => void st.textInput(wrong({ a: 1 })))).toBe("st.textInput: label must be text, not an object");
});

test("a widget whose changes are to wait says so to the page, and every other word is refused", async () => {
  const page = await visit(() => {
    st.slider("held", { onChange: "ignore" });
    st.slider("usual", { onChange: "rerun" });
  });
  expect(page.all("slider").map((node) => node.props.widget.quiet)).toEqual(["held", undefined]);
  expect(await refusal(() => void st.slider("x", { onChange: "later" as never }))).toBe(
    'st.slider: onChange must be a function, "rerun" or "ignore", not "later"',
  );
});
