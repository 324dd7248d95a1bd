import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { readConfig } from "./config.ts";
import { environmentName, OPTIONS, WITHOUT_EFFECT } from "./options.ts";

interface Known {
  key: string;
  type: string;
  default: unknown;
  env: string;
  scriptable: boolean;
  sensitive: boolean;
}

const FACTS = new URL("../../../../../shared/parity/config.json", import.meta.url);
const facts: Known[] = existsSync(FACTS) ? (JSON.parse(readFileSync(FACTS, "utf8")) as Known[]) : [];
const options = new Map(OPTIONS.map((option) => [option.name, option]));

const nowhere = mkdtempSync(join(tmpdir(), "rivulet-nowhere-"));
const read = (request: { flags?: Record<string, string>; env?: Record<string, string> }) => readConfig({ cwd: nowhere, home: nowhere, env: {}, ...request });

/** Values an option takes, as a shell would give them. */
function sample(name: string): string {
  const option = options.get(name);
  if (option?.choices) return option.choices.at(-1) as string;
  if (/\.(serverPort|port)$/.test(name)) return "9123";
  const samples: Record<string, string> = {
    boolean: "false",
    integer: "400",
    number: "2.5",
    string: "text",
    list: "a,b",
    tables: "[]",
    "text or list": "2rem",
    "number or list": "600",
  };
  return samples[option?.type ?? "string"] as string;
}

describe.runIf(facts.length > 0)("every option of Streamlit", () => {
  test("takes effect here, or is taken with the reason why it does not", () => {
    const open = facts.filter(({ key }) => !options.has(key) && !(key in WITHOUT_EFFECT)).map(({ key }) => key);
    expect(open).toEqual([]);
    const idle = facts.filter(({ key }) => key in WITHOUT_EFFECT);
    const { warnings } = read({ flags: Object.fromEntries(idle.map(({ key }) => [key, "1"])) });
    expect(warnings).toEqual(idle.map(({ key }) => expect.stringContaining(`--${key} is left out: `)));
  });

  test("has the variable it always had, and can be set by variable and by flag unless it is a secret", () => {
    const here = facts.filter(({ key }) => options.has(key));
    expect(here.map(({ key }) => `STREAMLIT_${environmentName(key)}`)).toEqual(here.map(({ env }) => env));
    const byVariable = read({ env: Object.fromEntries(here.map(({ key, env }) => [env, sample(key)])) });
    for (const { key, env } of here) expect([key, byVariable.sources[key]]).toEqual([key, env]);

    const open = here.filter(({ sensitive }) => !sensitive);
    const byFlag = read({ flags: Object.fromEntries(open.map(({ key }) => [key, sample(key)])) });
    for (const { key } of open) expect([key, byFlag.sources[key], byFlag.values[key]]).toEqual([key, `--${key}`, byVariable.values[key]]);
    for (const { key } of here.filter(({ sensitive }) => sensitive)) {
      expect(() => read({ flags: { [key]: "text" } })).toThrow(`Set RIVULET_${environmentName(key)}`);
    }
  });

  test("is refused with its name when it is set to nonsense", () => {
    for (const option of OPTIONS.filter(({ name, type }) => ["boolean", "integer", "number"].includes(type) && !name.startsWith("theme."))) {
      expect(() => read({ env: { [`RIVULET_${environmentName(option.name)}`]: "maybe?" } })).toThrow(option.name);
    }
  });
});
