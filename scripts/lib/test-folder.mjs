// What tests write to the folder for temporary files goes with the test run.
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Called by vitest before the first test; returns what it calls after the last. */
export default function setup() {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), "rivulet-tests-"));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
}
