import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { parse, TomlError } from "smol-toml";

import { ConfigError } from "./value.ts";

/** Where settings and secrets are looked for. Everything has the running process as its default. */
export interface Places {
  /** The project: the folder the command was started in. */
  cwd?: string | undefined;
  home?: string | undefined;
  env?: Readonly<Record<string, string | undefined>> | undefined;
}

/** Files of one name, weakest first; in one folder `.rivulet` wins over `.streamlit`. */
export function settingsFiles(name: string, places: Places): string[] {
  const home = places.home ?? homedir();
  const cwd = places.cwd ?? process.cwd();
  const folders = home === cwd ? [cwd] : [home, cwd];
  return folders.flatMap((folder) => [join(folder, ".streamlit", name), join(folder, ".rivulet", name)]);
}

/**
 * Reads a TOML file.
 *
 * @param file Path of the file.
 * @returns Its tables, or undefined when there is no such file.
 * @throws ConfigError with file, line and column when it cannot be read. No value of the file is quoted.
 * @example readToml(".streamlit/config.toml")?.server
 */
export function readToml(file: string): Record<string, unknown> | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new ConfigError(`${file} cannot be read (${code}). Check that it is a file and that you may read it.`);
  }
  try {
    return parse(text.replace(/^\uFEFF/, ""), { integersAsBigInt: "asNeeded" });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = (error.message.split("\n")[0] ?? "").replace(/^Invalid TOML document: /, "");
    throw new ConfigError(`${file}:${error.line}:${error.column}: this is not valid TOML: ${reason}. Texts need quotes, for example: name = "value"`);
  }
}
