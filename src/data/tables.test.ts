import * as flechette from "@uwdata/flechette";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { TemporalText } from "../protocol/temporal.ts";
import { appendRows as appendViews } from "./append-rows.ts";
import { DataError } from "./data-error.ts";
import { fromIPC } from "./from-ipc.ts";
import type { Cell, TableView } from "./table.ts";
import { appendRows, createTables, toTable } from "./tables.ts";

const show = (cell: Cell) => (cell instanceof TemporalText ? `${cell.type} ${cell}` : cell);

/** Names, types and cells of a table. */
function picture(table: TableView) {
  const columns = Object.fromEntries(
    table.columns.map((column) => [column.name, [column.type, ...Array.from({ length: table.rows }, (_, row) => show(column.get(row)))]]),
  );
  const { index } = table;
  return index ? { ...columns, $index: Array.from({ length: table.rows }, (_, row) => show(index.get(row))) } : columns;
}

/** The picture of a table, after making sure that it is the same once it travelled. */
function pictureOf(data: unknown) {
  const table = toTable(data);
  const direct = picture(table);
  const travelled = fromIPC(table.toIPC());
  expect(picture(travelled)).toEqual(direct);
  expect(travelled.rows).toBe(table.rows);
  for (const [i, column] of table.columns.entries()) {
    for (let row = 0; row < table.rows; row++) expect(travelled.columns[i]?.number(row)).toBe(column.number(row));
    expect([travelled.columns[i]?.zone, travelled.columns[i]?.unit]).toEqual([column.zone, column.unit]);
  }
  return direct;
}

describe("every accepted shape becomes the same table", () => {
  const expected = { a: ["integer", 1, 2], b: ["text", "x", "y"] };
  const frames: Record<string, unknown> = {
    "an array of objects": [
      { a: 1, b: "x" },
      { a: 2, b: "y" },
    ],
    "an array of class instances": [Object.assign(new (class Row {})(), { a: 1, b: "x" }), { a: 2, b: "y" }],
    "an object of columns": { a: [1, 2], b: ["x", "y"] },
    "an object of typed arrays and sets": { a: new Uint16Array([1, 2]), b: new Set(["x", "y"]) },
    "a generator of rows": (function* () {
      yield { a: 1, b: "x" };
      yield { a: 2, b: "y" };
    })(),
    "a set of rows": new Set([
      { a: 1, b: "x" },
      { a: 2, b: "y" },
    ]),
    "a flechette table": flechette.tableFromArrays({ a: [1, 2], b: ["x", "y"] }),
    "Arrow stream bytes": flechette.tableToIPC(flechette.tableFromArrays({ a: [1, 2], b: ["x", "y"] }), {
      format: "stream",
    }),
    "Arrow file bytes": flechette.tableToIPC(flechette.tableFromArrays({ a: [1, 2], b: ["x", "y"] }), {
      format: "file",
    }),
    "an arquero table": {
      columnNames: () => ["a", "b"],
      numRows: () => 2,
      array: (name: string) => (name === "a" ? [1, 2] : ["x", "y"]),
      toArrowIPC: () => new Uint8Array(),
    },
    "a polars frame": {
      writeIPC: () => flechette.tableToIPC(flechette.tableFromArrays({ a: [1, 2], b: ["x", "y"] }), { format: "file" }),
    },
    "a danfojs frame": {
      columns: ["a", "b"],
      values: [
        [1, "x"],
        [2, "y"],
      ],
      index: [0, 1],
      dtypes: ["int32", "string"],
    },
    "a DuckDB result": {
      columnNames: () => ["a", "b"],
      getColumnsJS: () => [
        [1, 2],
        ["x", "y"],
      ],
      columnTypes: () => ["INTEGER", "VARCHAR"],
    },
  };
  for (const [name, data] of Object.entries(frames)) {
    test(`${name} is accepted`, () => expect(pictureOf(data)).toEqual(expected));
  }

  test("lists of lists and of values name their columns by place and by value", () => {
    expect(pictureOf([[1, "x"], [2]])).toEqual({ 0: ["integer", 1, 2], 1: ["text", "x", null] });
    expect(pictureOf(["x", "y"])).toEqual({ value: ["text", "x", "y"] });
    expect(pictureOf(new Float64Array([0.5, 1]))).toEqual({ value: ["number", 0.5, 1] });
    expect(pictureOf(new Uint8Array([255, 255, 255, 255, 0, 0, 0, 0])).value?.slice(0, 3)).toEqual(["integer", 255, 255]);
    expect(pictureOf([1, { a: 1 }])).toEqual({ value: ["json", 1, { a: 1 }] });
  });

  test("names of rows are the index: of a Map, of single values, of objects in an object", () => {
    expect(
      pictureOf(
        new Map([
          ["r1", { a: 1 }],
          ["r2", { a: 2 }],
        ]),
      ),
    ).toEqual({ a: ["integer", 1, 2], $index: ["r1", "r2"] });
    expect(pictureOf(new Map([[new Date(0), 5]]))).toMatchObject({ value: ["integer", 5] });
    expect(pictureOf({ apples: 1, pears: 2 })).toEqual({ value: ["integer", 1, 2], $index: ["apples", "pears"] });
    expect(pictureOf({ a: { x: 1, y: 2 }, b: { y: 3 } })).toEqual({
      a: ["integer", 1, 2],
      b: ["integer", null, 3],
      $index: ["x", "y"],
    });
    expect(pictureOf({ columns: ["a"], values: [[1]], index: ["r"], dtypes: [] })).toEqual({
      a: ["integer", 1],
      $index: ["r"],
    });
  });

  test("nothing is an empty table, and rows without columns are counted", () => {
    for (const data of [undefined, null, [], {}, new Map(), new Set()]) expect(pictureOf(data)).toEqual({});
    expect(fromIPC(toTable([{}, {}]).toIPC()).rows).toBe(2);
  });

  test("columns of different lengths end in nulls, and a single value is repeated", () => {
    expect(pictureOf({ a: [1, 2], b: ["x"], c: true })).toEqual({
      a: ["integer", 1, 2],
      b: ["text", "x", null],
      c: ["boolean", true, true],
    });
  });
});

