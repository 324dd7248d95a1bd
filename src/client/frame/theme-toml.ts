import type { ThemeOptions } from "../../ui/theme.ts";

type Table = Record<string, unknown>;

const isTable = (value: unknown): value is Table => typeof value === "object" && value !== null && !Array.isArray(value);

/** A text of TOML is written as one of JSON: both know the same escapes. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(", ")}]`;
  if (isTable(value)) {
    const pairs = Object.entries(value).map(([name, inner]) => `${name} = ${written(inner)}`);
    return `{ ${pairs.join(", ")} }`;
  }
  return typeof value === "number" || typeof value === "boolean" ? String(value) : JSON.stringify(String(value));
}

function section(name: string, table: Table): string[] {
  const given = Object.entries(table).filter(([, value]) => value !== undefined && value !== null);
  const own = given.filter(([, value]) => !isTable(value)).map(([key, value]) => `${key} = ${written(value)}`);
  const inner = given.flatMap(([key, value]) => (isTable(value) ? section(`${name}.${key}`, value) : []));
  return [...(own.length > 0 ? [[`[${name}]`, ...own].join("\n")] : []), ...inner];
}

/**
 * Options of a theme as a part of `config.toml`.
 * @example themeToml({ primaryColor: "#7c3aed" }) // '[theme]\nprimaryColor = "#7c3aed"\n'
 */
export function themeToml(options: ThemeOptions): string {
  const text = section("theme", options).join("\n\n");
  return `${text || "[theme]"}\n`;
}
