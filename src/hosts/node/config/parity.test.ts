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
  if (/(Port|port)$/.test(name)) return "9123";
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
    for (const { key } of facts.filter(({ key }) => key in WITHOUT_EFFECT)) {
      const { warnings } = read({ flags: { [key]: "1" } });
      expect(warnings).toEqual([expect.stringContaining(`--${key} is left out: `)]);
    }
  });

  test("has the variable it always had, and can be set by variable and by flag unless it is a secret", () => {
    for (const { key, env, sensitive } of facts.filter(({ key }) => options.has(key))) {
      expect(`STREAMLIT_${environmentName(key)}`).toBe(env);
      const given = sample(key);
      // Two options only go together.
      const both = key.startsWith("server.ssl") ? { RIVULET_SERVER_SSL_CERT_FILE: "text", RIVULET_SERVER_SSL_KEY_FILE: "text" } : {};
      const byVariable = read({ env: { ...both, [env]: given } });
      if (!("RIVULET_SERVER_SSL_KEY_FILE" in both)) expect([key, byVariable.sources[key]]).toEqual([key, env]);
      if (sensitive) expect(() => read({ flags: { [key]: given } })).toThrow(`Set RIVULET_${environmentName(key)}`);
      else expect([key, read({ env: both, flags: { [key]: given } }).values[key]]).toEqual([key, byVariable.values[key]]);
    }
  });

  test("is refused with its name when it is set to nonsense", () => {
    for (const option of OPTIONS.filter(({ type }) => ["boolean", "integer", "number"].includes(type))) {
      expect(() => read({ env: { [`RIVULET_${environmentName(option.name)}`]: "maybe?" } })).toThrow(option.name);
    }
  });
});
