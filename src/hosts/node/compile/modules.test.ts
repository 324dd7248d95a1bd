import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

import { afterEach, expect, test } from "vitest";

import { testApps } from "./test-app.ts";

const app = testApps(afterEach);

test("run-013 run-015 the script is evaluated for every run, what it imports once", async () => {
  const one = app({
    "app.ts": `import { counter, Kept } from "./state"; class Own {}; counter.n += 1; counter.n; Kept === counter.kept; Own === counter.own; counter.own = Own; counter.kept = Kept`,
    "state.ts": "export class Kept {}; export const counter: any = { n: 0 }",
  });
  expect(await one.run()).toEqual([[1], [false], [false]]);
  expect(await one.run()).toEqual([[2], [true], [false]]);
  expect(await one.run()).toEqual([[3], [true], [false]]);
  expect(one.compiles()).toBe(2);
  expect(one.around).toEqual([one.path("state.ts")]);
});

test("any number of names may be imported from a module, whatever they are called", async () => {
  const one = app({
    "app.ts": `import { a, b, c, d, "odd ] name" as odd } from "./values"; [a, b, c, d, odd]`,
    "values.ts": `export const a = 1, b = 2, c = 3, d = 4; const five = 5; export { five as "odd ] name" };`,
  });
  expect(await one.run()).toEqual([[[1, 2, 3, 4, 5]]]);
});

test("wat-003 an edited module and those that import it are evaluated again, others are not", async () => {
  const one = app({
    "app.ts": `import { b } from "./b"; import { other } from "./other"; [b(), other]`,
    "b.ts": `import { a } from "./a"; export const b = () => "b" + a`,
    "a.ts": `export let a = 1`,
    "other.ts": "export const other = Math.random()",
    "apart.ts": `"apart"`,
  });
  const [[[, other]]] = (await one.run()) as [[[string, number]]];
  await one.run("apart.ts");
  one.write("a.ts", "export let a = 2");
  expect(one.modules.isAffected(one.path("app.ts"))).toBe(false);
  one.modules.invalidate([one.path("a.ts")]);
  expect(one.modules.isAffected(one.path("app.ts"))).toBe(true);
  expect(one.modules.isAffected(one.path("apart.ts"))).toBe(false);
  one.around.length = 0;
  expect(await one.run()).toEqual([[["b2", other]]]);
  expect(one.around).toEqual([one.path("a.ts"), one.path("b.ts")]);
});

test("wat-004 a change of a file that no script needs affects nothing", async () => {
  const one = app({ "app.ts": `import "./a"; 1`, "a.ts": "export {}", "unrelated.ts": "1" });
  await one.run();
  one.modules.invalidate([one.path("unrelated.ts"), one.path("data.csv")]);
  expect(one.modules.isAffected(one.path("app.ts"))).toBe(false);
});

test("bindings are live, re-exports and stars pass them on", async () => {
  const one = app({
    "app.ts": `
      import count, { increase, again as twice, ns, value } from "./hub"; import * as hub from "./hub"
      const before = value; increase(); [before, value, hub.value, twice === increase, count, ns.value, Object.keys(hub), "default" in ns, Object.prototype.toString.call(hub)]`,
    "hub.ts": `export * from "./counter"; export { increase as again, default } from "./counter"; export * as ns from "./counter"; export const own = 1`,
    "counter.ts": `export let value = 0; export function increase() { value++ }; export const own = 2; export default 7`,
  });
  const [[[before, value, hubValue, same, count, nsValue, keys, hasDefault, tag]]] = (await one.run()) as never as [[unknown[]]];
  expect([before, value, hubValue, same, count, nsValue]).toEqual([0, 1, 1, true, 7, 1]);
  expect((keys as string[]).toSorted()).toEqual(["again", "default", "increase", "ns", "own", "value"]);
  expect([hasDefault, tag]).toEqual([true, "[object Module]"]);
});

test("dependencies are evaluated in order before their importer, also with top-level await", async () => {
  const one = app({
    "app.ts": `import "./a"; import "./b"; import { log } from "./log"; log`,
    "log.ts": "export const log: string[] = []",
    "a.ts": `import { log } from "./log"; import "./c"; await new Promise((r) => setTimeout(r, 5)); log.push("a")`,
    "b.ts": `import { log } from "./log"; import "./c"; log.push("b")`,
    "c.ts": `import { log } from "./log"; log.push("c0"); await null; log.push("c")`,
  });
  expect(await one.run()).toEqual([[["c0", "c", "a", "b"]]]);
});

