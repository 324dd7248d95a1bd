import { readFileSync } from "node:fs";
import { parse } from "smol-toml";
import { expect, test } from "vitest";
import { runGuide } from "../../test/guide.ts";
import { OPTIONS } from "./options.ts";

const text = readFileSync(new URL("../../../../docs/guides/theming.md", import.meta.url), "utf8");

/** `theme.sidebar.font` of `{ theme: { sidebar: { font } } }`. */
function names(table: Record<string, unknown>, prefix = ""): string[] {
  return Object.entries(table).flatMap(([name, value]) =>
    typeof value === "object" && value !== null && !Array.isArray(value) ? names(value as Record<string, unknown>, `${prefix}${name}.`) : [`${prefix}${name}`],
  );
}

test("every option of the guide on theming exists", () => {
  const blocks = [...text.matchAll(/^```toml\n(.*?)^```$/gms)].map(([, source = ""]) => parse(source));
  const known = new Set(OPTIONS.map(({ name }) => name));
  const used = blocks.flatMap((block) => names(block));
  expect(used.length).toBeGreaterThan(10);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
  const spoken = [...text.matchAll(/`(theme\.[\w.]+|[a-z]+(?:Color|Colors|Radius|Font|FontSizes?|FontWeights?)s?)`/g)].map(([, name = ""]) => name);
  for (const name of spoken) expect(known.has(name) || known.has(`theme.${name}`), name).toBe(true);
});

test("the examples of the guide on theming run", async () => {
  await runGuide("theming.md", async (page, _, source) => {
    expect(page.all("exception"), source).toEqual([]);
    expect(page.mirror.root("main").children.length, source).toBeGreaterThan(0);
  });
});
