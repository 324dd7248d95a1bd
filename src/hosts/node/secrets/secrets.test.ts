import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect, test } from "vitest";

import { readSecrets, secretsToEnvironment } from "./secrets.ts";

function places(files: Record<string, string>) {
  const root = mkdtempSync(join(tmpdir(), "rivulet-secrets-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return { root, home: join(root, "home"), cwd: join(root, "app") };
}
const HOME = "home/.streamlit/secrets.toml";
const PROJECT = "app/.streamlit/secrets.toml";

test("sec-006 the project's secrets win over the home's, name by name", () => {
  const where = places({ [HOME]: "x = 1\ny = 2", [PROJECT]: "y = 3" });
  expect(readSecrets(where).values).toEqual({ x: 1, y: 3 });
});

test("sec-005 a section of the project replaces the whole section of the home", () => {
  const where = places({ [HOME]: '[db]\nuser = "a"\npass = "b"', [PROJECT]: '[db]\nuser = "c"' });
  expect(readSecrets(where).values).toEqual({ db: { user: "c" } });
});

test("sec-002 texts and numbers of the root become environment variables, sections and booleans do not", () => {
  const where = places({ [PROJECT]: 'db_username = "Jane"\nport = 5432\nflag = true\n[other]\nthings = ["a"]' });
  const env: Record<string, string | undefined> = { KEEP: "1" };
  secretsToEnvironment(env)(readSecrets(where).values);
  expect(env).toEqual({ KEEP: "1", db_username: "Jane", port: "5432" });
});

test("sec-007 secrets read again replace the variables of before and take back those that are gone", () => {
  const env: Record<string, string | undefined> = { HOST: "from outside" };
  const publish = secretsToEnvironment(env);
  publish({ HOST: "a", TOKEN: "b" });
  expect(env).toEqual({ HOST: "a", TOKEN: "b" });
  publish({ TOKEN: "c" });
  expect(env).toEqual({ HOST: "from outside", TOKEN: "c" });
});

test("sec-012 a folder of secrets gives texts for single files and tables for several", () => {
  const where = places({ "run/user/value": " Jane\n", "run/db/host": "h", "run/db/port": "1" });
  const { values } = readSecrets({ files: [join(where.root, "run")] });
  expect(values).toEqual({ user: "Jane", db: { host: "h", port: "1" } });
});

test("a secrets file that is not TOML is named with its line, and nothing in it is quoted", () => {
  const where = places({ [PROJECT]: "ok = 1\npassword = hunter2secret" });
  const read = () => readSecrets(where);
  expect(read).toThrow(/secrets\.toml:2:/);
  expect(read).not.toThrow(/hunter2secret/);
});
