import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../", import.meta.url));

const FILES: Record<string, string> = {
  "package.json": `{ "type": "module" }`,
  "src/app.ts": `import st from "rivulet";
import { half } from "./half.ts";

interface Row {
  price: number;
}

const rows: Row[] = [{ price: 4 }];
if (st.button("Go")) {
  st.write(half(rows[0]?.price ?? 0));
}
const load = st.cacheData(async (n: number) => {
  await null;
  return n * 2;
});
if (rows.length > 5) {
  st.write("never");
}
st.write(await load(2));
if (st.button("Fail")) throw new Error("as asked");
"magic"
`,
  "src/half.ts": `export function half(n: number): number {
  return n / 2;
}

export function unused(): string {
  return "never";
}
`,
  "src/app.test.ts": `import { AppTest } from "rivulet/testing";
import { expect, test } from "vitest";

const open = () => AppTest.fromFile(new URL("app.ts", import.meta.url)).run();

test("going", async () => {
  const at = await open();
  await at.button.byLabel("Go").click().run();
  expect(at.markdown.values).toEqual(["\`2\`", "\`4\`", "magic"]);
});

test("errors keep their places", async () => {
  const at = await open();
  await at.button.byLabel("Fail").click().run();
  expect(at.exception.only.frames?.[0]).toMatchObject({ file: "src/app.ts", line: 20 });
});
`,
};

interface FileCoverage {
  statementMap: Record<string, { start: { line: number } }>;
  s: Record<string, number>;
}

/** Lines on which a statement begins, by whether it ran. */
function lines({ statementMap, s }: FileCoverage): { ran: number[]; missed: number[] } {
  const of = (wanted: boolean): number[] =>
    [...new Set(Object.entries(statementMap).flatMap(([id, { start }]) => ((s[id] ?? 0) > 0 === wanted ? [start.line] : [])))].toSorted((a, b) => a - b);
  return { ran: of(true), missed: of(false) };
}

test("coverage of Vitest counts the lines of scripts that AppTest runs, and of what they import", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-coverage-")));
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  mkdirSync(join(folder, "node_modules"));
  for (const name of ["vitest", "@vitest"]) symlinkSync(join(ROOT, "node_modules", name), join(folder, "node_modules", name));
  symlinkSync(ROOT, join(folder, "node_modules", "rivulet"));
  const args = ["run", "--coverage", "--coverage.reporter=json", "--coverage.include=src/**"];
  const child = spawn(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (bytes: Buffer) => void (output += bytes.toString()));
  const code = await new Promise((done) => child.on("close", done));
  expect([code, output]).toEqual([0, expect.any(String)]);

  const report = JSON.parse(readFileSync(join(folder, "coverage/coverage-final.json"), "utf8")) as Record<string, FileCoverage>;
  const of = (name: string): FileCoverage => report[join(folder, name)] as FileCoverage;
  expect(Object.keys(report).toSorted()).toEqual([join(folder, "src/app.ts"), join(folder, "src/half.ts")]);
  const [app, half] = [lines(of("src/app.ts")), lines(of("src/half.ts"))];
  expect([app.missed, half.missed]).toEqual([[17], [6]]);
  expect(app.ran).toEqual(expect.arrayContaining([8, 9, 10, 12, 13, 14, 16, 19, 20, 21]));
  expect(half.ran).toContain(2);
}, 120_000);
