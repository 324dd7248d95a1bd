import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";

import { afterAll, beforeAll, expect, test } from "vitest";

import { createCompileClient } from "./compile-client.ts";
import { type CompilerProcess, startCompiler } from "./compiler.ts";
import { bundleThread } from "../testing/bundle.ts";
import { project } from "../testing/serve.ts";

let compiler: CompilerProcess;
const asked: string[] = [];
const failures: string[] = [];
beforeAll(async () => {
  const url = await bundleThread(new URL("./compiler-thread.ts", import.meta.url));
  compiler = startCompiler(
    url,
    {},
    (id) => void asked.push(id),
    (reason) => void failures.push(reason),
  );
});
afterAll(() => compiler.close());

function client() {
  const { port1, port2 } = new MessageChannel();
  compiler.serve(port1);
  // Asked in the test, whose loop must stay alive for the answer.
  const compile = createCompileClient(port2);
  port2.ref();
  return { compile, close: () => port2.close() };
}

test("two threads get the same compiled module, each id is told to the watcher, and a saved file is compiled anew", async () => {
  const file = join(project({ "app.ts": "export const a: number = 1;" }), "app.ts");
  const [one, two] = [client(), client()];
  const [first, second] = await Promise.all([one.compile(file, { magic: true }), two.compile(file, { magic: true })]);
  expect(first).toEqual(second);
  if (!("module" in first)) throw new Error(first.error.message);
  expect(first.module).toMatchObject({ id: file, source: "export const a: number = 1;" });
  expect(asked).toContain(file);
  writeFileSync(file, "export const a: number = 22;");
  const third = await one.compile(file, { magic: true });
  expect("module" in third && third.module.source).toBe("export const a: number = 22;");
  one.close();
  two.close();
});

test("a syntax error and a missing file come back as reports, and a mended file compiles", async () => {
  const folder = project({ "bad.ts": "const = 1;" });
  const { compile, close } = client();
  const bad = await compile(join(folder, "bad.ts"), { magic: false });
  expect("error" in bad && bad.error.message).toBeTruthy();
  const missing = await compile(join(folder, "none.ts"), { magic: false });
  expect("error" in missing).toBe(true);
  writeFileSync(join(folder, "bad.ts"), "const b = 1;");
  expect("module" in (await compile(join(folder, "bad.ts"), { magic: false }))).toBe(true);
  expect(failures).toEqual([]);
  close();
});
