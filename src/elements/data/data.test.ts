import { expect, test } from "vitest";
import { fromIPC } from "../../data/from-ipc.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit, visit } from "../../hosts/test/visit.ts";
import st from "../../index.ts";
import { defineKind } from "../../protocol/kind.ts";

const many = (rows: number, shift = 0) => Array.from({ length: rows }, (_, i) => ({ a: i + shift, b: `row ${i}`, c: i / 7 }));
const Box = defineKind<object>()("box", { block: true });
const read = (page: Visit, kind: string) => {
  const [node] = page.all(kind);
  return node?.props.parts.map((part: Uint8Array) => fromIPC(page.mirror.bytes(part)));
};
const since = (page: Visit, from: number) => page.mirror.messages.slice(from);
const payloads = (page: Visit, from = 0) => since(page, from).filter((message) => message.type === "payload");

test("a big table travels apart, before the patch that names it, and once", async () => {
  const page = await visit(() => {
    const s = st.sessionState.init({ runs: 0 });
    s.runs += 1;
    st.text(`run ${s.runs}`);
    st.dataframe(many(10_000));
  });
  const types = page.mirror.messages.map((message) => message.type);
  expect(types.indexOf("payload")).toBeGreaterThan(-1);
  expect(types.indexOf("payload")).toBeLessThan(types.indexOf("patch"));
  expect(read(page, "dataframe")[0].rows).toBe(10_000);
  const from = page.mirror.messages.length;
  await page.rerun();
  expect(payloads(page, from)).toEqual([]);
  const ops = since(page, from).flatMap((message) => (message.type === "patch" ? message.ops : []));
  expect(ops).toHaveLength(1);
});

test("data is sent again only when it changed, and is forgotten two runs after it was last drawn", async () => {
  let which = 0;
  const page = await visit(() => {
    if (which >= 0) st.dataframe(many(2000, which));
  });
  which = 1;
  let from = page.mirror.messages.length;
  await page.rerun();
  expect(payloads(page, from)).toHaveLength(1);
  which = 0;
  from = page.mirror.messages.length;
  await page.rerun();
  expect(payloads(page, from)).toHaveLength(0);
  which = -1;
  for (let run = 0; run < 3; run += 1) await page.rerun();
  which = 0;
  from = page.mirror.messages.length;
  await page.rerun();
  expect(payloads(page, from)).toHaveLength(1);
});

test("what stands before a heavy table does not wait for it", async () => {
  const page = await visit(() => {
    st.text("first");
    st.dataframe(many(20_000));
    st.text("last");
  });
  const order = page.mirror.messages.flatMap((message) =>
    message.type === "patch" ? message.ops.flatMap((op) => (op.op === "insert" ? [op.kind] : [])) : message.type === "payload" ? ["payload"] : [],
  );
  expect(order).toEqual(["text", "payload", "dataframe", "text"]);
});

test("a page that lost a payload gets it again, in chunks of at most a megabyte", async () => {
  const page = await visit(() => void st.dataframe({ x: Float64Array.from({ length: 300_000 }, (_, i) => i / 3) }));
  const marks = (from = 0) =>
    payloads(page, from).map((message) => message.type === "payload" && [message.hash, message.part, message.parts, message.bytes.length]);
  const first = marks();
  expect(first).toHaveLength(3);
  const from = page.mirror.messages.length;
  page.send({ type: "need", payload: page.all("dataframe")[0]?.props.parts[0].hash });
  expect(marks(from)).toEqual(first);
});

test("an element over server.maxMessageSize fails with an error that names it", async () => {
  const page = await visit(() => void st.dataframe(many(60_000)), { config: { "server.maxMessageSize": 1 } });
  expect(page.all("exception")[0]?.props.message).toMatch(/st\.dataframe holds \d+\.\d MB, more than the 1 MB/);
  expect(payloads(page)).toEqual([]);
});

