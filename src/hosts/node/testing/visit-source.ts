import { mkdtempSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createEngine } from "../../../engine/engine.ts";
import type { Host } from "../../../engine/host.ts";
import st from "../../../index.ts";
import { createTestHost } from "../../test/host.ts";
import { Visit } from "../../test/visit.ts";
import { createCompiler } from "../compile/compiler.ts";

/** Opens a session of a script in a file, compiled as the server does it, and runs it once. */
export async function visitSource(source: string, ports: Partial<Host> = {}, config: Record<string, unknown> = {}): Promise<Visit> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "rivulet-source-")));
  const entry = join(folder, "app.ts");
  writeFileSync(entry, source);
  const compiler = createCompiler({ cwd: folder });
  const host = createTestHost({ compile: (id, options) => compiler.compile(id, options), ...ports });
  return new Visit(createEngine({ host, entry, config, rivulet: () => ({ st, default: st }) })).rerun();
}
