import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";

import { expect, test } from "vitest";

import { initProject } from "./init.ts";
import type { Terminal } from "./terminal.ts";

const TEMPLATE = fileURLToPath(new URL("../../../../templates", import.meta.url));

/** A copy of the package in a folder, a clone of `origin` if there is one, and a project made from it. */
function made(place: string, origin?: string) {
  const base = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-init-")));
  const root = join(base, place);
  mkdirSync(root, { recursive: true });
  cpSync(TEMPLATE, join(root, "templates"), { recursive: true });
  writeFileSync(join(root, "package.json"), JSON.stringify({ version: "0.1.0", devDependencies: { "@types/node": "1", typescript: "2", vitest: "3" } }));
  if (origin !== undefined) {
    spawnSync("git", ["init", "-q", root]);
    spawnSync("git", ["-C", root, "remote", "add", "origin", origin]);
  }
  let out = "";
  expect(initProject("app", { root, cwd: base, out: (text: string) => (out += text) } as unknown as Terminal)).toBe(0);
  const read = (file: string) => readFileSync(join(base, "app", file), "utf8");
  return {
    out: stripVTControlCharacters(out),
    rivulet: (JSON.parse(read("package.json")) as { dependencies: Record<string, string> }).dependencies.rivulet,
    workflow: read(".github/workflows/ci.yml"),
  };
}

const template = readFileSync(join(TEMPLATE, "app/.github/workflows/ci.yml"), "utf8");

test("a project made by an installed copy names its version, and its workflow installs that", () => {
  expect(made("node_modules/rivulet")).toMatchObject({ rivulet: "^0.1.0", workflow: template, out: expect.not.stringContaining("clone") });
});

test.each(["https://ada:secret@example.org/rivulet.git", "git@example.org:rivulet.git"])(
  "a project made by a clone of %s has a workflow that fetches the clone before it installs",
  (origin) => {
    const { rivulet, workflow, out } = made("rivulet", origin);
    expect(rivulet).toBe("file:../rivulet");
    const steps = workflow.split("\n").map((line) => line.trim());
    expect(steps).toContain('git clone --depth 1 https://example.org/rivulet.git "$RUNNER_TEMP/rivulet"');
    expect(steps.indexOf('npm pkg set dependencies.rivulet="file:$RUNNER_TEMP/rivulet"')).toBeLessThan(steps.indexOf("- run: npm install"));
    expect(workflow.replace(/ +- name: Fetch[\s\S]*?(?= +- run: npm install)/, "")).toBe(template);
    expect(out).toContain("takes Rivulet from the clone at ../rivulet");
  },
);

test("a project made by a clone that nobody else can reach says that a build service cannot install it", () => {
  const { workflow, out } = made("rivulet", "/srv/git/rivulet");
  expect(workflow).toBe(template);
  expect(out).toContain("it cannot install that");
  expect(out).toContain('"rivulet": "^0.1.0"');
});
