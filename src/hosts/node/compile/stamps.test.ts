import { afterEach, expect, test } from "vitest";

import type { FunctionStamp } from "../../../engine/modules/runtime.ts";
import { testApps } from "./test-app.ts";

const app = testApps(afterEach);

async function stampsOf(source: string): Promise<FunctionStamp[]> {
  const one = app(source);
  await one.run();
  return one.told.stamps;
}

async function stampOf(source: string): Promise<FunctionStamp> {
  const [stamp] = await stampsOf(source);
  if (!stamp) throw new Error("nothing was stamped");
  return stamp;
}

test("a stamp names call, module, position, name, parameters and captured variables", async () => {
  const one = app(`import st from "rivulet"
    const factor = 3
    const load = st.cacheData((a: number, _b = 1, { c }: any, ...rest: number[]) => a * factor, { ttl: 5 })
    load(2, 1, {})
  `);
  expect(await one.run()).toEqual([]);
  const { captured, hash, ...facts } = one.told.stamps[0] as FunctionStamp;
  expect(facts).toEqual({
    call: "cacheData",
    module: one.path("app.ts"),
    position: "load",
    name: "load",
    parameters: ["a", "_b", "{ c }", "...rest"],
  });
  expect(hash).toMatch(/^[0-9a-f]{32}$/);
  expect(captured()).toEqual({ factor: 3 });
});

test("every way to name the commands is understood", async () => {
  for (const [head, call] of [
    [`import st from "rivulet"`, "st.cacheData"],
    [`import any from "rivulet"`, "any.cacheData"],
    [`import { st } from "rivulet"`, "st.cacheData"],
    [`import { st as s } from "rivulet"`, "s.cacheData<any>"],
    [`import * as rv from "rivulet"`, "rv.default.cacheData"],
    [`import * as rv from "rivulet"`, "rv.st['cacheData']"],
    [`import { cacheData as c } from "rivulet"`, "c"],
    [`import st from "rivulet"; const { cacheData } = st`, "cacheData"],
    [`import st from "rivulet"; const { cacheData: q } = st as any`, "q"],
    [`import st from "rivulet"; const q = st.cacheData`, "q"],
    [`import st, * as all from "rivulet"`, "st.cacheData"],
  ]) {
    const stamps = await stampsOf(`${head}\nconst f = ${call}(() => 1)`);
    expect(
      stamps.map((stamp) => [stamp.call, stamp.name]),
      `${head} ${call}`,
    ).toEqual([["cacheData", "f"]]);
  }
});

test("what only looks like a command is left alone", async () => {
  expect(
    await stampsOf(`import st from "rivulet"
    const other = { cacheData: (f: unknown) => f }
    other.cacheData(() => 1)
    { const st = other; st.cacheData(() => 1) }
    const fn = globalThis.String
    st.cacheData(fn)
  `),
  ).toEqual([]);
  expect(await stampsOf(`const st = { cacheData: (f: unknown) => f }; st.cacheData(() => 1)`)).toEqual([]);
});

test("a dialog's function is found after its title and options", async () => {
  const stamps = await stampsOf(`import st from "rivulet"
    const a: any = st.dialog("t", () => 1), b: any = (st as any).dialog("t", { width: "large" }, function named(x: number) {})
    function show() {}
    const c: any = st.dialog("t", show)
    st.fragment(show)
  `);
  expect(stamps.map(({ call, name, position, parameters }) => [call, name, position, parameters])).toEqual([
    ["dialog", "a", "a", []],
    ["dialog", "b", "b", ["x"]],
    ["dialog", "c", "c", []],
    ["fragment", "show", "show", []],
  ]);
});

test("ech-001 ech-002 the function of an echo carries its text as it is written, types and comments included", async () => {
  const stamps = await stampsOf(`import st from "rivulet"
    for (const n of [1]) { const a: any = st.echo("below", () => {
      // why
      const twice: number = n * 2
      st.write(twice)
    }) }
    const b: any = st.echo(() => st.write("one" as string))
  `);
  expect(stamps.map(({ call, source }) => [call, source])).toEqual([
    ["echo", "\n      // why\n      const twice: number = n * 2\n      st.write(twice)\n    "],
    ["echo", 'st.write("one" as string)'],
  ]);
});

