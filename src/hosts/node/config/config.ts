import { existsSync } from "node:fs";
import { resolve } from "node:path";

import { type Places, readToml, settingsFiles } from "./files.ts";
import { nearestName } from "../../../engine/nearest-name.ts";
import type { ConfigOption, ConfigValue } from "./option.ts";
import { environmentName, OPTIONS, WITHOUT_EFFECT } from "./options.ts";
import { ConfigError, isTomlFile, readValue, type Spelling } from "./value.ts";

/** All options with their values, and where each value comes from. */
export interface Config {
  readonly values: Readonly<Record<string, ConfigValue>>;
  /** For people: a file, a variable, a flag; absent for defaults. */
  readonly sources: Readonly<Record<string, string>>;
  /** Things worth saying that do not stop a start. */
  readonly warnings: readonly string[];
  /** Files that were looked at, existing or not. */
  readonly files: readonly string[];
}

export interface ConfigRequest extends Places {
  /** Options of the command line, by full name. */
  flags?: Readonly<Record<string, string>> | undefined;
  /** Weaker than everything somebody set, stronger than the defaults: what a command implies. */
  implied?: Readonly<Record<string, ConfigValue>> | undefined;
}

const byName = new Map(OPTIONS.map((option) => [option.name, option]));

interface Draft {
  values: Record<string, ConfigValue>;
  sources: Record<string, string>;
  warnings: string[];
  env: Readonly<Record<string, string | undefined>>;
}

/** The name to suggest in place of an unknown one, as half a sentence. */
export function suggestion(name: string, prefix = ""): string {
  const guess = nearestName(name, byName.keys());
  return guess ? ` Did you mean ${prefix}${guess}?` : " `rivulet config show` lists all options.";
}

function fromVariable(given: unknown, where: string, draft: Draft): { given: unknown; spelling: Spelling } {
  if (typeof given !== "string" || !given.startsWith("env:")) return { given, spelling: "toml" };
  const name = given.slice(4);
  const found = draft.env[name];
  if (found === undefined) draft.warnings.push(`The environment variable ${name}, named in ${where}, is not set.`);
  return found === undefined ? { given, spelling: "toml" } : { given: found, spelling: "text" };
}

function set(draft: Draft, option: ConfigOption, given: unknown, where: string, spelling: Spelling): void {
  const read = readValue(option, given, where, spelling);
  if ("warning" in read) draft.warnings.push(read.warning);
  else {
    draft.values[option.name] = read.value;
    draft.sources[option.name] = where;
  }
}

function fromTable(draft: Draft, table: Record<string, unknown>, prefix: string, file: string): void {
  for (const [key, given] of Object.entries(table)) {
    const name = prefix + key;
    const option = byName.get(name);
    if (option) {
      const found = fromVariable(given, file, draft);
      set(draft, option, found.given, file, found.spelling);
    } else if (typeof given === "object" && given !== null && !Array.isArray(given)) {
      fromTable(draft, given as Record<string, unknown>, `${name}.`, file);
    } else if (name in WITHOUT_EFFECT) {
      draft.warnings.push(`${name} in ${file} is left out: ${WITHOUT_EFFECT[name]}.`);
    } else {
      draft.warnings.push(`${file} sets ${name}, which is no option.${suggestion(name)}`);
    }
  }
}

function fromEnvironment(draft: Draft, prefix: "STREAMLIT_" | "RIVULET_"): void {
  for (const option of OPTIONS) {
    const name = prefix + environmentName(option.name);
    const given = draft.env[name];
    if (given !== undefined && given !== "") set(draft, option, given, name, "text");
  }
  for (const name of Object.keys(WITHOUT_EFFECT)) {
    const variable = prefix + environmentName(name);
    if (draft.env[variable] !== undefined) draft.warnings.push(`${variable} is left out: ${WITHOUT_EFFECT[name]}.`);
  }
}

function fromFlags(draft: Draft, flags: Readonly<Record<string, string>>): void {
  for (const [name, given] of Object.entries(flags)) {
    const option = byName.get(name);
    if (!option) {
      if (!(name in WITHOUT_EFFECT)) throw new ConfigError(`--${name} is no option.${suggestion(name, "--")}`);
      draft.warnings.push(`--${name} is left out: ${WITHOUT_EFFECT[name]}.`);
      continue;
    }
    if (option.sensitive) {
      throw new ConfigError(
        `--${name} is refused on the command line, where other users of this machine can read it. ` +
          `Set RIVULET_${environmentName(name)} or write it in .streamlit/config.toml.`,
      );
    }
    set(draft, option, given, `--${name}`, "text");
  }
}