test("an import of many names, which no longer fits one line, is ready like any other", async () => {
  const one = app({
    "app.ts": `import { first, second, third, fourth } from "./numbers"; import { join, resolve, basename, dirname } from "node:path"; [first + second + third + fourth, typeof join, basename("/a/b"), dirname("/a/b"), resolve("/a")]`,
    "numbers.ts": "export const first = 1, second = 2, third = 3, fourth = 4",
  });
  expect(await one.run()).toEqual([[[10, "function", "b", "/a", "/a"]]]);
});

test("circles work as in ESM: functions are there, constants not before their line", async () => {
  const one = app({
    "app.ts": `import { a, seen } from "./a"; [a(), seen]`,
    "a.ts": `import { b, early } from "./b"; export function a() { return "a" + b() }; export const late = 1; export const seen = early`,
    "b.ts": `import { a, late } from "./a"; export const b = () => "b" + late; let error; try { late } catch (e: any) { error = e.message }; export const early = [typeof a, error]`,
  });
  expect(await one.run()).toEqual([[["ab1", ["function", "Cannot access 'late' before initialization"]]]]);
});

test("a script that is imported by what it imports has a shared twin without magic", async () => {
  const one = app({
    "app.ts": `import { helper } from "./helper"; export const name = "app"; "drawn"; helper()`,
    "helper.ts": `import { name } from "./app"; export const helper = () => name`,
  });
  expect(await one.run()).toEqual([["drawn"]]);
  const { dependencies } = await one.load();
  expect(dependencies).toEqual([one.path("app.ts"), one.path("helper.ts")]);
  const lines = [`import { runs } from "./runs"`, `export const name = "app"`, `"a"`, `"b"`, "name", "runs.push(1)"];
  one.write("runs.ts", `import { name } from "./twice"\nexport const runs: number[] = []; export const by = () => name`);
  one.write("twice.ts", [...lines, "runs.length > 1 && ([] as any).a.b || name + name + name"].join("\n"));
  // The twin pushes first; the script throws, and its code is longer than the twin's by the magic in front.
  const report = await one.failure("twice.ts");
  expect(report).toMatchObject({
    name: "TypeError",
    frames: [{ line: 7, column: "runs.length > 1 && ([] as any).a.b".length }],
  });
});

test("concurrent first runs share one evaluation and cannot wait for each other", async () => {
  const one = app({
    "one.ts": `import { a } from "./a"; a`,
    "two.ts": `import { b } from "./b"; b`,
    "a.ts": `import "./slow"; import { b } from "./b"; export const a = () => b`,
    "b.ts": `import { a } from "./a"; await null; export const b = () => a`,
    "slow.ts": `await new Promise((r) => setTimeout(r, 10)); export {}`,
  });
  await Promise.all([one.run("one.ts"), one.run("two.ts"), one.run("one.ts")]);
  expect(one.around.toSorted()).toEqual(["a.ts", "b.ts", "slow.ts"].map(one.path));
});

test("a module whose evaluation throws is tried again at the next run", async () => {
  const one = app({
    "app.ts": `import { x } from "./flaky"; x`,
    "flaky.ts": `import "./fine"; (globalThis as any).flaky = ((globalThis as any).flaky ?? 0) + 1; if ((globalThis as any).flaky === 1) throw new Error("first"); export const x = (globalThis as any).flaky`,
    "fine.ts": "export {}",
  });
  const script = await one.load();
  await expect(script.run()).rejects.toThrow("first");
  await script.run();
  expect(one.told.written).toEqual([[2]]);
  expect(one.around.filter((id) => id.endsWith("fine.ts"))).toHaveLength(1);
});

test("a change while a script is being loaded is not missed", async () => {
  const one = app({ "app.ts": `import { a } from "./a"; a`, "a.ts": "export const a = 1" });
  const loading = one.load();
  one.write("a.ts", "export const a = 2");
  one.modules.invalidate([one.path("a.ts")]);
  await (await loading).run();
  expect(one.told.written).toEqual([[2]]);
  expect(one.compiles()).toBeLessThan(5);
});

test("loading again what did not change gives the same script without compiling", async () => {
  const one = app({ "app.ts": `import "./a"; 1`, "a.ts": "export {}" });
  const [first, second] = await Promise.all([one.load(), one.load()]);
  expect(second).toBe(first);
  expect(await one.load()).toBe(first);
  expect(one.compiles()).toBe(2);
  expect(first.hash).toMatch(/^[0-9a-f]{32}$/);
});

