import { mkdirSync, symlinkSync } from "node:fs";
import { pathToFileURL } from "node:url";

import { afterEach, expect, test } from "vitest";

import { testApps } from "./test-app.ts";

const app = testApps(afterEach);

test("files are found as TypeScript finds them", async () => {
  const one = app({
    "app.ts": "",
    "a.ts": "",
    "b.tsx": "",
    "c.js": "",
    "d/index.ts": "",
    "e.mts": "",
    "f.json": "{}",
    "g.ts": "",
    "g.js": "",
    "h.cjs": "",
    "i.js": "module.exports = 1",
    "j.js": "export {}",
  });
  const local = async (specifier: string): Promise<unknown> => {
    const target = await one.compiler.resolve(specifier, one.path("app.ts"));
    return "id" in target ? target.id.slice(one.folder.length + 1) : target;
  };
  expect(await Promise.all(["./a", "./a.js", "./a.ts", "./b.js", "./b", "./c", "./d", "./e.mjs", "./f.json", "./g.js", "./j"].map(local))).toEqual([
    "a.ts",
    "a.ts",
    "a.ts",
    "b.tsx",
    "b.tsx",
    "c.js",
    "d/index.ts",
    "e.mts",
    "f.json",
    "g.ts",
    "j.js",
  ]);
  expect(await local("./h.cjs")).toEqual({ kind: "external", url: pathToFileURL(one.path("h.cjs")).href });
  expect(await local("./i")).toEqual({ kind: "external", url: pathToFileURL(one.path("i.js")).href });
  expect(await local("fs")).toEqual({ kind: "external", url: "node:fs" });
  expect(await local("node:fs/promises")).toEqual({ kind: "external", url: "node:fs/promises" });
  expect(await local("rivulet")).toEqual({ kind: "rivulet", subpath: "." });
  expect(await local("rivulet/testing")).toEqual({ kind: "rivulet", subpath: "./testing" });
});

test("paths and baseUrl of the nearest tsconfig count, also inherited, and #imports of the package", async () => {
  const one = app({
    "app/main.ts": `import a from "@/a"; import b from "lib/b"; import c from "#c"; [a, b, c]`,
    "app/tsconfig.json": `{ "extends": "../base.json" }`,
    "base.json": `{ "compilerOptions": { "paths": { "@/*": ["./source/*"], "lib/*": ["./app/lib/*"] } } }`,
    "source/a.ts": `export default "a"`,
    "app/source/a.ts": `export default "app's a"`,
    "app/lib/b.ts": `export default "b"`,
    "package.json": `{ "name": "x", "imports": { "#c": { "browser": "./no.js", "node": "./c.ts" } } }`,
    "c.ts": `export default "c"`,
  });
  expect(await one.run("app/main.ts")).toEqual([[["a", "b", "c"]]]);
  one.write("app/tsconfig.json", `{ "extends": "../base.json", "compilerOptions": { "baseUrl": "." } }`);
  one.write("app/app/lib/b.ts", `export default "below baseUrl"`);
  one.modules.invalidate([one.path("app/main.ts")]);
  expect(await one.run("app/main.ts")).toEqual([[["app's a", "below baseUrl", "c"]]]);
});

test("a tsconfig that cannot be read does not keep a script from running", async () => {
  const one = app({
    "app.ts": `import a from "./a"; a`,
    "a.ts": "export default 1",
    "tsconfig.json": `{ "extends": "not-there/tsconfig" }`,
  });
  expect(await one.run()).toEqual([[1]]);
});

test("workspace packages are local, installed ones are not", async () => {
  const one = app({
    "app/main.ts": `import { who } from "@team/shared"; import deep from "@team/shared/deep"; import { x } from "installed"; [who, deep, x]`,
    "packages/shared/package.json": `{ "name": "@team/shared", "type": "module", "exports": { ".": { "import": "./source/main.ts", "require": "./no.cjs" }, "./deep": "./source/deep.ts" } }`,
    "packages/shared/source/main.ts": `export const who: string = "workspace"`,
    "packages/shared/source/deep.ts": `export default "deep" as string`,
    "node_modules/installed/package.json": `{ "name": "installed", "version": "1.0.0", "type": "module", "main": "./main" , "exports": "./main.js" }`,
    "node_modules/installed/main.js": `export const x = import.meta.url`,
    "node_modules/installed/main.ts": `throw new Error("the source beside the build")`,
  });
  mkdirSync(one.path("node_modules/@team"), { recursive: true });
  symlinkSync(one.path("packages/shared"), one.path("node_modules/@team/shared"));
  const installed = pathToFileURL(one.path("node_modules/installed/main.js")).href;
  expect(await one.run("app/main.ts")).toEqual([[["workspace", "deep", installed]]]);
  const { dependencies } = await one.load("app/main.ts");
  expect(dependencies).toEqual(["app/main.ts", "packages/shared/source/main.ts", "packages/shared/source/deep.ts"].map(one.path));
});

test("a package that is not installed is named with line and command", async () => {
  const one = app(`const before = 1\nimport x from "@not/there/sub"\nx; before`);
  expect(await one.failure()).toEqual({
    name: "ModuleNotFound",
    message: `Cannot find module "@not/there/sub", imported by app.ts, line 2.`,
    frames: [{ file: one.path("app.ts"), line: 2, column: 15, code: `import x from "@not/there/sub"` }],
    hint: "Install it: npm install @not/there",
  });
});

test("a file that is not there is named with the nearest one, and found once it exists", async () => {
  const one = app({ "app.ts": `import { x } from "./lib/hleper"\nx`, "lib/helper.ts": "export const x = 1" });
  expect(await one.failure()).toMatchObject({
    message: `Cannot find module "./lib/hleper", imported by app.ts, line 1.`,
    hint: `Did you mean "./lib/helper.ts"?`,
  });
  expect(one.modules.isAffected(one.path("app.ts"))).toBe(true);
  one.write("lib/hleper.ts", "export const x = 2");
  expect(await one.run()).toEqual([[2]]);
});
