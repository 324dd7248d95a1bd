import { afterEach, expect, test } from "vitest";

import { testApps } from "./test-app.ts";

const app = testApps(afterEach);

/** `line:column function` of each frame. */
function places(report: { frames?: { file: string; line: number; column: number; function?: string }[] }): string[] {
  return (report.frames ?? []).map((frame) => `${frame.line}:${frame.column}${frame.function ? ` ${frame.function}` : ""}`);
}

test("exc-003 only the user's frames are left, at exact lines and columns, with their text", async () => {
  const one = app({
    "app.ts": `import { fail } from "./lib"\n\nfunction start(): void {\n  const emoji = "😀👨‍👩‍👧"; fail(1 as number)\n}\n[1].map(() => start())\n`,
    "lib.ts": `interface Unused { a: string }\nexport function fail(n: number): never {\n  throw new RangeError(\`boom \${n}\`)\n}`,
  });
  const report = await one.failure();
  expect(report).toMatchObject({ name: "RangeError", message: "boom 1" });
  expect(report.frames?.map((frame) => frame.file)).toEqual(["lib.ts", "app.ts", "app.ts", "app.ts"].map(one.path));
  const emoji = `  const emoji = "😀👨‍👩‍👧"; fail(`.indexOf("fail(") + 1;
  expect(places(report)).toEqual(["3:9 fail", `4:${emoji} start`, "6:15", "6:5"]);
  expect(report.frames?.[1]?.code).toBe(`  const emoji = "😀👨‍👩‍👧"; fail(1 as number)`);
  expect(one.stack.mapStack(Object.assign(new Error("plain"), { stack: "Error: plain\n    at node:internal/x:1:2" }))).toBe(
    "Error: plain\n    at node:internal/x:1:2",
  );
});

test("lines and columns are exact after awaits, loops, try and magic", async () => {
  const one = app(`const wait = () => new Promise((r) => setTimeout(r, 1))
async function deep(x: string) {
  "doc"
  await wait(); const y: any = undefined; for (const _ of [1]) try { x; y.field } finally { "f" }
}
async function middle() { return await deep("😀") }
"a", "b"; await wait(); await middle()
`);
  const report = await one.failure();
  expect(report.message).toBe("Cannot read properties of undefined (reading 'field')");
  expect(places(report)).toEqual([
    `4:${"  await wait(); const y: any = undefined; for (const _ of [1]) try { x; y.".length + 1} deep`,
    `6:${"async function middle() { return ".length + 1} middle`,
    `7:${`"a", "b"; await wait(); `.length + 1}`,
  ]);
});

test("methods, constructors, callbacks and lowered classes keep their places", async () => {
  const one = app(`enum E { A }
class Model {
  static #secret = 1
  accessor value = E.A
  constructor(private x: number) { if (x > 1) throw new Error("ctor") }
  get bad(): number { throw new Error("getter") }
}
const errors: unknown[] = []
for (const one of [() => new Model(2), () => new Model(1).bad]) try { one() } catch (e) { errors.push(e) }
throw new AggregateError(errors)
`);
  const report = await one.failure();
  expect(places(report)).toEqual(["10:7"]);
  expect(report.hint).toBe("Caused by Error: ctor (app.ts:5:53)\nCaused by Error: getter (app.ts:6:29)");
});

test("code made from a text counts where it was evaluated", async () => {
  const one = app(`const first = 1\nconst made = new Function("throw new Error('made')")\nfunction call() {\n  made()\n}\nif (Math.random() < 2) call()`);
  const report = await one.failure();
  expect(report.message).toBe("made");
  expect(places(report).slice(0, 2)).toEqual(["2:14", "4:3 call"]);
});

test("messages use the names of the source", async () => {
  const one = app({
    "a.ts": `import { foo as bar } from "./m"\n  ;(bar as any)()`,
    "b.ts": `import local from "./m"\nlocal()`,
    "c.ts": `import * as ns from "./m"\n;(ns as any).nothing()`,
    "d.ts": `import { foo } from "./m"\nnew (foo as any)()`,
    "e.ts": `import { foo } from "./m"\n;(foo as any).a.b`,
    "f.ts": `(import.meta as any).nothing()`,
    "g.ts": `import local from "./m"\nlocal.wrong(1)`,
    "h.ts": `import local from "./m"\n;(local as any).deep?.(local); (local as any).deep.wrong!()`,
    "m.ts": "export const foo: any = 1; export default { deep: () => 1 } as any",
  });
  const messages: string[] = [];
  for (const name of ["a", "b", "c", "d", "e", "f", "g", "h"]) messages.push((await one.failure(`${name}.ts`)).message);
  expect(messages).toEqual([
    "foo is not a function",
    "local is not a function",
    "nothing is not a function",
    "foo is not a constructor",
    "Cannot read properties of undefined (reading 'b')",
    "import.meta.nothing is not a function",
    "local.wrong is not a function",
    "local.deep.wrong is not a function",
  ]);
});

test("paths with blanks and parentheses are understood", async () => {
  const one = app({ "a dir (1)/app (x).ts": `function f() { throw new Error("x") }\nf()` });
  expect(places(await one.failure("a dir (1)/app (x).ts"))).toEqual(["1:22 f", "2:1"]);
});

test("an error of an imported module's evaluation has its own place", async () => {
  const one = app({ "app.ts": `import "./a"`, "a.ts": `const x: number = 1\nthrow new Error("while importing")` });
  expect(await one.failure()).toMatchObject({
    message: "while importing",
    frames: [{ file: one.path("a.ts"), line: 2, column: 7 }],
  });
});

test("a cause keeps its place in the hint", async () => {
  const one = app(`try {\n  JSON.parse("{")\n} catch (cause) {\n  throw new Error("outer", { cause })\n}`);
  const report = await one.failure();
  expect(places(report)).toEqual(["4:9"]);
  expect(report.hint).toContain("(app.ts:2:8)");
});

test("an import() that fails shows where it stands, or the place inside the file that is wrong", async () => {
  const one = app({
    "app.ts": `const part = "./nowhere"\nasync function load() {\n  return await import(part)\n}\nawait load()`,
    "bad.ts": `await import("./broken")`,
    "broken.ts": `export const a = 1\nexport const b = =`,
  });
  const report = await one.failure();
  expect(report).toMatchObject({ name: "FileNotFound", message: "There is no file nowhere." });
  expect(places(report)).toEqual(["3:10 load", "5:1"]);
  expect(await one.failure("bad.ts")).toMatchObject({
    name: "SyntaxError",
    frames: [{ file: one.path("broken.ts"), line: 2, column: 18 }],
  });
});

test("a tagged template of another module is named plainly", async () => {
  const one = app({
    "app.ts": `import * as tags from "./tags"\nconst made = tags.tag\`x\``,
    "tags.ts": `export function tag(_: unknown): never {\n  throw new Error("tag")\n}`,
  });
  expect(places(await one.failure())).toEqual(["2:9 tag", "2:19"]);
});

test("a cause that the message repeats keeps a place of its own", async () => {
  const one = app(`try {\n  JSON.parse("{")\n} catch (cause) {\n  throw new Error("outer: " + (cause as Error).message, { cause })\n}`);
  expect((await one.failure()).hint).toContain("(app.ts:2:8)");
});