test("a task's function is found after its key", async () => {
  const { call, name, parameters } = await stampOf(`import st from "rivulet"
    const train: any = st.task("train", async ({ log }: any, epochs: number) => [log, epochs])
  `);
  expect({ call, name, parameters }).toEqual({ call: "task", name: "train", parameters: ["{ log }", "epochs"] });
});

test("a position is the path of declarations and stays when other lines change", async () => {
  const source = `import st from "rivulet"
    function page() { const load = st.cacheData(() => 1); st.cacheData(() => 2); st.cacheData(() => 3); return { load, rows: st.cacheData(() => 4) } }
    class Store { static all = st.cacheResource(() => 5); fetch() { return st.task(async () => 6) } }
    page(); new Store().fetch();
    export default st.cacheData(() => 7)
  `;
  const positions = (await stampsOf(source)).map((stamp) => stamp.position);
  expect(positions.toSorted()).toEqual(["page.load", "page.cacheData", "page.cacheData#1", "page.rows", "Store.all", "Store.fetch.task", "default"].toSorted());
  const moved = source.replace("function page", "// a line\nconst before = st.cacheData(() => 0);\nfunction page");
  expect((await stampsOf(moved)).map((stamp) => stamp.position)).toEqual(expect.arrayContaining(positions));
});

test("wat-007 the hash changes with the function's text or a helper's, and with nothing else", async () => {
  const source = `import st from "rivulet"
    const limit = 10
    function helper(n: number) { return n + inner(n) }
    const inner = (n: number) => n * 2
    function unrelated() { return 1 }
    const load = st.cacheData((n: number) => helper(n) + limit)
    unrelated; helper
  `;
  const { hash } = await stampOf(source);
  expect((await stampOf(source.replace("return 1", "return 2"))).hash).toBe(hash);
  expect((await stampOf(source.replace("limit = 10", "limit = 11"))).hash).toBe(hash);
  expect((await stampOf(`// comment\n${source}`)).hash).toBe(hash);
  expect((await stampOf(source.replace("helper(n) + limit", "helper(n) - limit"))).hash).not.toBe(hash);
  expect((await stampOf(source.replace("n * 2", "n * 3"))).hash).not.toBe(hash);
});

test("captured variables are read when asked, and what is not initialised is left out", async () => {
  const stamp = await stampOf(`import st from "rivulet"
    import { sep } from "node:path"
    let count = 1
    type Row = { a: number }
    enum Kind { A = "a" }
    const load: any = st.cacheData((x: Row) => [x, count, later, sep, load, fromHelper(), Kind.A, globalThis, undefined])
    function fromHelper() { return hidden }
    const hidden = "h"
    count = 2
    export const snapshot = 1
    const early = st.cacheData
    await 0
    if (Math.random() < 0) throw 0
    const later = 3
  `);
  expect(stamp.captured()).toEqual({ count: 2, later: 3, hidden: "h", Kind: { A: "a" } });
  const one = app(`import st from "rivulet"
    const load = st.cacheData(() => later)
    throw new Error("before later")
    const later = 1
  `);
  await one.failure();
  expect(one.told.stamps[0]?.captured()).toEqual({});
});

test("a variable that another one hides at the call is not mistaken for it", async () => {
  const stamp = await stampOf(`import st from "rivulet"
    const x = 1
    function helper() { return x }
    function page(x: number) { return st.cacheData(() => helper()) }
    page(2)
  `);
  expect(stamp.captured()).toEqual({});
});

test("parameters of the enclosing function are captured", async () => {
  const stamps = await stampsOf(`import st from "rivulet"
    const make = (city: string, { unit }: { unit: string }) => st.cacheData((day: number) => city + unit + day)
    make("Rome", { unit: "C" })
    make("Oslo", { unit: "F" })
  `);
  expect(stamps.map((stamp) => stamp.captured())).toEqual([
    { city: "Rome", unit: "C" },
    { city: "Oslo", unit: "F" },
  ]);
});
