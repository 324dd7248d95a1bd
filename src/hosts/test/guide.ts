import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { createEngine } from "../../engine/engine.ts";
import * as rivulet from "../../index.ts";
import { createCompiler } from "../node/compile/compiler.ts";
import { createTestHost } from "./host.ts";
import { Visit } from "./visit.ts";

interface Example {
  source: string;
  /** Text of the comment in the first line that names a file for the examples after it. */
  file: string | undefined;
}

/** The TypeScript examples of a guide. One that begins with a comment like `// work.ts` is that file, and no app. */
export function examplesOf(guide: string): { apps: string[]; files: Map<string, string> } {
  const text = readFileSync(new URL(`../../../docs/guides/${guide}`, import.meta.url), "utf8");
  const all = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, source = ""]): Example => ({ source, file: /^\/\/ (\S+\.ts)\n/.exec(source)?.[1] }));
  return {
    apps: all.flatMap(({ source, file }) => (file === undefined ? [source] : [])),
    files: new Map(all.flatMap(({ source, file }) => (file === undefined ? [] : [[file, source]]))),
  };
}

/**
 * Runs every example of a guide once, each as an app of its own.
 *
 * @param guide Name of the file in docs/guides.
 * @param body Looks at the page after the first run; `at` counts the examples.
 */
export async function runGuide(guide: string, body: (page: Visit, at: number, source: string) => Promise<void>): Promise<void> {
  const { apps, files } = examplesOf(guide);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-guide-")));
  const compiler = createCompiler({ cwd: folder });
  try {
    for (const [file, source] of files) writeFileSync(join(folder, file), source);
    for (const [at, source] of apps.entries()) {
      const entry = join(folder, `example-${at}.ts`);
      writeFileSync(entry, source);
      const host = createTestHost({ compile: (id, options) => compiler.compile(id, options) });
      const engine = createEngine({ host, rivulet: () => ({ ...rivulet }), entry, temporal: rivulet.Temporal });
      await body(await new Visit(engine).rerun(), at, source);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