describe("cells keep their meaning", () => {
  const column = (...values: unknown[]) => pictureOf(values.map((a) => ({ a }))).a;

  test("numbers are whole or fractional, and big ones stay exact", () => {
    expect(column(1, null, 2 ** 40)).toEqual(["integer", 1, null, 2 ** 40]);
    expect(column(1, 0.5, Number.NaN, -0, Number.POSITIVE_INFINITY)).toEqual(["number", 1, 0.5, Number.NaN, -0, Number.POSITIVE_INFINITY]);
    expect(column(1n, 2n ** 60n, 3)).toEqual(["integer", 1, 2n ** 60n, 3]);
    expect(column(2n ** 64n, 1n)).toEqual(["text", "18446744073709551616", "1"]);
  });

  test("a key missing in some rows is null there", () => {
    expect(pictureOf([{ a: 1 }, { b: "x" }, null, { a: undefined, b: "y", c: true }])).toEqual({
      a: ["integer", 1, null, null, null],
      b: ["text", null, "x", null, "y"],
      c: ["boolean", null, null, null, true],
    });
  });

  test("values without zone never shift", () => {
    expect(column(Temporal.PlainDate.from("2020-01-10"), null, Temporal.PlainDate.from("0099-12-31"), Temporal.PlainDate.from("-000001-01-01"))).toEqual([
      "date",
      "PlainDate 2020-01-10",
      null,
      "PlainDate 0099-12-31",
      "PlainDate -000001-01-01",
    ]);
    expect(column(Temporal.PlainDateTime.from("2020-01-10T10:30"), Temporal.PlainDateTime.from("1969-12-31T23:59:59.5"))).toEqual([
      "datetime",
      "PlainDateTime 2020-01-10T10:30:00",
      "PlainDateTime 1969-12-31T23:59:59.5",
    ]);
    expect(column(Temporal.PlainTime.from("08:45"), Temporal.PlainTime.from("23:59:59.000000001"))).toEqual([
      "time",
      "PlainTime 08:45:00",
      "PlainTime 23:59:59.000000001",
    ]);
  });

  test("nanoseconds are kept, far years too", () => {
    expect(column(Temporal.PlainDateTime.from("2020-01-10T10:30:00.123456789"), Temporal.PlainDateTime.from("1960-01-01T00:00:00.000000001"))).toEqual([
      "datetime",
      "PlainDateTime 2020-01-10T10:30:00.123456789",
      "PlainDateTime 1960-01-01T00:00:00.000000001",
    ]);
    expect(column(Temporal.PlainDateTime.from("9999-01-01T00:00:00.000000001"))).toEqual(["datetime", "PlainDateTime 9999-01-01T00:00:00.000000001"]);
  });

  test("moments keep their zone, and a Date is a moment in UTC", () => {
    const paris = "2020-07-10T10:30:00+02:00[Europe/Paris]";
    const york = "2020-01-10T10:30:00-05:00[America/New_York]";
    expect(column(Temporal.ZonedDateTime.from(paris), null)).toEqual(["zoned", `ZonedDateTime ${paris}`, null]);
    expect(column(Temporal.ZonedDateTime.from(paris), Temporal.ZonedDateTime.from(york))).toEqual(["zoned", `ZonedDateTime ${paris}`, `ZonedDateTime ${york}`]);
    expect(column(Temporal.ZonedDateTime.from("2020-01-10T10:30+05:30[+05:30]"))).toEqual(["zoned", "ZonedDateTime 2020-01-10T10:30:00+05:30[+05:30]"]);
    expect(column(new Date(0), new Date(Number.NaN), Temporal.Instant.from("1970-01-01T00:00:00.000001Z"))).toEqual([
      "zoned",
      "ZonedDateTime 1970-01-01T00:00:00+00:00[UTC]",
      null,
      "ZonedDateTime 1970-01-01T00:00:00.000001+00:00[UTC]",
    ]);
    expect(toTable([{ a: Temporal.ZonedDateTime.from(paris) }]).columns[0]).toMatchObject({
      zone: "Europe/Paris",
      unit: "ms",
    });
    for (const text of [paris, york]) {
      const [, shown] = column(Temporal.ZonedDateTime.from(text)) as string[];
      expect(Temporal.ZonedDateTime.from(shown?.slice(14) ?? "").equals(Temporal.ZonedDateTime.from(text))).toBe(true);
    }
  });

  test("durations, lists, objects, bytes, booleans and empty columns keep their type", () => {
    expect(column(Temporal.Duration.from({ months: 1, minutes: 90 }))).toEqual(["duration", "Duration P1MT90M"]);
    expect(column([1, [2n, new Date(0)]], null, new Set(["é"]), new Float32Array([0.5]))).toEqual([
      "list",
      [1, [2, "1970-01-01T00:00:00.000Z"]],
      null,
      ["é"],
      [0.5],
    ]);
    expect(column({ a: 1 }, new Map([["k", [undefined]]]))).toEqual(["json", { a: 1 }, { k: [null] }]);
    expect(column(new Uint8Array([1, 255]), null, new Uint8Array())).toEqual(["bytes", new Uint8Array([1, 255]), null, new Uint8Array()]);
    expect(column(true, null, false)).toEqual(["boolean", true, null, false]);
    expect(column(null, undefined)).toEqual(["empty", null, null]);
  });

  test("a mixed column is text, or JSON when objects are part of it, and never throws", () => {
    expect(column(1, "a", true, 10n, new Date(0), null)).toEqual(["text", "1", "a", "true", "10", "1970-01-01T00:00:00.000Z", null]);
    expect(column(1, { a: 1 }, [2], "x")).toEqual(["json", 1, { a: 1 }, [2], "x"]);
    const ring: Record<string, unknown> = { a: 1 };
    ring.self = ring;
    expect(column(ring)).toEqual(["json", { a: 1, self: "[circular]" }]);
    expect(column(() => 1, Symbol("s"))?.[0]).toBe("text");
    expect(column(JSON.parse('{"__proto__":{"x":1}}'))?.[1]).toEqual(JSON.parse('{"__proto__":{"x":1}}'));
    expect(column(Temporal.PlainDate.from("2020-01-10"), "later")).toEqual(["text", "2020-01-10", "later"]);
  });

  test("text of any length and script survives", () => {
    const texts = ["", "é", "日本", "😀".repeat(100), "x".repeat(5000), "a\u0000b"];
    expect(column(...texts)).toEqual(["text", ...texts]);
  });

  test("later changes of the data do not show", () => {
    const rows = [{ a: 1 }];
    const table = toTable(rows);
    (rows[0] as { a: number }).a = 2;
    expect(table.get(0, 0)).toBe(1);
    const list = [1];
    const single = toTable(list);
    list[0] = 2;
    expect(single.get(0, 0)).toBe(1);
    const ipc = Buffer.from(toTable([{ a: 1.5 }]).toIPC());
    const read = toTable(ipc);
    ipc.fill(0);
    expect(read.get(0, 0)).toBe(1.5);
    const bytes = new Uint8Array([1]);
    const blob = toTable([{ bytes }]);
    bytes[0] = 2;
    expect(blob.get(0, 0)).toEqual(new Uint8Array([1]));
  });

  test("DuckDB dates without zone lose the zone they were given", () => {
    const result = {
      columnNames: () => ["d", "t", "z"],
      getColumnsJS: () => [[new Date(0)], [new Date(1500)], [new Date(0)]],
      columnTypes: () => ["DATE", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE"],
    };
    expect(pictureOf(result)).toEqual({
      d: ["date", "PlainDate 1970-01-01"],
      t: ["datetime", "PlainDateTime 1970-01-01T00:00:01.5"],
      z: ["zoned", "ZonedDateTime 1970-01-01T00:00:00+00:00[UTC]"],
    });
  });
});

describe("Arrow of others", () => {
  const f = flechette;
  const arrays: [string, unknown[], flechette.DataType, unknown[]][] = [
    ["day", [new Date(864e5), null], f.dateDay(), ["date", "PlainDate 1970-01-02", null]],
    ["ms", [new Date(5)], f.timestamp(f.TimeUnit.MILLISECOND), ["datetime", "PlainDateTime 1970-01-01T00:00:00.005"]],
    ["s", [new Date(5000)], f.timestamp(f.TimeUnit.SECOND, "Asia/Tokyo"), ["zoned", "ZonedDateTime 1970-01-01T09:00:05+09:00[Asia/Tokyo]"]],
    ["us", [new Date(5)], f.timestamp(f.TimeUnit.MICROSECOND), ["datetime", "PlainDateTime 1970-01-01T00:00:00.005"]],
    ["time", [1000], f.timeMillisecond(), ["time", "PlainTime 00:00:01"]],
    ["long", [5n, 2n ** 60n], f.int64(), ["integer", 5, 2n ** 60n]],
    ["dictionary", ["a", "b", "a", null], f.dictionary(f.utf8()), ["text", "a", "b", "a", null]],
    ["list", [[1, 2], null, []], f.list(f.int32()), ["list", [1, 2], null, []]],
    ["struct", [{ a: 1, b: "x" }], f.struct({ a: f.int32(), b: f.utf8() }), ["json", { a: 1, b: "x" }]],
    ["decimal", [1.25], f.decimal(10, 2, 128), ["number", 1.25]],
    ["duration", [90_500n], f.duration(f.TimeUnit.MILLISECOND), ["duration", "Duration PT1M30.5S"]],
    ["binary", [new Uint8Array([1, 2])], f.binary(), ["bytes", new Uint8Array([1, 2])]],
    ["nothing", [null, null], f.nullType(), ["empty", null, null]],
  ];
  for (const [name, values, type, expected] of arrays) {
    test(`an Arrow column of ${name} is understood`, () => {
      expect(pictureOf(f.tableFromArrays({ [name]: values }, { types: { [name]: type } }))[name]).toEqual(expected);
      expect(pictureOf(f.columnFromArray(values, type)).value).toEqual(expected);
    });
  }

  test("several batches are one column", () => {
    const table = f.tableFromArrays(
      { a: [1, 2, 3, null, 5], t: [0, 1, 2, 3, 4].map((n) => new Date(n)) },
      { maxBatchRows: 2, types: { t: f.timestamp(f.TimeUnit.NANOSECOND) } },
    );
    expect(pictureOf(table).a).toEqual(["integer", 1, 2, 3, null, 5]);
    expect(
      pictureOf(
        f.columnFromArray(
          [0, 1, 2].map((n) => new Date(n)),
          f.timestamp(f.TimeUnit.NANOSECOND),
          { maxBatchRows: 2 },
        ),
      ).value?.[3],
    ).toBe("PlainDateTime 1970-01-01T00:00:00.002");
  });

  test("bytes at any offset are read, and broken ones are told", () => {
    const bytes = toTable({ a: [1.5, 2.5], b: ["x", "y"] }).toIPC();
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(picture(fromIPC(shifted.subarray(3)))).toEqual({ a: ["number", 1.5, 2.5], b: ["text", "x", "y"] });
    expect(() => fromIPC(new Uint8Array([1, 2, 3]))).toThrow(DataError);
    expect(() => fromIPC(bytes.slice(0, bytes.length / 2))).toThrow(DataError);
    expect(() => toTable(bytes.slice(0, bytes.length * 0.8))).toThrow(DataError);
    for (let cut = 8; cut < bytes.length; cut += 8) {
      try {
        picture(fromIPC(bytes.slice(0, cut)));
      } catch (error) {
        expect(error).toBeInstanceOf(DataError);
      }
    }
  });

  test("flechette reads what we write", () => {
    const read = f.tableFromIPC(
      toTable([
        { n: 1.5, t: "x", b: true, d: new Date(5) },
        { n: null, t: null, b: false, d: null },
      ]).toIPC(),
    );
    expect(read.toArray()).toEqual([
      { n: 1.5, t: "x", b: true, d: 5 },
      { n: null, t: null, b: false, d: null },
    ]);
  });
});

describe("what is no table is told by argument, value and ways out", () => {
  const cases: [unknown, RegExp][] = [
    [5, /^'rows' must be a table, but it is the number 5\. Pass an array of objects/],
    ["a,b", /it is the text "a,b"/],
    [() => 1, /it is a function/],
    [Promise.resolve([]), /it is a promise\. Await it first/],
    [(async function* () {})(), /Collect its items first/],
    [
      new (class Account {
        owner = 1;
      })(),
      /it is an instance of Account/,
    ],
    [{ collect() {} }, /not evaluated yet/],
    [new Date(0), /it is an instance of Date/],
    [new ArrayBuffer(8), /Pass Arrow IPC bytes/],
  ];
  for (const [data, message] of cases) {
    test(`${message.source}`, () => {
      expect(() => toTable(data, { argument: "rows" })).toThrow(message);
      expect(() => toTable(data, { argument: "rows" })).toThrow(DataError);
    });
  }
});

describe("appending rows", () => {
  test("matches columns by name and leaves both inputs alone", () => {
    const table = toTable([{ a: 1, b: "x" }]);
    const more = appendRows(table, [{ b: "y", c: true, a: 0.5 }]);
    expect(picture(more)).toEqual({ a: ["number", 1, 0.5], b: ["text", "x", "y"], c: ["boolean", null, true] });
    expect(picture(fromIPC(more.toIPC()))).toEqual(picture(more));
    expect(table.rows).toBe(1);
  });

  test("types that differ become text, and moments keep their exactness and zones", () => {
    const join = (first: unknown, second: unknown) => {
      const more = appendRows(toTable([{ a: first }]), [{ a: second }]);
      expect(picture(fromIPC(more.toIPC()))).toEqual(picture(more));
      return picture(more).a;
    };
    expect(join(1, "x")).toEqual(["text", "1", "x"]);
    expect(join(null, "x")).toEqual(["text", null, "x"]);
    expect(join([1], { a: 1 })).toEqual(["json", [1], { a: 1 }]);
    expect(join(Temporal.PlainDateTime.from("2020-01-01T00:00"), Temporal.PlainDateTime.from("2020-01-01T00:00:00.000000001"))?.[2]).toBe(
      "PlainDateTime 2020-01-01T00:00:00.000000001",
    );
    expect(join(new Date(0), Temporal.ZonedDateTime.from("2020-07-10T10:30[Europe/Paris]"))).toEqual([
      "zoned",
      "ZonedDateTime 1970-01-01T00:00:00+00:00[UTC]",
      "ZonedDateTime 2020-07-10T10:30:00+02:00[Europe/Paris]",
    ]);
  });

  test("works on what the page has, and continues a counted index beside a named one", () => {
    const view = appendViews(fromIPC(toTable([{ a: 1 }]).toIPC()), fromIPC(toTable(new Map([["r", { a: 2 }]])).toIPC()));
    expect(picture(view)).toEqual({ a: ["integer", 1, 2], $index: ["0", "r"] });
    expect(picture(appendRows(toTable([]), [{ a: 1 }]))).toEqual({ a: ["integer", 1] });
  });
});

describe("conversion with a memory", () => {
  test("deeply frozen data and Arrow tables are converted once, other data every time", () => {
    const tables = createTables();
    const frozen = Object.freeze([Object.freeze({ a: 1, d: Temporal.PlainDate.from("2020-01-10") })]);
    const arrow = flechette.tableFromArrays({ a: [1] });
    expect(tables.toTable(frozen)).toBe(tables.toTable(frozen));
    expect(tables.toTable(arrow)).toBe(tables.toTable(arrow));
    expect(tables.toTable(frozen).toIPC()).toBe(tables.toTable(frozen).toIPC());
    for (const open of [[{ a: 1 }], Object.freeze([{ a: 1 }]), Object.freeze([Object.freeze({ a: new Date(0) })]), Object.freeze([new Map()])]) {
      expect(tables.toTable(open)).not.toBe(tables.toTable(open));
    }
    expect(createTables().toTable(frozen)).not.toBe(tables.toTable(frozen));
  });

  test("a table passes through unchanged", () => {
    const table = toTable([{ a: 1 }]);
    expect(toTable(table)).toBe(table);
    expect(picture(toTable(table.toIPC()))).toEqual(picture(table));
  });

  test("frames are marked by what is in them, and iterators not at all", () => {
    const tables = createTables();
    const frame = (n: number) => ({ columnNames: () => ["a"], numRows: () => 1, array: () => [n] });
    class Arquero {
      columnNames = frame(1).columnNames;
      numRows = frame(1).numRows;
      array: () => number[];
      constructor(n: number) {
        this.array = () => [n];
      }
    }
    expect(tables.fingerprint(new Arquero(1))).toBe(tables.fingerprint(new Arquero(1)));
    expect(tables.fingerprint(new Arquero(1))).not.toBe(tables.fingerprint(new Arquero(2)));
    expect(tables.fingerprint([1].values())).toBe(undefined);
    expect(tables.fingerprint(toTable([1]))).toBe(tables.fingerprint(toTable([1])));
  });
});
