import { expect, test } from "vitest";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

const shown = (page: Awaited<ReturnType<typeof visit>>) => page.mirror.root("main").children.map(({ kind, props }) => props.body ?? kind);

test("ph-001 a slot shows what was written last, at its own place", async () => {
  const page = await visit(() => {
    const slot = st.empty();
    st.text("end");
    slot.text("a");
    slot.text("b");
  });
  expect(shown(page)).toEqual(["b", "end"]);
});

test("ph-002 emptying a slot leaves nothing in it", async () => {
  const page = await visit(() => {
    const slot = st.text("something");
    slot.empty();
  });
  expect(page.all("text")).toEqual([]);
  expect(shown(page)).toEqual(["empty"]);
});

test("ph-013 any element can take the place of another through its handle", async () => {
  const page = await visit(() => {
    const first = st.text("loading");
    const second = st.markdown("plain");
    first.text("done");
    second.metric("Rows", 4);
  });
  expect(page.mirror.root("main").children.map(({ kind }) => kind)).toEqual(["text", "metric"]);
  expect(page.all("text")[0]?.props.body).toBe("done");
});

test("ph-016 of two writes in the body of a slot the last remains, and the body's value comes back", async () => {
  let got: unknown;
  const page = await visit(() => {
    got = st.empty((here) => {
      here.write("one");
      st.write("two");
      return 7;
    });
  });
  expect(shown(page)).toEqual(["two"]);
  expect(got).toBe(7);
});

test("a container in a slot holds several elements", async () => {
  const page = await visit(() => {
    const slot = st.empty();
    slot.write("gone");
    const inside = slot.container();
    inside.write("a");
    inside.write("b");
  });
  expect(page.all("container")[0]?.children.map(({ props }) => props.body)).toEqual(["a", "b"]);
  expect(page.all("markdown")).toHaveLength(2);
});
