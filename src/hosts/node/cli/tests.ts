import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

import { type CommandLine, UsageError } from "./flags.ts";
import type { Terminal } from "./terminal.ts";

/** The project's Vitest, if it has one. */
function findVitest(cwd: string): string | undefined {
  try {
    const file = createRequire(join(cwd, "package.json")).resolve("vitest/package.json");
    const program = join(dirname(file), "vitest.mjs");
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

function testScript(cwd: string): string | undefined {
  try {
    const { scripts } = JSON.parse(readFileSync(join(cwd, "package.json"), "utf8")) as { scripts?: Record<string, string> };
    const script = scripts?.test;
    // A script that calls this command must not be called by it.
    return script === undefined || /no test specified|rivulet test(?! --smoke)/.test(script) ? undefined : script;
  } catch {
    return undefined;
  }
}

/**
 * Runs the project's own tests with the project's Vitest.
 *
 * @param paths Handed on: names of test files, or parts of them.
 * @param line The command line; what follows `--` is handed on as well.
 * @param terminal Where the project is, and where to write.
 * @returns Exit status of the tests.
 * @throws UsageError when the project has no Vitest, with what to do instead.
 * @example await runTests([], line, terminal)
 */
export function runTests(paths: readonly string[], line: CommandLine, terminal: Terminal): Promise<number> {
  const program = findVitest(terminal.cwd);
  if (program === undefined) {
    const script = testScript(terminal.cwd);
    const other = script === undefined ? "" : ` The project's own tests run with: npm test (${script}).`;
    throw new UsageError(
      `rivulet test runs the tests of a project with Vitest, which is not installed here.${other} Install it with: npm install --save-dev vitest. ` +
        "To look for errors without any tests: rivulet test --smoke",
    );
  }
  terminal.out("Running the project's tests with Vitest. `rivulet test --smoke` opens every page instead.\n");
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [program, "run", ...paths, ...line.scriptArgs], { cwd: terminal.cwd, stdio: "inherit", env: terminal.env });
    child.on("error", fail);
    child.on("close", (code) => done(code ?? 1));
  });
}
