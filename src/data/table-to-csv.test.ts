import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { tableToCsv } from "./table-to-csv.ts";
import { toTable } from "./tables.ts";

test("CSV quotes what must be quoted, and keeps null and empty text apart", () => {
  const table = toTable([
    { "a,b": 'say "hi"', t: "", n: null, d: Temporal.PlainDate.from("2020-01-10"), l: [1, 2] },
    { "a,b": "two\nlines", t: " x", n: 1.5, d: null, l: [] },
  ]);
  expect(tableToCsv(table)).toBe('"a,b",t,n,d,l\r\n"say ""hi""","",,2020-01-10,"[1,2]"\r\n"two\nlines"," x",1.5,,[]\r\n');
  expect(tableToCsv(toTable({ x: 1 }))).toBe(",value\r\nx,1\r\n");
});