/**
 * Where `theme.base` names a file, its theme is what the theme starts from: whatever is set elsewhere wins over it.
 * Returns the file.
 */
function fromThemeFile(draft: Draft, cwd: string): string | undefined {
  const base = draft.values["theme.base"];
  if (typeof base !== "string" || !isTomlFile(base)) return undefined;
  const where = `theme.base in ${draft.sources["theme.base"]}`;
  const file = resolve(cwd, base);
  const theme = readToml(file)?.theme;
  if (typeof theme !== "object" || theme === null || Array.isArray(theme)) {
    const fix = existsSync(file) ? "which has no table [theme]. Write [theme] above its options." : "which does not exist. Write that file, or name another.";
    throw new ConfigError(`${where} names ${file}, ${fix}`);
  }
  const started: Draft = { values: {}, sources: {}, warnings: draft.warnings, env: draft.env };
  fromTable(started, { theme }, "", file);
  const next = started.values["theme.base"];
  if (typeof next === "string" && isTomlFile(next)) {
    throw new ConfigError(`${file}, named by ${where}, starts from another file, ${JSON.stringify(next)}. Write base = "light" or base = "dark" there.`);
  }
  draft.values["theme.base"] = null;
  delete draft.sources["theme.base"];
  for (const [name, value] of Object.entries(started.values)) {
    if (draft.sources[name] !== undefined) continue;
    draft.values[name] = value;
    draft.sources[name] = file;
  }
  return file;
}

/** Options that depend on each other. */
function reconcile(draft: Draft): void {
  const { values, warnings } = draft;
  if (values["server.enableCORS"] === false && values["server.enableXsrfProtection"] === true) {
    warnings.push(
      "server.enableCORS=false does not go with server.enableXsrfProtection=true, so enableCORS is treated as true. " +
        "Set both to false, or name the other sites in server.corsAllowedOrigins.",
    );
    values["server.enableCORS"] = true;
  }
  const [certificate, key] = [values["server.sslCertFile"], values["server.sslKeyFile"]];
  if ((certificate === null) !== (key === null)) {
    const [there, missing] = certificate === null ? ["sslKeyFile", "sslCertFile"] : ["sslCertFile", "sslKeyFile"];
    throw new ConfigError(`server.${there} is set in ${draft.sources[`server.${there}`]} but server.${missing} is not. Set both for https, or none.`);
  }
}

/** Every option as it is when nobody sets any. */
export function defaultConfig(): Record<string, ConfigValue> {
  return Object.fromEntries(OPTIONS.map((option) => [option.name, option.default]));
}

/**
 * Reads every option: defaults, then the file of `theme.base`, the home's files, the project's files, `STREAMLIT_*`, `RIVULET_*`, flags.
 * Needs no server, so tests and tools read the same settings as the app.
 *
 * @param request Where to look; the running process when left out.
 * @returns Values, their sources and warnings.
 * @throws ConfigError when a value cannot be used or a file is not TOML.
 * @example readConfig({ flags: { "server.port": "8502" } }).values["server.port"] // 8502
 */
export function readConfig(request: ConfigRequest = {}): Config {
  const draft: Draft = {
    values: defaultConfig(),
    sources: {},
    warnings: [],
    env: request.env ?? process.env,
  };
  Object.assign(draft.values, request.implied);
  const files = settingsFiles("config.toml", request);
  for (const file of files) {
    const table = readToml(file);
    if (table) fromTable(draft, table, "", file);
  }
  fromEnvironment(draft, "STREAMLIT_");
  fromEnvironment(draft, "RIVULET_");
  fromFlags(draft, request.flags ?? {});
  const theme = fromThemeFile(draft, request.cwd ?? process.cwd());
  reconcile(draft);
  return { values: draft.values, sources: draft.sources, warnings: draft.warnings, files: theme ? [...files, theme] : files };
}

/** Names of options that take effect only at the next start, and differ between two readings. */
export function needsRestart(before: Config, after: Config): string[] {
  return OPTIONS.filter(({ name, live, scriptable }) => !live && !scriptable && JSON.stringify(before.values[name]) !== JSON.stringify(after.values[name])).map(
    ({ name }) => name,
  );
}
