import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { serveApp } from "./serve.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** Runs a program of Node and gives what it printed and its exit status. */
function node(cwd: string, program: string, ...args: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [program, ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => void (output += bytes.toString()));
  return new Promise((done) => child.on("close", (code) => done({ code, output })));
}

/** Stands in for `npm install`. */
function install(project: string): void {
  mkdirSync(join(project, "node_modules"));
  for (const name of ["vitest", "typescript", "@types"]) symlinkSync(join(ROOT, "node_modules", name), join(project, "node_modules", name));
  symlinkSync(ROOT, join(project, "node_modules", "rivulet"));
}

test("init makes a project that type-checks, passes its tests, opens without errors and runs", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-init-"));
  const made = await node(folder, join(ROOT, "bin/rivulet.js"), "init", "My App");
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining("npm install") });
  const project = join(folder, "My App");
  const files = [
    "package.json",
    "tsconfig.json",
    "app.ts",
    "app.test.ts",
    ".vscode/launch.json",
    ".github/workflows/ci.yml",
    ".devcontainer/devcontainer.json",
  ];
  for (const file of [...files, ".gitignore", ".rivulet/config.toml"]) expect([file, existsSync(join(project, file))]).toEqual([file, true]);
  expect(JSON.parse(readFileSync(join(project, "package.json"), "utf8"))).toMatchObject({ name: "my-app", type: "module" });
  install(project);

  expect(await node(project, "node_modules/typescript/lib/tsc.js")).toEqual({ code: 0, output: "" });
  expect(await node(project, "node_modules/rivulet/bin/rivulet.js", "test")).toMatchObject({ code: 0, output: expect.stringMatching(/Tests\s+2 passed/) });
  expect(await node(project, "node_modules/rivulet/bin/rivulet.js", "test", "--smoke")).toMatchObject({
    code: 0,
    output: expect.stringMatching(/ok\s+app\.ts \/ Compound interest/),
  });
  const app = await serveApp(join(project, "app.ts"));
  await app.stop();
}, 180_000);

test("init overwrites nothing: it names what is there and writes no file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "rivulet-init-"));
  writeFileSync(join(folder, "app.ts"), "mine");
  writeFileSync(join(folder, "tsconfig.json"), "{}");
  const { code, output } = await node(folder, join(ROOT, "bin/rivulet.js"), "init");
  expect([code, output]).toEqual([2, expect.stringContaining("app.ts, tsconfig.json are already in this folder, so nothing was written")]);
  expect([readFileSync(join(folder, "app.ts"), "utf8"), existsSync(join(folder, "package.json"))]).toEqual(["mine", false]);
});
