import { afterEach, describe, expect, test } from "vitest";

import { Signal, testApps } from "./test-app.ts";

const app = testApps(afterEach);

describe("magic", () => {
  test("names, literals, operators, conditionals and member accesses are written", async () => {
    const written = await app(`
      const n = 2, o = { a: { b: 3 } } as { a?: { b: number } };
      n
      "text"
      n + 1
      n > 1 ? "yes" : "no"
      o.a?.b
      o.a!.b;
      (o as object);
      -n
      !n;
      \`t\${n}\`
      n && "and";
      ({ k: 1 })
      ;[1, 2]
    `).run();
    expect(written).toEqual([[2], ["text"], [3], ["yes"], [3], [3], [{ a: { b: 3 } }], [-2], [false], ["t2"], ["and"], [{ k: 1 }], [[1, 2]]]);
  });

  test("mag-003 mag-004 mag-010 calls, awaits, assignments and what holds them as operands are not written", async () => {
    const written = await app(`
      const f = async () => 1, tag = (..._: unknown[]) => 1;
      let x = 0, o: any = { k: 1 };
      f();
      (f());
      await f();
      (await f()) as number;
      x = 5;
      x++;
      new Date();
      tag\`x\`;
      import("node:fs");
      delete o.k;
      void 0;
      x && f();
      o?.k?.();
      x ? f() : x;
      x, f();
      !f();
      (f as any)!();
      function* g() { yield 1; }
      [...g()].length;
    `).run();
    expect(written).toEqual([[1]]);
  });

  test("mag-005 a comma expression is one call with several values, also in parentheses", async () => {
    const written = await app(`const option = 1;\n'You selected: ', option\n;("a", option)\n;(("b", 2))`).run();
    expect(written).toEqual([
      ["You selected: ", 1],
      ["a", 1],
      ["b", 2],
    ]);
  });

  test("mag-007 bare expressions are written wherever they stand, each time they execute", async () => {
    const written = await app(`
      function f() { const doc = 0; "in function"; return doc }
      f(); f();
      for (const i of [1, 2]) i
      let n = 0;
      while (n < 1) { n++; "while" }
      do "do"; while (false)
      if (n) "if"; else "else"
      if (!n) "if"
      else "else"
      try { "try"; throw 1 } catch (e) { e } finally { "finally" }
      class A { m() { 0; "method" } static { "static" } get g() { 1; "getter"; return 1 } }
      new A().m();
      const { g } = new A();
      const arrow = () => { g };
      arrow();
      switch (n) { case 1: "case" }
      label: { "labelled" }
    `).run();
    expect(written.map((values) => values[0])).toEqual([
      "in function",
      "in function",
      1,
      2,
      "while",
      "do",
      "if",
      "else",
      "try",
      1,
      "finally",
      "static",
      0,
      "method",
      1,
      "getter",
      1,
      "case",
      "labelled",
    ]);
  });

  test("mag-013 a text that opens a function's body is documentation", async () => {
    const written = await app(`
      function f() { "doc"; "written" }
      const g = () => { "doc" };
      class A { m() { "doc"; } }
      f(); g(); new A().m();
      if (true) { "block" }
    `).run();
    expect(written).toEqual([["written"], ["block"]]);
  });

  test("leading texts of the module are written, directives are not", async () => {
    expect(await app(`"use strict";\n"Hello"\n"use client"\n'# Title'`).run()).toEqual([["Hello"], ["# Title"]]);
  });

  test("a script may begin with the line that makes it a program", async () => {
    expect(await app(`#!/usr/bin/env rivulet run\n"text"`).run()).toEqual([["text"]]);
  });

  test("mag-012 without magic nothing is written and the rest works", async () => {
    expect(await app(`import st from "rivulet";\n"bare"\nst.write("called")`).run("app.ts", false)).toEqual([["called"]]);
  });

  test("imported modules have no magic", async () => {
    expect(await app({ "app.ts": `import { x } from "./other";\nx`, "other.ts": `"bare"; export const x = 1;` }).run()).toEqual([[1]]);
  });
});

