import { join } from "node:path";
import { expect, test } from "vitest";

import { defaultConfig } from "../config/config.ts";
import { project } from "../testing/serve.ts";
import type { SmokeResult } from "./messages.ts";
import { openPages } from "./open-pages.ts";

async function opened(source: string): Promise<SmokeResult[]> {
  const results: SmokeResult[] = [];
  const script = join(project({ "app.ts": `import st from "rivulet";\n${source}` }), "app.ts");
  await openPages({
    script,
    config: defaultConfig(),
    secrets: {},
    seconds: 0.3,
    isErrorAllowed: false,
    strays: () => [],
    opening: () => {},
    opened: (result) => results.push(result),
  });
  return results;
}

test("a page whose loop never ends is told of in the words of the command, with the line of the loop", async () => {
  const [result] = await opened("let n = 0;\nwhile (true) n += 1;");
  expect(result?.troubles).toMatchObject([
    { name: "Timeout", message: "the page was still running after 0.3 s", hint: expect.stringContaining("loop without an end"), frames: [{ line: 3 }] },
  ]);
});

test("a page that waits for what never comes is told of likewise", async () => {
  const [result] = await opened("await new Promise(() => {});");
  expect(result?.troubles).toMatchObject([{ name: "Timeout", message: "the page was still running after 0.3 s" }]);
  expect(JSON.stringify(result)).not.toContain("defaultTimeout");
});