test("a module that many import is evaluated once, and once again after an edit", async () => {
  const files: Record<string, string> = { "leaf.ts": "export const n = [0]" };
  const indices = Array.from({ length: 20 }, (_, i) => i);
  for (const i of indices) files[`m${i}.ts`] = `import { n } from "./leaf"; n[0]! += 1; export const v = n`;
  const imports = indices.map((i) => `import { v as v${i} } from "./m${i}"`).join("\n");
  files["app.ts"] = `${imports}\nconst distinct = new Set([${indices.map((i) => `v${i}`)}]).size\nv0[0], distinct`;
  const one = app(files);
  expect(await one.run()).toEqual([[20, 1]]);
  one.modules.invalidate([one.path("m3.ts")]);
  expect(await one.run()).toEqual([[21, 1]]);
  one.modules.invalidate([one.path("leaf.ts")]);
  expect(await one.run()).toEqual([[20, 1]]);
});

test("JSON files are modules", async () => {
  const one = app({
    "app.ts": `import data, { name } from "./data.json" with { type: "json" }; import list from "./list.json"; [data.name, name, list]`,
    "data.json": `\uFEFF{ "name": "n", "default": 1 }`,
    "list.json": "[1, 2]",
    "broken.json": `{\n  "a": ,\n}`,
    "uses.ts": `import b from "./broken.json"; b`,
  });
  expect(await one.run()).toEqual([[["n", "n", [1, 2]]]]);
  expect(await one.failure("uses.ts")).toMatchObject({
    name: "SyntaxError",
    frames: [{ file: one.path("broken.json"), line: 2 }],
  });
});

test("dynamic imports are compiled, shared, followed by changes, and may be put together at run time", async () => {
  const one = app({
    "app.ts": `
      const name = "part"
      const a = await import("./part"), b = await import(\`./\${name}.ts\`), c = await import("./" + name + ".js"), d = await import("node:path"), { default: st } = await import("rivulet")
      const missing = await import("./nowhere" as string).catch((e) => [e.name, e.code]), gone = await import("not-installed-at-all").catch((e) => [e.message, e.code])
      a.value, a === b, a === c, typeof d.join, typeof st.write, missing, gone`,
    "part.ts": "export const value = 1",
  });
  const gone = [`Cannot find module "not-installed-at-all"`, "ERR_MODULE_NOT_FOUND"];
  const values = [true, true, "function", "function", ["FileNotFound", "ERR_MODULE_NOT_FOUND"], gone];
  expect(await one.run()).toEqual([[1, ...values]]);
  one.write("part.ts", "export const value = 2");
  one.modules.invalidate([one.path("part.ts")]);
  expect(one.modules.isAffected(one.path("app.ts"))).toBe(true);
  expect(await one.run()).toEqual([[2, ...values]]);
  expect((await one.load()).dependencies).toEqual([one.path("app.ts"), one.path("part.ts")]);
});

test("import.meta tells where a module is", async () => {
  const one = app({
    "sub dir/app.ts": `
      const m = import.meta; m.url; m.filename, m.dirname
      const found = [m.resolve("./elsewhere.ts"), import.meta.resolve("./other"), m.resolve("node:fs")]
      found`,
    "sub dir/other.ts": "1",
  });
  const folder = one.path("sub dir");
  const url = `file://${folder.replace(" ", "%20")}`;
  expect(await one.run("sub dir/app.ts")).toEqual([[`${url}/app.ts`], [`${folder}/app.ts`, folder], [[`${url}/elsewhere.ts`, `${url}/other.ts`, "node:fs"]]]);
});

test("any number of names can be imported", async () => {
  const names = ["one", "two", "three", "four", "five"];
  const one = app({
    "app.ts": `import { ${names.join(", ")} } from "./many"; import { readFileSync, existsSync, statSync } from "node:fs";
[${names.join(", ")}, typeof readFileSync, typeof statSync]`,
    "many.ts": `export const one = 1, two = 2, three = 3, four = 4, five = 5`,
  });
  expect(await one.run()).toEqual([[[1, 2, 3, 4, 5, "function", "function"]]]);
});

test("CommonJS and ES packages give default, named and namespace imports", async () => {
  const one = app({
    "app.ts": `
      import cjs, { named } from "cjs"; import * as all from "cjs"; import esm, { a, b as c } from "esm"; import both, * as ns from "esm"
      ;[cjs.named, named, all.default === cjs, esm, a, c, both, ns.a]`,
    "node_modules/cjs/index.js": "exports.named = 1",
    "node_modules/cjs/package.json": `{ "name": "cjs" }`,
    "node_modules/esm/index.mjs": "export const a = 1, b = 2; export default 3",
    "node_modules/esm/package.json": `{ "name": "esm", "exports": { "import": "./index.mjs" } }`,
  });
  expect(await one.run()).toEqual([[[1, 1, true, 3, 1, 2, 3, 1]]]);
});

