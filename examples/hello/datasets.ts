import { readFile } from "node:fs/promises";

/**
 * Reads a file of the package vega-datasets, of which the build takes along what the demo needs.
 *
 * @param name - Such as `"airports.csv"`.
 * @returns Its text.
 * @example
 * const rows = parseCsv(await dataset("airports.csv"));
 */
export function dataset(name: string): Promise<string> {
  return readFile(new URL(`../../dist/datasets/${name}`, import.meta.url), "utf8");
}

/**
 * Reads comma-separated values whose first line names the columns.
 *
 * @param text - The file's text; fields with commas stand in double quotes.
 * @returns One object for each line.
 * @example
 * parseCsv("a,b\n1,2"); // [{ a: "1", b: "2" }]
 */
export function parseCsv<Column extends string>(text: string): Record<Column, string>[] {
  const [titles = [], ...lines] = text.trim().split(/\r?\n/).map(fields);
  return lines.map((line) => Object.fromEntries(titles.map((title, i) => [title, line[i] ?? ""])) as Record<Column, string>);
}

function fields(line: string): string[] {
  if (!line.includes('"')) return line.split(",");
  const found = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...found].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}