test("rows that would make an element too big are refused before anything is sent", async () => {
  const page = await visit(
    () => {
      const table = st.dataframe(many(20_000));
      table.addRows(many(30_000));
    },
    { config: { "server.maxMessageSize": 1 } },
  );
  expect(page.all("exception")[0]?.props.message).toMatch(/st\.dataframe would hold 1\.\d MB, more than the 1 MB/);
  expect(read(page, "dataframe")[0].rows).toBe(20_000);
  await page.rerun();
});

test("frozen data is encoded once for all sessions", async () => {
  const rows = Object.freeze(many(3000).map((row) => Object.freeze(row)));
  const host = createTestHost();
  let hashed = 0;
  const page = await visit(() => void st.dataframe(rows), {
    host: {
      ...host,
      hash(value) {
        hashed += 1;
        return host.hash(value);
      },
    },
  });
  const { tables } = page.engine.core;
  const table = tables.toTable(rows);
  expect(tables.toTable(rows)).toBe(table);
  expect(table.toIPC()).toBe(table.toIPC());
  const other = new Visit(page.engine);
  await other.rerun();
  const [one, two] = [page, other].map((each) => each.all("dataframe")[0]?.props.parts[0].hash);
  expect(one).toBe(two);
  expect(hashed).toBe(1);
});

test("ph-010 rows added to a chart travel alone and grow the data the page has", async () => {
  const page = await visit(async () => {
    const chart = st.lineChart(many(15).map(({ a, c }) => ({ a, c, d: a * 2 })));
    for (let tick = 0; tick < 10; tick += 1) {
      await new Promise((done) => setTimeout(done, 2));
      chart.addRows([{ a: 1, c: 2, d: 3 }]);
    }
    st.button("Regenerate");
  });
  const tables = read(page, "lineChart");
  expect(tables.reduce((sum: number, table: { rows: number }) => sum + table.rows, 0)).toBe(25);
  const ops = page.mirror.messages.flatMap((message) => (message.type === "patch" ? message.ops : []));
  expect(ops.filter((op) => op.op === "insert" && op.kind === "lineChart")).toHaveLength(1);
  expect(ops.filter((op) => op.op === "set")).toHaveLength(0);
  expect(ops.some((op) => op.op === "append")).toBe(true);
});

test("a chart that grew and is drawn again as it was, in one go, is left alone", async () => {
  const page = await visit(() => {
    const chart = st.lineChart([{ a: 1 }]);
    chart.addRows([{ a: 2 }]);
    chart.addRows([{ a: 3 }]);
  });
  expect(read(page, "lineChart")).toHaveLength(3);
  const from = page.mirror.messages.length;
  await page.rerun();
  expect(since(page, from).filter((message) => message.type === "patch")).toEqual([]);
});

test("a chart that grew over time starts afresh when its run is repeated", async () => {
  const page = await visit(async () => {
    const chart = st.lineChart([{ a: 1 }]);
    await new Promise((done) => setTimeout(done, 5));
    chart.addRows([{ a: 2 }]);
  });
  const [id] = page.all("lineChart").map((node) => node.id);
  await page.rerun();
  expect(page.all("lineChart").map((node) => node.id)).toEqual([id]);
  expect(read(page, "lineChart")).toHaveLength(2);
});

test("ph-023 addRows on anything but a drawn table or chart, or with two tables, is refused", async () => {
  const errors: string[] = [];
  const attempt = (body: () => unknown) => {
    try {
      body();
    } catch (error) {
      errors.push((error as Error).message);
    }
  };
  await visit(() => {
    attempt(() => st.addRows([{ a: 1 }]));
    attempt(() => st.text("x").addRows([{ a: 1 }]));
    // biome-ignore lint/suspicious/noExplicitAny: a mistake the types forbid
    attempt(() => (st.table([{ a: 1 }]) as any).addRows([{ a: 1 }], [{ a: 2 }]));
  });
  expect(errors).toEqual([
    "addRows: only a table or chart that exists can be given rows",
    "addRows: only a table or chart that exists can be given rows",
    "addRows takes one table, not 2 arguments",
  ]);
});

