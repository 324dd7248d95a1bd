import type { Config } from "./config.ts";
import type { ConfigOption, ConfigValue } from "./option.ts";
import { OPTIONS } from "./options.ts";

function toml(value: ConfigValue | Record<string, unknown>): string {
  if (Array.isArray(value)) return `[${value.map((entry) => toml(entry as ConfigValue)).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, entry]) => `${key} = ${toml(entry as ConfigValue)}`)
      .join(", ")} }`;
  }
  return JSON.stringify(value);
}

function entry(option: ConfigOption, config: Config): string {
  const short = option.name.slice(option.name.lastIndexOf(".") + 1);
  const value = config.values[option.name] ?? null;
  const source = config.sources[option.name];
  const lines = [`# ${option.about}`];
  if (option.choices) lines.push(`# One of: ${option.choices.join(", ")}`);
  lines.push(`# Default: ${option.default === null ? "(unset)" : toml(option.default)}`);
  if (source) lines.push(`# Set by: ${source}`);
  const shown = option.sensitive && source ? '"********"' : value === null ? "" : toml(value);
  lines.push(source ? `${short} = ${shown}` : `# ${short} =${shown && ` ${shown}`}`);
  return lines.join("\n");
}

/**
 * All options as a `config.toml` with comments: what each does, its default, and who set it.
 *
 * @param config Options as read.
 * @returns TOML text; options nobody set are commented out, sensitive values are hidden.
 * @example process.stdout.write(showConfig(readConfig()))
 */
export function showConfig(config: Config): string {
  const sections = new Map<string, string[]>();
  for (const option of OPTIONS) {
    const section = option.name.slice(0, option.name.lastIndexOf("."));
    const entries = sections.get(section) ?? [];
    entries.push(entry(option, config));
    sections.set(section, entries);
  }
  return `${[...sections].map(([section, entries]) => `[${section}]\n\n${entries.join("\n\n")}\n`).join("\n")}`;
}
