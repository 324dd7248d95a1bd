import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { AppTest } from "./index.ts";

const folder = new URL("../../../examples/", import.meta.url);
const examples = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
  if (entry.isDirectory()) return existsSync(new URL(`${entry.name}/app.ts`, folder)) ? [`${entry.name}/app.ts`] : [];
  return /\.tsx?$/.test(entry.name) && !entry.name.includes(".test.") ? [entry.name] : [];
});

describe.each(examples)("%s", (example) => {
  test("runs to its end and draws something", async () => {
    const at = await AppTest.fromFile(new URL(example, folder), { defaultTimeout: 15 }).run();
    // Some show the box of an error on purpose; one that ended the run is in the log.
    expect(at.log.filter(({ level }) => level === "error")).toEqual([]);
    expect(at.children.length).toBeGreaterThan(0);
  });
});