test("a name that a module does not export is an error as Node's, with line and what it exports", async () => {
  const one = app({
    "app.ts": `import { a,\n  missing } from "./m"\na; missing`,
    "m.ts": "export const a = 1, b = 2",
    "ext.ts": `import { nothing } from "node:path"\nnothing`,
    "default.ts": `import m from "./m"\nm`,
  });
  expect(await one.failure()).toEqual({
    name: "SyntaxError",
    message: `The requested module "./m" does not provide an export named "missing"`,
    frames: [{ file: one.path("app.ts"), line: 2, column: 3, code: `  missing } from "./m"` }],
    hint: "It exports: a, b.",
  });
  expect(await one.failure("ext.ts")).toMatchObject({
    message: expect.stringContaining(`"nothing"`),
    frames: [{ line: 1, column: 10 }],
  });
  one.write("node_modules/old/index.js", "const late = {}; late.made = 1; module.exports = late");
  one.write("node_modules/old/package.json", `{ "name": "old" }`);
  one.write("old.ts", `import { made } from "old"\nmade`);
  expect(await one.failure("old.ts")).toMatchObject({ hint: `Write: import all from "old"; const { made } = all;` });
  expect(await one.failure("default.ts")).toMatchObject({
    message: expect.stringContaining(`"default"`),
    frames: [{ line: 1, column: 8 }],
  });
});

test("a namespace with an export named then is not taken for a promise", async () => {
  const one = app({
    "app.ts": `import { then, x } from "./thenable"; x; then`,
    "thenable.ts": `export const x = 1; export const then = () => { throw new Error("called") }`,
  });
  expect((await one.run())[0]).toEqual([1]);
});

test("500 reloads leave nothing behind", async () => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const one = app({ "app.ts": `import { big } from "./big"; big.length`, "big.ts": "" });
  const reload = async (turn: number): Promise<void> => {
    one.write("big.ts", `export const big = Array.from({ length: 10_000 }, (_, i) => i + ${turn}); export const turn = ${turn}`);
    one.modules.invalidate([one.path("big.ts")]);
    expect(await one.run()).toEqual([[10_000]]);
  };
  const heap = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    gc();
    gc();
    return process.memoryUsage().heapUsed;
  };
  for (let turn = 0; turn < 50; turn += 1) await reload(turn);
  const before = await heap();
  for (let turn = 50; turn < 550; turn += 1) await reload(turn);
  const grown = (await heap()) - before;
  // Each version holds 80 kB; compiled texts are kept by the compiler for a while, a few kB each.
  expect(grown).toBeLessThan(8_000_000);
}, 60_000);

test("modules that wait for each other by await import() are evaluated, and see what there is by then", async () => {
  const one = app({
    "app.ts": `import { a, b } from "./a"; [a, b(), await late()]; import { late } from "./a"`,
    "a.ts": `export const a = 1; const { viaA } = await import("./b"); export const b = () => viaA() + 1; export const late = async () => (await import("./b")).viaA()`,
    "b.ts": `import { c } from "./c"; export const viaA = () => c() + 10`,
    "c.ts": `import { a } from "./a"; await null; export const c = () => a + 100`,
  });
  expect(await one.run()).toEqual([[[1, 112, 111]]]);
  const both = app({
    "app.ts": `import { x } from "./x"; x`,
    "x.ts": `export const x = 1; const y = await import("./y"); export const sum = x + y.y`,
    "y.ts": `export const y = 2; const x = await import("./x"); export const other = x.x + y`,
  });
  expect(await both.run()).toEqual([[1]]);
});

test("what is not there yet in such a circle is an error that names the circle", async () => {
  const one = app({
    "app.ts": `import { a } from "./a"; a`,
    "a.ts": `await import("./b"); export const a = 1`,
    "b.ts": `import { a } from "./a"; export const b = a + 1`,
  });
  const error = (await one.run().catch((thrown: unknown) => thrown)) as Error & { hint: string };
  expect(error.message).toContain("before initialization");
  expect(error.hint).toMatch(/import each other: .*a\.ts → .*b\.ts → .*a\.ts\./);
});

test("a module that imports one of its importers without waiting comes first", async () => {
  const one = app({
    "app.ts": `import { a, done } from "./a"; [a, await done]`,
    "a.ts": `export const done = import("./b").then((b) => b.b); export const a = 1`,
    "b.ts": `import { a } from "./a"; export const b = a + 1`,
  });
  expect(await one.run()).toEqual([[[1, 2]]]);
});
