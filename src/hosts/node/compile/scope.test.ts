import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

import type { Node } from "./ast.ts";
import { closureOf } from "./closure.ts";
import { analyse, resolveName } from "./scope.ts";

/** Kinds of what each `use(name)` means, "global" for none. */
function meanings(source: string): string[] {
  const program = parseSync("a.tsx", source).program as unknown as Node;
  const { references } = analyse(program);
  const found: string[] = [];
  for (const [index, { name }] of references.entries()) {
    const next = references[index + 1];
    if (name === "use" && next) found.push(resolveName(next.name, next.scope)?.kind ?? "global");
  }
  return found;
}

function closure(source: string) {
  const program = parseSync("a.tsx", source).program as unknown as Node;
  let root: Node | undefined;
  const find = (node: unknown): void => {
    if (!node || typeof node !== "object") return;
    const { type, callee, arguments: args } = node as Node;
    if (type === "CallExpression" && callee.name === "root") root = args[0];
    for (const value of Object.values(node)) find(value);
  };
  find(program);
  const { functions, captured } = closureOf(root as Node, analyse(program));
  return { functions: functions.length, captured: captured.map((one) => one.name).toSorted() };
}

test("declarations are found wherever they are hoisted to", () => {
  expect(meanings("use(f); function f() {} use(v); if (1) { var v = 1; use(v) } use(l); { let l; use(l) }")).toEqual([
    "function",
    "var",
    "var",
    "global",
    "let",
  ]);
  expect(meanings("{ function inner() {} use(inner) } use(inner)")).toEqual(["function", "global"]);
  expect(meanings("function f() { if (1) { for (var x of []) ; } use(x) } use(x)")).toEqual(["var", "global"]);
});

test("patterns declare their names, and their defaults and keys are references", () => {
  expect(meanings("const { a, b: { c: [d = use(key)] }, [key]: e, ...f } = o; const key = 1; use(a); use(b); use(c); use(d); use(e); use(f)")).toEqual([
    "const",
    "const",
    "global",
    "global",
    "const",
    "const",
    "const",
  ]);
  expect(meanings("function f({ a }, [b], c = use(a), ...d) { use(b); use(c); use(d) } ")).toEqual(["parameter", "parameter", "parameter", "parameter"]);
});

test("loops, catch and classes have scopes of their own", () => {
  expect(meanings("for (let i = 0; use(i); ) use(i); use(i); try {} catch ({ e }) { use(e) } use(e)")).toEqual(["let", "let", "global", "catch", "global"]);
  expect(
    meanings("class A { x = use(A); [use(A)]() { var q; use(q) } static { var s; use(s) } } use(q); use(s); const B = class C { y = use(C) }; use(C)"),
  ).toEqual(["class", "class", "var", "var", "global", "global", "class", "global"]);
  expect(meanings("const f = function g() { use(g) }; use(g); switch (1) { case 1: let s; use(s) } use(s)")).toEqual(["function", "global", "let", "global"]);
});

test("TypeScript's own declarations are told apart from types", () => {
  expect(
    meanings("enum E { A, B = use(A) } use(E); namespace N { export const n = 1; use(n) } use(N); interface I {} type T = I; declare const g: T; use(g)"),
  ).toEqual(["enum", "enum", "const", "namespace", "global"]);
  expect(meanings("import type { T } from 'a'; import { type U, V } from 'b'; use(V); use(T); use(U)")).toEqual(["import", "type", "type"]);
  expect(meanings("function over(a: string): void; function over(a: any) { use(a) } use(over)")).toEqual(["parameter", "function"]);
  expect(meanings("const C = () => null; const e = <C x={use(C)}><a.b /></C>; class P { constructor(private p = 1) { use(p) } }")).toEqual([
    "const",
    "parameter",
  ]);
});

test("a closure is what a function reads from outside, also through helpers", () => {
  expect(closure("const a = 1, b = 2; let c; function helper() { return b + other() } const other = () => c; root((x) => x + a + helper())")).toEqual({
    functions: 3,
    captured: ["a", "b", "c"],
  });
  expect(closure("import i from 'i'; type T = typeof a; const a = 1; root((a: T) => { const b: T = i; { let c = b; c } return a + Math.max(b) })")).toEqual({
    functions: 1,
    captured: [],
  });
  expect(
    closure("function outer(p, { q }, ...r) { class K {} const local = 1; return root(() => [p, q, r, new K(), local, { p: 1 }.p, o.q]) } const o = 1"),
  ).toEqual({
    functions: 1,
    captured: ["K", "local", "o", "p", "q", "r"],
  });
  expect(
    closure("const even = (n) => n === 0 || odd(n - 1); const odd = (n) => n !== 0 && even(n - 1); root(even.length ? () => 1 : 2); root((n) => even(n))"),
  ).toEqual({
    functions: 3,
    captured: [],
  });
  expect(closure("const a = 1; root(() => { a: for (;;) break a; var { a: b } = { a }; x = b })").captured).toEqual(["a"]);
});