test("ph-024 a chart made without data takes its columns from the first rows it is given", async () => {
  const page = await visit(() => {
    const chart = st.lineChart();
    chart.addRows({ a: [1, 2], b: [3, 4] });
  });
  const tables = read(page, "lineChart");
  expect(tables[0].rows).toBe(0);
  expect(tables[1].columns.map((column: { name: string }) => column.name)).toEqual(["a", "b"]);
});

test("a handle of an earlier run adds nothing to the page of a later one", async () => {
  let kept: ReturnType<typeof st.lineChart> | undefined;
  const page = await visit(() => {
    const chart = st.block(Box, {}).lineChart([{ a: 1 }]);
    kept ??= chart;
    if (kept !== chart) kept.addRows([{ a: 9 }]);
  });
  await page.rerun();
  expect(read(page, "lineChart")).toHaveLength(1);
});

test("charts refuse columns that the data does not have, and too few colours", async () => {
  const messages: string[] = [];
  await visit(() => {
    for (const body of [
      () => st.lineChart([{ a: 1 }], { y: "b" }),
      () => st.scatterChart([{ a: 1 }], { size: "big" }),
      () => st.barChart([{ a: 1, b: 2 }], { color: ["#f00"] }),
      () => st.barChart([{ a: 1 }], { stack: "up" as "center" }),
      () => st.map([{ a: 1 }]),
      () => st.lineChart(5),
      () => st.vegaLiteChart(null as never),
    ]) {
      try {
        body();
      } catch (error) {
        messages.push((error as Error).message);
      }
    }
  });
  expect(messages[0]).toBe('st.lineChart: y names the column "b", which the data does not have');
  expect(messages[1]).toMatch(/size names the column "big"/);
  expect(messages[2]).toMatch(/color has 1 colours for 2 columns/);
  expect(messages[3]).toMatch(/stack must be/);
  expect(messages[4]).toMatch(/no column of latitudes, named 'lat', 'latitude', 'LAT', 'LATITUDE'/);
  expect(messages[5]).toMatch(/^st\.lineChart: 'data' must be a table/);
  expect(messages[6]).toMatch(/spec must be an object, not null/);
});

test("the data of a Vega-Lite chart may stand in the call, in the spec, or in the spec alone", async () => {
  const rows = [{ x: 1, y: 2 }];
  const page = await visit(() => {
    st.vegaLiteChart(rows, { mark: "bar" });
    st.vegaLiteChart({ mark: "bar", data: { values: rows } });
    st.vegaLiteChart({ mark: "bar", data: rows });
    st.vegaLiteChart({ mark: "bar", data: { name: "mine" }, datasets: { mine: rows } });
  });
  const all = page.all("vegaLiteChart");
  for (const node of all.slice(0, 3)) {
    expect(fromIPC(page.mirror.bytes(node.props.parts[0])).get(0, 1)).toBe(2);
    expect(node.props.spec).toEqual({ mark: "bar" });
  }
  expect(fromIPC(page.mirror.bytes(all[3]?.props.sets.mine)).rows).toBe(1);
});

test("a dataframe's options come before or after width and height, and settings of columns have one shape", async () => {
  const page = await visit(() => {
    st.dataframe([{ a: 1, b: 2, c: 3 }], 300, 200, { hideIndex: true });
    st.dataframe([{ a: 1, b: 2, c: 3 }], {
      width: 300,
      columnOrder: ["b", "a"],
      columnConfig: { a: "Title", b: null, c: st.columnConfig.NumberColumn("C", { format: "%.2f" }) },
    });
  });
  const [first, second] = page.all("dataframe").map((node) => node.props);
  expect(first).toMatchObject({ width: 300, height: 200, hideIndex: true });
  expect(second).toMatchObject({
    width: 300,
    columnOrder: ["b", "a"],
    columns: { a: { label: "Title" }, b: { hidden: true }, c: { type: "number", label: "C", format: "%.2f" } },
  });
});
