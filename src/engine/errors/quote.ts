/** A value as a message quotes it. */
export function quote(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `the function ${value.name || "without a name"}`;
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  const { name } = (value.constructor ?? Object) as { name?: string };
  return name === "Object" || !name ? "an object" : `a ${name}`;
}
