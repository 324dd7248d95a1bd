import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const caught = async (...draws: (() => unknown)[]) => {
  const page = await visit(() => {
    for (const draw of draws) {
      try {
        draw();
      } catch (error) {
        st.exception(error);
      }
    }
  });
  return page.all("exception").map(({ props }) => props.message as string);
};

test("ui-container-001 a container shows at its own place what is written into it later", async () => {
  const page = await visit(() => {
    const above = st.container({ border: true, key: "top row" });
    st.write("below");
    above.write("one");
    above.with(() => st.write("two"));
  });
  const [first, second] = page.mirror.root("main").children;
  expect(first?.children.map(({ props }) => props.body)).toEqual(["one", "two"]);
  expect(first?.props).toMatchObject({ border: true, key: "top row" });
  expect(second?.props.body).toBe("below");
});

test("a body draws inside and what it returns comes back, also when it is async", async () => {
  const got: unknown[] = [];
  const page = await visit(async () => {
    got.push(st.container(() => st.button("in")));
    const later = st.container({ horizontal: true, gap: "large" }, async (here) => {
      await new Promise((done) => setTimeout(done, 5));
      here.write("here");
      st.write("there");
      return "late";
    });
    st.write("outside");
    got.push(await later);
  });
  expect(got).toEqual([false, "late"]);
  const [, second, third] = page.mirror.root("main").children;
  expect(second?.children.map(({ props }) => props.body)).toEqual(["here", "there"]);
  expect(second?.props).toMatchObject({ direction: "horizontal", gap: "large" });
  expect(third?.props.body).toBe("outside");
});

test("a fixed height brings a border unless it is refused", async () => {
  const page = await visit(() => {
    st.container({ height: 200 });
    st.container({ height: 200, border: false });
    st.container();
  });
  expect(page.all("container").map(({ props }) => props.border)).toEqual([true, undefined, undefined]);
});

test("at-002 elements are found in the order of the page, not of the script", async () => {
  const page = await visit(() => {
    const first = st.container();
    const second = st.container();
    second.button("A");
    first.button("B");
  });
  expect(page.all("button").map(({ props }) => props.label)).toEqual(["B", "A"]);
});

test("unknown gaps, alignments and sizes are refused", async () => {
  expect(
    await caught(
      () => st.container({ gap: "huge" as never }),
      () => st.container({ gap: -1 }),
      () => st.container({ verticalAlignment: "left" as never }),
      () => st.container({ height: 0 }),
      () => st.columns(0),
      () => st.columns([]),
      () => st.columns([1, -1]),
      () => st.columns(1.5),
      () => st.columns(2, { verticalAlignment: "distribute" as never }),
      () => st.columns(2, { gap: true as never }),
      () => st.tabs([]),
      () => st.tabs(["a", 1] as never),
      () => st.tabs(["a", "b"], { default: "c" as never }),
      () => st.expander(null as never),
    ),
  ).toEqual([
    expect.stringContaining('st.container: gap must be "xxsmall"'),
    'st.container: gap must be a name such as "small" or "large", pixels, or null, not -1',
    'st.container: verticalAlignment must be "top", "center", "bottom" or "distribute", not "left"',
    expect.stringContaining("st.container: height must be"),
    "st.columns: spec must be a whole number above 0, or a list of numbers above 0, not 0",
    "st.columns: spec must be a whole number above 0, or a list of numbers above 0, not an empty list",
    "st.columns: spec must be a whole number above 0, or a list of numbers above 0, not -1 (at 1)",
    "st.columns: spec must be a whole number above 0, or a list of numbers above 0, not 1.5",
    expect.stringContaining("st.columns: verticalAlignment"),
    expect.stringContaining("st.columns: gap must be a name"),
    "st.tabs: tabs must be a list of at least one text, not an empty list",
    "st.tabs: tabs must be a list of at least one text, not 1 (at 1)",
    'st.tabs: default must be one of the labels, not "c"',
    "st.expander: label must be text, not null",
  ]);
});
