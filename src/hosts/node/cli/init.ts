import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";

import pc from "picocolors";

import { VERSION } from "../../../engine/runs/scope.ts";
import { cloneOrigin, withClone } from "./init-clone.ts";
import { UsageError } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/** Stored under another name, because npm leaves files of this name out of packages. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: ".gitignore" };

function templateFiles(folder: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = relative(folder, join(entry.parentPath, entry.name));
    files.set(RENAMED[path] ?? path, readFileSync(join(folder, path), "utf8"));
  }
  return files;
}

/** A name that npm accepts, as near to the folder's as can be. */
function packageName(folder: string): string {
  const name = basename(folder)
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return name === "" || name === "rivulet" ? "rivulet-app" : name;
}

interface OwnPackage {
  version: string;
  devDependencies?: Record<string, string>;
  dependencies?: Record<string, string>;
}

const isInstalled = (root: string): boolean => root.split(sep).includes("node_modules");

/** An installed copy is had by its version; a clone by its folder, so that the project runs what is being worked on. */
function dependency(root: string, project: string): string {
  if (isInstalled(root)) return `^${VERSION}`;
  return `file:${relative(project, root).replaceAll(sep, "/")}`;
}

function packageJson(root: string, project: string): string {
  const own = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as OwnPackage;
  const version = (name: string): string => `^${own.devDependencies?.[name] ?? own.dependencies?.[name]}`;
  const content = {
    name: packageName(project),
    version: "0.0.0",
    private: true,
    type: "module",
    scripts: {
      start: "rivulet run app.ts",
      check: "tsc",
      test: "vitest run",
      smoke: "rivulet test --smoke",
    },
    dependencies: { rivulet: dependency(root, project) },
    devDependencies: { "@types/node": version("@types/node"), typescript: version("typescript"), vitest: version("vitest") },
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

const WORKFLOW = ".github/workflows/ci.yml";

/** A build service has no clone beside the project: its workflow fetches one, where that is possible. */
function fitToClone(files: Map<string, string>, root: string, project: string): string[] {
  const origin = cloneOrigin(root);
  const fetched = origin === undefined ? "it cannot install that" : `it fetches Rivulet from ${origin}`;
  if (origin !== undefined) files.set(WORKFLOW, withClone(files.get(WORKFLOW) as string, origin));
  return [
    `package.json takes Rivulet from the clone at ${relative(project, root)}, which a build service does not have: in ${WORKFLOW} ${fetched}.`,
    `Where others install the project, write a version of Rivulet there instead: "rivulet": "^${VERSION}".`,
    "",
  ];
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, content] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    // "wx": a file that appeared meanwhile is not lost either.
    writeFileSync(file, content, { flag: "wx" });
    chmodSync(file, 0o644);
  }
}

/**
 * Makes a project: an app, its test, and what editor, repository and build service need.
 *
 * @param target The project's folder, made if it is not there; the working directory when left out.
 * @param terminal Where to write.
 * @returns Exit status.
 * @throws UsageError when a file of the project is there already. Nothing is written then.
 * @example initProject("my-app", processTerminal(dist))
 */
export function initProject(target: string | undefined, terminal: Terminal): number {
  const folder = resolve(terminal.cwd, target ?? ".");
  const files = templateFiles(join(terminal.root, "templates", "app"));
  files.set("package.json", packageJson(terminal.root, folder));
  const notes = isInstalled(terminal.root) ? [] : fitToClone(files, terminal.root, folder);
  const present = [...files.keys()].filter((path) => existsSync(join(folder, path))).toSorted();
  if (present.length > 0) {
    const where = target ?? "this folder";
    throw new UsageError(
      `${present.join(", ")} ${present.length === 1 ? "is" : "are"} already in ${where}, so nothing was written. Name a new folder, for example: rivulet init my-app`,
    );
  }
  write(folder, files);
  const enter = target === undefined || folder === terminal.cwd ? [] : [`cd ${relative(terminal.cwd, folder) || "."}`];
  const steps = [...enter, "npm install", "npm start", "npm test"];
  terminal.out(
    [
      `Made ${pc.bold(packageName(folder))}: ${[...files.keys()].toSorted().join(", ")}`,
      "",
      "Next:",
      "",
      ...steps.map((step) => `  ${pc.cyan(step)}`),
      "",
      ...notes,
      "",
    ].join("\n"),
  );
  return 0;
}
