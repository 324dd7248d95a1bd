import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

import { type Places, readToml, settingsFiles } from "../config/files.ts";

export interface SecretsRequest extends Places {
  /** Files or folders to read instead of the usual ones, later ones win: `secrets.files`. */
  files?: readonly string[] | undefined;
}

export interface Secrets {
  readonly values: Readonly<Record<string, unknown>>;
  /** Everything that was looked at, existing or not; to be watched. */
  readonly files: readonly string[];
  /** What actually exists. */
  readonly found: readonly string[];
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** A folder per secret, as container platforms mount them: one file is a text, several are a table. */
function readFolder(folder: string): Record<string, unknown> {
  const secrets: Record<string, unknown> = {};
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.startsWith(".") || !isFolder(path)) continue;
    const files = readdirSync(path).filter((file) => !file.startsWith(".") && !isFolder(join(path, file)));
    const text = (file: string): string => readFileSync(join(path, file), "utf8").trim();
    if (files.length === 1) secrets[name] = text(files[0] as string);
    else if (files.length > 1) secrets[name] = Object.fromEntries(files.map((file) => [basename(file), text(file)]));
  }
  return secrets;
}

/**
 * Reads the secrets of home and project. A top-level name of a later file replaces the whole earlier one.
 *
 * @param request Where to look; the running process when left out.
 * @returns The merged values and the files they may come from.
 * @throws ConfigError with file and line when a file is not TOML; no value is ever part of the message.
 * @example readSecrets({ cwd: "/srv/app" }).values.db
 */
export function readSecrets(request: SecretsRequest = {}): Secrets {
  const files = request.files?.length ? [...request.files] : settingsFiles("secrets.toml", request);
  const values: Record<string, unknown> = {};
  const found: string[] = [];
  for (const file of files) {
    const table = isFolder(file) ? readFolder(file) : readToml(file);
    if (!table) continue;
    found.push(file);
    Object.assign(values, table);
  }
  return { values, files, found };
}

/**
 * Makes top-level texts and numbers environment variables, as libraries that read their keys there expect.
 * Calling it again with newer secrets replaces what it set and takes back what is gone.
 *
 * @param env Usually `process.env`.
 * @returns A function to call with the secrets whenever they were read.
 * @example const publish = secretsToEnvironment(process.env); publish(readSecrets().values);
 */
export function secretsToEnvironment(env: Record<string, string | undefined>): (values: Readonly<Record<string, unknown>>) => void {
  const before = new Map<string, string | undefined>();
  return (values) => {
    for (const [name, old] of before) {
      if (old === undefined) delete env[name];
      else env[name] = old;
    }
    before.clear();
    for (const [name, value] of Object.entries(values)) {
      if (typeof value !== "string" && typeof value !== "number" && typeof value !== "bigint") continue;
      before.set(name, env[name]);
      env[name] = String(value);
    }
  };
}
