import { expect, expectTypeOf, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st, { type Container } from "../../index.ts";

test("ui-columns-002 ui-columns-005 widths follow the weights, and columns nest freely", async () => {
  const page = await visit(() => {
    const [left, right] = st.columns([3, 1], { gap: "large", verticalAlignment: "bottom", border: true });
    left.write("left");
    const [, inner] = right.columns(2);
    inner.columns(2)[0].button("deep");
    st.sidebar.columns(2)[1].write("side");
  });
  const row = page.all("columns")[0];
  expect(row?.props.gap).toBe("large");
  expect(row?.children.map(({ props }) => [props.weight, props.border, props.verticalAlignment])).toEqual([
    [0.75, true, "bottom"],
    [0.25, true, "bottom"],
  ]);
  expect(page.all("button")).toHaveLength(1);
});

test("run-021 a column is a place of its own for whatever its body draws", async () => {
  const page = await visit(() => {
    const [a, b] = st.columns(2);
    b.with(() => {
      st.write("b1");
      a.write("a1");
      st.write("b2");
    });
  });
  expect(page.all("column").map(({ children }) => children.map(({ props }) => props.body))).toEqual([["a1"], ["b1", "b2"]]);
});

test("columns and tabs are tuples as long as what was asked for", () => {
  const types = () => {
    expectTypeOf(st.columns(3)).toEqualTypeOf<[Container, Container, Container]>();
    expectTypeOf(st.columns([1, 2])).toEqualTypeOf<[Container, Container]>();
    expectTypeOf(st.columns([1, 2] as number[])).toEqualTypeOf<Container[]>();
    expectTypeOf(st.columns(3 as number)).toEqualTypeOf<Container[]>();
    expectTypeOf(st.tabs(["a", "b"])).toExtend<[Container, Container]>();
    expectTypeOf(st.tabs(["a", "b"])[0].open).toEqualTypeOf<boolean | null>();
    expectTypeOf(st.expander("x", { onChange: "rerun" }, () => 1)).toEqualTypeOf<number | undefined>();
    expectTypeOf(st.tabs(["a"] as string[])).toExtend<Container[]>();
    expectTypeOf(st.container(() => 1 as const)).toEqualTypeOf<1>();
    expectTypeOf(st.container({ border: true })).toEqualTypeOf<Container>();
    expectTypeOf(st.expander("x", { expanded: true }, async () => "late")).toEqualTypeOf<Promise<string>>();
    expectTypeOf(st.spinner("x", () => 5)).toEqualTypeOf<number>();
    // @ts-expect-error a label that is not among the tabs
    st.tabs(["a", "b"], { default: "c" });
  };
  expect(types).toBeTypeOf("function");
});

test("a number of columns that would fill all memory is refused", async () => {
  const page = await visit(() => void st.columns(1e9 as number));
  expect(page.all("exception")[0]?.props.message).toBe("st.columns: spec must ask for at most 1000 columns, not 1000000000");
});

test("a body, which columns do not take, is refused with the way to write it", async () => {
  const page = await visit(() => void st.columns(2, (() => {}) as never));
  expect(page.all("exception")[0]?.props.message).toBe("st.columns takes no body: it returns its containers");
});
