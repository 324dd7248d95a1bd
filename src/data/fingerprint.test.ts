import { tableFromArrays } from "@uwdata/flechette";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { fingerprint } from "./fingerprint.ts";

test("equal data made twice have the same mark", () => {
  const make = () => [
    { a: 1, b: "text é", c: 0.1, d: null, e: [1, { x: 1 }], f: new Date(0), g: 10n },
    {
      a: 1,
      b: "text é",
      c: Number.NaN,
      d: undefined,
      e: new Map([[1, 2]]),
      f: Temporal.PlainDate.from("2020-01-10"),
      g: new Float32Array([1]),
    },
  ];
  expect(fingerprint(make())).toBe(fingerprint(make()));
  expect(fingerprint(make())).toMatch(/^[0-9a-f]{16}$/);
  const table = () => tableFromArrays({ a: [1, 2, null], b: ["x", "y", "z"] });
  expect(fingerprint(table())).toBe(fingerprint(table()));
});

test("any difference in data changes the mark", () => {
  const values: unknown[] = [
    [],
    [[]],
    [0],
    [-0],
    [1],
    ["1"],
    [true],
    [1n],
    [null],
    [0.5],
    [Number.NaN],
    [""],
    ["a"],
    ["ab"],
    ["a", "b"],
    ["b", "a"],
    ["aé"],
    [{}],
    [{ a: 1 }],
    [{ b: 1 }],
    [{ a: 1 }, { a: 1 }],
    [{ a: 1 }, { b: 1 }],
    [{ a: 1, b: 2 }],
    [{ b: 2, a: 1 }],
    [{ a: { b: 1 } }],
    { a: [1] },
    { a: [1, 2] },
    { a: new Int8Array([1]) },
    { a: new Uint8Array([1]) },
    { a: new Uint8Array([1, 0]) },
    { a: new Float64Array([1]) },
    new Map([[1, 2]]),
    new Set([1, 2]),
    [new Date(0)],
    [new Date(1)],
    [Temporal.PlainDate.from("2020-01-10")],
    ["2020-01-10"],
    [[1], 2],
    [1, [2]],
    tableFromArrays({ a: [1, 2] }),
    tableFromArrays({ a: [1, 3] }),
    tableFromArrays({ b: [1, 2] }),
    tableFromArrays({ a: ["x"] }),
    tableFromArrays({ a: [1, null] }),
  ];
  expect(new Set(values.map(fingerprint)).size).toBe(values.length);
});

test("one changed cell among a million is seen wherever it is, and marks spread", () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => ({
    a: i,
    b: i / 3,
    c: `name ${i}`,
    d: i % 2 === 0,
    e: null as unknown,
  }));
  const marks = new Set([fingerprint(rows)]);
  for (const [i, row] of rows.entries()) {
    if (i % 400 !== 0) continue;
    row.c += ".";
    marks.add(fingerprint(rows));
    row.e = i;
    marks.add(fingerprint(rows));
  }
  expect(marks.size).toBe(101);
  const small = new Set<string>();
  for (let i = 0; i < 200_000; i++) small.add(fingerprint(i % 2 === 0 ? [i] : [`${i}`]));
  expect(small.size).toBe(200_000);
});

test("cycles end, and bytes at odd offsets count the same", () => {
  const ring: Record<string, unknown> = { a: 1 };
  ring.self = ring;
  ring.list = [ring, ring];
  expect(fingerprint(ring)).toBe(fingerprint(ring));
  const bytes = new Uint8Array([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(fingerprint(bytes.subarray(1, 9))).not.toBe(fingerprint(bytes.subarray(2, 10)));
});
