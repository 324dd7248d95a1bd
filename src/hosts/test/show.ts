import type { Element } from "./element.ts";

/** Longest text of one value in an outline. */
const MOST = 60;

function short(value: unknown): string {
  let text: string | undefined;
  try {
    text = typeof value === "bigint" ? `${value}n` : JSON.stringify(value);
  } catch {
    text = undefined;
  }
  text ??= String(value);
  return text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text;
}

/** One element in one line: `textInput "Name" key="name" value=""`. */
export function describe(element: Element): string {
  const { kind, label, key, disabled, node } = element;
  const parts = [kind];
  if (label !== undefined) parts.push(short(label));
  if (key !== undefined) parts.push(`key=${short(key)}`);
  const value = safely(() => element.value);
  if (node.props.widget) parts.push(`value=${short(value)}`);
  else if (value !== undefined && value !== label) parts.push(short(value));
  if (disabled) parts.push("disabled");
  return parts.join(" ");
}

function safely(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return `(${(error as Error).message})`;
  }
}

/** Elements and all they hold, one a line, indented. */
export function outline(elements: readonly Element[], indent = "  "): string {
  return elements.map((element) => `\n${indent}${describe(element)}${outline(element.children, `${indent}  `)}`).join("");
}
