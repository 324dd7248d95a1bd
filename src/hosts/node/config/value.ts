import type { ConfigOption, ConfigValue, OptionType } from "./option.ts";

/** A setting that cannot be used; the message says which, where and what to write. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** Whether the value was typed as TOML types it, or is text of a flag or variable. */
export type Spelling = "toml" | "text";

const NOUNS: Record<OptionType, string> = {
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  string: "a text",
  list: "a list",
  tables: "a list of tables",
  "text or list": "a text or a list",
  "number or list": "a whole number or a list",
};

const SAMPLES: Record<OptionType, string> = {
  boolean: "true",
  integer: "1",
  number: "1.5",
  string: '"text"',
  list: '["a", "b"]',
  tables: '[{ family = "Inter", url = "app/static/inter.woff2" }]',
  "text or list": '"2rem"',
  "number or list": "600",
};

function bool(value: unknown): boolean | undefined {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return undefined;
  if (/^(true|yes|on|1)$/i.test(value)) return true;
  return /^(false|no|off|0)$/i.test(value) ? false : undefined;
}

function numeric(value: unknown, whole: boolean): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number)) return undefined;
  return whole && !Number.isInteger(number) ? undefined : number;
}

function list(value: unknown, spelling: Spelling): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== "string" || spelling !== "text") return undefined;
  if (value.trim().startsWith("[")) {
    try {
      return JSON.parse(value) as unknown[];
    } catch {
      return undefined;
    }
  }
  return value
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const READERS: Record<OptionType, (value: unknown, spelling: Spelling) => ConfigValue | undefined> = {
  boolean: (value, spelling) => (spelling === "text" ? bool(value) : typeof value === "boolean" ? value : undefined),
  integer: (value) => numeric(value, true),
  number: (value) => numeric(value, false),
  string: (value, spelling) => (typeof value === "string" ? value : spelling === "toml" && typeof value === "number" ? String(value) : undefined),
  list: (value, spelling) => list(value, spelling),
  tables: (value, spelling) => (list(value, spelling)?.every((entry) => typeof entry === "object") ? list(value, spelling) : undefined),
  "text or list": (value, spelling) => (typeof value === "string" && !value.startsWith("[") ? value : list(value, spelling)),
  "number or list": (value, spelling) => numeric(value, true) ?? list(value, spelling),
};

/** Old spellings that still mean something. */
function modern(option: ConfigOption, value: unknown): unknown {
  if (option.name === "client.showErrorDetails") {
    const flag = bool(value);
    if (flag !== undefined) return flag ? "full" : "stacktrace";
  }
  if (option.name === "runner.enumCoercion" && value === false) return "off";
  return value;
}

/**
 * Turns what stands in a file, variable or flag into the option's type.
 *
 * @param option The option being set.
 * @param given The value as found.
 * @param where Where it stands, for the message.
 * @param spelling Whether `given` came from TOML or is plain text.
 * @returns The value, or `{ warning }` when a wrong choice only costs the default.
 * @throws ConfigError naming option, value, place and fix.
 * @example readValue(portOption, "8502", "RIVULET_SERVER_PORT", "text") // { value: 8502 }
 */
export function readValue(option: ConfigOption, given: unknown, where: string, spelling: Spelling): { value: ConfigValue } | { warning: string } {
  const raw = modern(option, given);
  const value = READERS[option.type](raw, spelling);
  if (value === undefined) {
    const sample = typeof option.default === "number" ? String(option.default) : SAMPLES[option.type];
    throw new ConfigError(
      `${option.name} must be ${NOUNS[option.type]}, but is ${JSON.stringify(given)} in ${where}. Write for example: ${written(option, sample, where)}`,
    );
  }
  if (option.choices && !isChoice(option, String(value))) {
    const allowed = `one of ${option.choices.map((choice) => `"${choice}"`).join(", ")}${option.orFile ? " or the path of a .toml file of this machine" : ""}`;
    const message = `${option.name} must be ${allowed}, but is ${JSON.stringify(given)} in ${where}.`;
    if (option.lenient) return { warning: `${message} It is left out.` };
    throw new ConfigError(`${message} Write for example: ${written(option, `"${option.choices[0]}"`, where)}`);
  }
  checkRange(option.name, value, where);
  return { value };
}

/** A value as it is written where the wrong one stands: after a flag, in the environment, or in TOML. */
function written({ name }: ConfigOption, sample: string, where: string): string {
  const plain = sample.replace(/^"(.*)"$/, "$1");
  if (where.startsWith("--")) return `${where} ${plain}`;
  if (/^[A-Z_]+$/.test(where)) return `${where}=${plain}`;
  return `${name.slice(name.lastIndexOf(".") + 1)} = ${sample}`;
}

function isChoice({ choices = [], orFile }: ConfigOption, text: string): boolean {
  return choices.includes(text) || choices.includes(text.toLowerCase()) || (orFile === true && isTomlFile(text));
}

/** A file of this machine: nothing is fetched from others. */
export function isTomlFile(text: string): boolean {
  return /\.toml$/i.test(text) && !/^[a-z]+:\/\//i.test(text);
}

const LEAST: Record<string, number> = {
  "runner.workers": 1,
  "runner.offloadThreads": 1,
  "runner.maxMemory": 64,
  "server.maxUploadSize": 0,
  "server.maxMessageSize": 1,
  "server.maxWidgetStateSize": 1,
  "server.disconnectedSessionTTL": 0,
  "server.websocketPingInterval": 1,
};

function checkRange(name: string, value: ConfigValue, where: string): void {
  if (typeof value !== "number") return;
  if (/Port$|\.port$/.test(name) && (value < 0 || value > 65_535)) {
    throw new ConfigError(`${name} must be a port between 0 and 65535, but is ${value} in ${where}. Write for example: port = 8501`);
  }
  const least = LEAST[name];
  if (least !== undefined && value < least) {
    throw new ConfigError(`${name} must be at least ${least}, but is ${value} in ${where}. Write ${least} or more.`);
  }
}
