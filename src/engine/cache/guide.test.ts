import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createCompiler } from "../../hosts/node/compile/compiler.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit } from "../../hosts/test/visit.ts";
import * as rivulet from "../../index.ts";
import { createEngine } from "../engine.ts";

const guide = readFileSync(new URL("../../../docs/guides/caching.md", import.meta.url), "utf8");
const examples = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] as string);

test("every example of the guide runs, twice", async () => {
  expect(examples.length).toBeGreaterThan(9);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-guide-")));
  const compiler = createCompiler({ cwd: folder });
  try {
    for (const [at, source] of examples.entries()) {
      const entry = join(folder, `example-${at}.ts`);
      writeFileSync(entry, source);
      const host = createTestHost({ compile: (id, options) => compiler.compile(id, options) });
      const page = await new Visit(createEngine({ host, rivulet: () => ({ ...rivulet }), entry })).rerun();
      await page.rerun();
      for (const button of page.all("button")) await page.click(button);
      expect(
        page.all("exception").map(({ props }) => props.message),
        source,
      ).toEqual([]);
      expect(page.mirror.root("main").children.length, source).toBeGreaterThan(0);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