describe("waits, loops and catch", () => {
  test("statements without semicolons keep their meaning", async () => {
    const written = await app(`
      const f = async (x: number) => x
      const list = [1, 2]
      let a = 1
      await f(a)
      a
      ++a
      a
      const b = a + (await f(2)) ** 1
      b
      const c = (await f(1)).toFixed(1)
      c
      for (const x of list) await f(x)
      outer: for (const x of list) for (const y of list) if (y === 2) continue outer; else x + y
      const arrow = async () => await f(7)
      const seven = await arrow()
      seven
      const object = { async m(x = a) { return await f(x) }, [await f(3)]: 1 }
      object[3]
      new (await f(0), class { constructor() { "made" } })
      class K { field = [a, list.map((x) => { let s = 0; for (const _ of list) s += x; return s })] }
      new K().field
    `).run();
    expect(written.map((values) => values[0])).toEqual([1, 2, 4, "1.0", 2, 3, 7, 1, [2, [2, 4]]]);
  });

  test("every await and yield of an async generator resumes", async () => {
    const one = app(`
      async function* g() { const got = yield 1; got; yield* [2]; }
      function* sync() { yield 1 }
      const all: number[] = []
      for await (const x of g()) all.push(x)
      all
      ;[...sync()]
    `);
    expect(await one.run()).toEqual([[undefined], [[1, 2]], [[1]]]);
    // Two turns of the loop and its end, one yield and one yield*.
    expect(one.told.events.filter((event) => event.startsWith("resume"))).toHaveLength(5);
    expect(one.told.events.filter((event) => event === "step")).toHaveLength(2);
  });

  test("labels work around loops and try", async () => {
    const written = await app(`
      async function* g() { yield 1; yield 2; yield 3 }
      const seen: unknown[] = []
      a: for await (const x of g()) { for (;;) { if (x === 2) continue a; if (x === 3) break a; seen.push(x); break } }
      b: try { seen.push("try"); break b } finally { seen.push("finally") }
      c: d: while (true) { try { continue d } finally { break c } }
      if (seen.length) try { throw 1 } catch { seen.push("caught") } else seen.push("never")
      switch (1) { case 1: for await (const x of g()) if (x > 1) break; else seen.push(x) }
      do try { throw 2 } catch (e) { seen.push(e) } while (false)
      seen
    `).run();
    expect(written).toEqual([[[1, "try", "finally", "caught", 1, 2]]]);
  });

  test("a signal passes through every kind of catch, finally blocks run", async () => {
    for (const clause of [
      "catch (e) { log.push(e) }",
      "catch { log.push(1) }",
      "catch ({ message }: any) { log.push(message) }",
      "catch ({ message = await 1, ...rest }) { log.push(rest) }",
    ]) {
      const one = app(`
        export const log: unknown[] = []
        try { try { for (;;) {} } ${clause} finally { log.push("finally") } } catch { log.push("outer") }
        log.push("after")
      `);
      one.stopAfter(3);
      const script = await one.load();
      await expect(script.run()).rejects.toBeInstanceOf(Signal);
      expect(one.told.events.filter((event) => event === "restore")).toHaveLength(1);
      expect(one.told.events.filter((event) => event === "caught")).toHaveLength(2);
    }
  });

  test("patterns in catch take the error apart", async () => {
    const written = await app(`
      try { throw Object.assign(new Error("boom"), { code: 7 }) } catch ({ message, code: c = 1, none = "d" }: any) { message, c, none }
      try { throw [1, 2] } catch ([a, ...rest]) { a, rest }
      try { throw 3 } catch (e: unknown) { e }
    `).run();
    expect(written).toEqual([["boom", 7, "d"], [1, [2]], [3]]);
  });

  test("a loop without a body and single statements can be stopped", async () => {
    for (const loop of ["while (true);", "for (;;) x++", "do x++; while (true)", "do ; while (true)", "for (const _ of forever()) x++"]) {
      const one = app(`let x = 0; function* forever() { for (;;) yield 1 }\n${loop}`);
      one.stopAfter(100);
      await expect((await one.load()).run()).rejects.toBeInstanceOf(Signal);
    }
  });
});
