import { afterEach, expect, test } from "vitest";

import { testApps } from "./test-app.ts";

const app = testApps(afterEach);

test("enums, namespaces, parameter properties, satisfies, accessors and type-only imports run", async () => {
  const written = await app({
    "app.ts": `
      import { type Shape, area, Kind } from "./shapes"
      import { OnlyType } from "./shapes"
      import type * as all from "./types-only"
      const enum Inlined { A = 1, B = A << 2 }
      enum Color { Red = "red", Blue = "blue" }
      namespace Maths { export const tau = 6.28; export namespace Deep { export const x = 1 } }
      class P { accessor n = 1; constructor(private readonly x: number, public y?: string) {} get sum() { return this.x + this.n } declare z: string }
      const s = { kind: Kind.Square, side: 2 } satisfies Shape
      abstract class Q<T> { abstract m(): T; #p = 3; has(o: object) { return #p in o } }
      class R extends Q<number> { override m() { return 1 } }
      function over(a: string): string; function over(a: number): number; function over(a: any) { return a }
      let u!: OnlyType; u = 1
      Inlined.B; Color.Red, Color.Blue; Maths.tau + Maths.Deep.x;
      const sum = new P(2).sum, square = area(s), has = new R().has(new R()), o = over(3)
      sum; square; has; o
      const x = <number>u; x!
    `,
    "shapes.ts": `export interface Shape { kind: Kind; side: number }; export type OnlyType = number; export enum Kind { Square }; export const area = (s: Shape): number => s.side ** 2; export type { Nothing } from "./types-only"`,
    "types-only.ts": "export type Nothing = never",
  }).run();
  expect(written).toEqual([[4], ["red", "blue"], [7.28], [3], [4], [true], [3], [1]]);
});

test("using declarations dispose at the end of their block", async () => {
  const written = await app(`
    (Symbol as any).dispose ??= Symbol("dispose"); (Symbol as any).asyncDispose ??= Symbol("asyncDispose")
    const log: string[] = []
    { using a = { [Symbol.dispose]() { log.push("a") } }; await using b = { async [Symbol.asyncDispose]() { log.push("b") } }; log.push("in") }
    log
  `).run();
  expect(written).toEqual([[["in", "b", "a"]]]);
});

test("standard decorators apply without a tsconfig, the older kind with experimentalDecorators", async () => {
  const standard = `const log: string[] = []
    function mark(value: any, context: ClassMethodDecoratorContext) { log.push(String(context?.kind), String(context?.name)) }
    class A { @mark m() {} }
    log`;
  expect(await app(standard).run()).toEqual([[["method", "m"]]]);
  const older = `const log: string[] = []
    function mark(target: any, key: string, descriptor: PropertyDescriptor) { log.push(key, typeof descriptor.value) }
    class A { @mark m() {} }
    log`;
  const one = app({
    "app.ts": older,
    "tsconfig.base.json": `{ "compilerOptions": { "experimentalDecorators": true } } // comment`,
    "tsconfig.json": `{ "extends": "./tsconfig.base.json" }`,
  });
  expect(await one.run()).toEqual([[["m", "function"]]]);
});

test("TSX uses the factory the tsconfig names", async () => {
  const one = app({
    "app.tsx": `import { h } from "./h"; const el = <div title={"a"}>{1}</div>; el; const generic = <T,>(x: T) => x; generic`,
    "h.ts": "export const h = (...args: unknown[]) => args",
    "tsconfig.json": `{ "compilerOptions": { "jsx": "react", "jsxFactory": "h" } }`,
  });
  const written = await one.run("app.tsx");
  expect(written[0]).toEqual([["div", { title: "a" }, 1]]);
});

test("exc-004 a syntax error tells file, line, column, message and the line itself", async () => {
  const one = app({
    "app.ts": `const ok = 1\nconst 😀 = "x"\n`,
    "bad.ts": `export const a = 1;\n  const emoji = "😀"; let b = = 2;\n`,
    "uses.ts": `import { a } from "./bad"\na`,
  });
  expect(await one.failure("bad.ts")).toMatchObject({
    name: "SyntaxError",
    message: expect.stringMatching(/Unexpected token/),
    frames: [{ file: one.path("bad.ts"), line: 2, column: 31, code: `  const emoji = "😀"; let b = = 2;` }],
  });
  expect(await one.failure("uses.ts")).toMatchObject({ frames: [{ file: one.path("bad.ts"), line: 2 }] });
  expect(await one.failure("app.ts")).toMatchObject({ frames: [{ line: 2, column: 7 }] });
});

test("what only the lowering refuses is told at its place, too", async () => {
  const one = app(`const a = "😀"\nfor await (const x of []) { a }\n  const a = 2`);
  expect(await one.failure()).toMatchObject({
    name: "SyntaxError",
    frames: [{ line: 3, column: 9, code: "  const a = 2" }],
  });
});

test("exc-007 a missing script is an error that names the nearest file", async () => {
  const one = app({ "dashboard.ts": "1" });
  expect(await one.failure("dashbord.ts")).toEqual({
    name: "FileNotFound",
    message: "There is no file dashbord.ts.",
    frames: [{ file: one.path("dashbord.ts"), line: 1, column: 1 }],
    hint: "Did you mean dashboard.ts?",
  });
});

test("a text can be compiled under any name", async () => {
  const one = app({ "other.ts": "export const x = 1" });
  const inFolder = await one.compiler.compileSource(one.path("made-up.ts"), `import { x } from "./other"\nx`, {
    magic: true,
  });
  expect("module" in inFolder && inFolder.module.imports).toEqual({
    "./other": { kind: "local", id: one.path("other.ts") },
  });
  const named = await one.compiler.compileSource("https://example.org/a/app.ts", `import "./other"; "x"`, {
    magic: true,
  });
  expect("module" in named && named.module).toMatchObject({
    id: "https://example.org/a/app.ts",
    imports: { "./other": { id: one.path("other.ts") } },
  });
});

test("a compiled text is not compiled again, also under the other kind of magic", async () => {
  const one = app({ "app.ts": "1" });
  for (let turn = 0; turn < 3; turn += 1) {
    await one.compiler.compile(one.path("app.ts"), { magic: true });
    await one.compiler.compile(one.path("app.ts"), { magic: false });
  }
  expect(one.compiler.compiled).toBe(2);
  one.write("app.ts", "2");
  await one.compiler.compile(one.path("app.ts"), { magic: true });
  one.write("app.ts", "1");
  await one.compiler.compile(one.path("app.ts"), { magic: true });
  expect(one.compiler.compiled).toBe(3);
});

test("functions and classes named like what is around them keep their names", async () => {
  const written = await app({
    "app.ts": `
      const of = (fn: { name: string }) => fn.name
      const home = of(function home() {})
      const [deep, Kind] = [of(function deep() {}), of(class Kind {})]
      ;[home, deep, Kind]
      function settings2() {}
      settings2.name
    `,
  }).run();
  expect(written).toEqual([[["home", "deep", "Kind"]], ["settings2"]]);
});
