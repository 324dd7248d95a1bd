import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createCompiler } from "../../hosts/node/compile/compiler.ts";
import { createTestHost } from "../../hosts/test/host.ts";
import { Visit } from "../../hosts/test/visit.ts";
import * as rivulet from "../../index.ts";
import { createEngine } from "../engine.ts";

const guide = readFileSync(new URL("../../../docs/guides/background.md", import.meta.url), "utf8");
const examples = [...guide.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1] as string);
/** What each example shows once its task is done. */
const ENDS = ["Counted to 50", "c.csv copied", "There are 2262."];

test("every example of the guide runs its task to the end", { timeout: 20_000 }, async () => {
  expect(examples.length).toBe(ENDS.length);
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-guide-")));
  const compiler = createCompiler({ cwd: folder });
  try {
    for (const [at, source] of examples.entries()) {
      const entry = join(folder, `example-${at}.ts`);
      writeFileSync(entry, source);
      const host = createTestHost({ compile: (id, options) => compiler.compile(id, options) });
      const page = await new Visit(createEngine({ host, rivulet: () => ({ ...rivulet }), entry })).rerun();
      await page.click(page.all("button")[0]);
      const shown = () => JSON.stringify([...page.mirror.nodes.values()].map((node) => node.props));
      await expect.poll(shown, { timeout: 9000 }).toContain(ENDS[at]);
      expect(page.all("exception"), source).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
