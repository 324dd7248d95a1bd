import { AppTestError } from "./test-error.ts";

/** Secrets as a test gives them: flat, nested, or with dots for nesting. */
// biome-ignore lint/suspicious/noExplicitAny: secrets are whatever the script expects
export type TestSecrets = Record<string, any>;

/** Makes tables of names with dots: `"db.user"` becomes `db: { user }`. */
export function nestedSecrets(given: TestSecrets): Record<string, unknown> {
  const nested: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const parts = name.split(".");
    let table = nested;
    for (const part of parts.slice(0, -1)) {
      const next = Object.hasOwn(table, part) ? table[part] : undefined;
      if (next !== undefined && (typeof next !== "object" || next === null)) {
        throw new AppTestError(`secrets: "${name}" needs "${part}" to be a table, but it was set to a single value.`);
      }
      table = table[part] = { ...next } as Record<string, unknown>;
    }
    table[parts.at(-1) as string] = value;
  }
  return nested;
}
