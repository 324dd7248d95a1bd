import { expect, test } from "vitest";
import { fromIPC } from "../../data/from-ipc.ts";
import { visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";

test("a table holds all its rows and says how it looks", async () => {
  const page = await visit(() => {
    st.table({ Metric: ["Mean", "Median"], Value: [4.2, 4] }, { border: "horizontal", hideIndex: true });
  });
  const props = page.all("table")[0]?.props as { parts: Uint8Array[]; border: unknown; hideIndex: unknown };
  expect(props).toMatchObject({ border: "horizontal", hideIndex: true });
  const table = fromIPC(page.mirror.bytes(props.parts[0] as Uint8Array));
  expect([table.rows, table.columns.map(({ name, type }) => `${name}:${type}`)]).toEqual([2, ["Metric:text", "Value:number"]]);
});

test("a border nobody knows is refused", async () => {
  const page = await visit(() => st.table([], { border: "dotted" as never }));
  expect(page.all("exception")[0]?.props.message).toBe('st.table: border must be true, false or "horizontal", not "dotted"');
});

test("a table may be named for screen readers, and say what missing values look like", async () => {
  const page = await visit(() => {
    st.table([{ a: null }], { alt: "Sales by month", placeholder: "–" });
    st.table([{ a: 1 }], { alt: "  " });
    st.table([{ a: 2 }], { alt: 5 as never });
  });
  expect(page.all("table").map(({ props }) => [props.alt, props.placeholder])).toEqual([
    ["Sales by month", "–"],
    [undefined, undefined],
  ]);
  expect(page.all("exception")[0]?.props.message).toBe("st.table: alt must be text, not 5");
});

test("rows that are added stand under those of the table", async () => {
  const page = await visit(async () => {
    const table = st.table([{ a: 1 }]);
    await new Promise((done) => setTimeout(done, 5));
    table.addRows([{ a: 2 }]).addRows([]);
  });
  const parts = page.all("table")[0]?.props.parts as Uint8Array[];
  expect(parts.map((part) => fromIPC(page.mirror.bytes(part)).get(0, 0))).toEqual([1, 2]);
});
