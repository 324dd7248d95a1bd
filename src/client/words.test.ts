import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { expect, test } from "vitest";

const SOURCE = fileURLToPath(new URL("../", import.meta.url));
/** Attributes whose text people see or hear. */
const SPOKEN = new Set(["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "placeholder", "alt", "label", "detail"]);
/** A name, and the keys as they are printed on keyboards, are the same in every language. */
const ALIKE = /^(Rivulet|Ctrl|Alt|Shift|Esc|Enter|None|OK|HEX|RGB|HSL|\W*HH:MM)$/;

interface Syntax {
  type: string;
  [part: string]: unknown;
}

const isSyntax = (value: unknown): value is Syntax => typeof (value as Syntax | null)?.type === "string";

/** Every node of a syntax tree, parents first. */
function* walk(node: Syntax): Generator<Syntax> {
  yield node;
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) if (isSyntax(child)) yield* walk(child);
  }
}

const isWord = (text: unknown): text is string => typeof text === "string" && /\p{L}{2}/u.test(text) && !ALIKE.test(text.trim());

/** Texts that can be the value of an expression: of `a ? "b" : c` both, of a template its fixed parts. */
function literals(node: Syntax): string[] {
  if (node.type === "Literal") return isWord(node.value) ? [node.value] : [];
  if (node.type === "TemplateLiteral") return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked).filter(isWord);
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate].flatMap((side) => literals(side as Syntax));
  if (node.type === "LogicalExpression") return [node.left, node.right].flatMap((side) => literals(side as Syntax));
  return node.type === "JSXExpressionContainer" ? literals(node.expression as Syntax) : [];
}

function spokenWords(node: Syntax): string[] {
  if (node.type === "JSXText") return isWord(node.value) ? [node.value.trim()] : [];
  if (node.type === "JSXElement" || node.type === "JSXFragment") {
    return (node.children as Syntax[]).filter(({ type }) => type === "JSXExpressionContainer").flatMap(literals);
  }
  if (node.type === "JSXAttribute" && SPOKEN.has(String((node.name as { name?: unknown }).name))) {
    return isSyntax(node.value) ? literals(node.value) : [];
  }
  // Entries of menus and tool bars.
  if (node.type === "Property" && (node.key as { name?: unknown }).name === "label") return literals(node.value as Syntax);
  const callee = node.type === "CallExpression" ? ((node.callee as Syntax).property as { name?: string } | undefined) : undefined;
  return callee?.name === "announce" ? (node.arguments as Syntax[]).flatMap(literals) : [];
}

function words(file: string, source: string): string[] {
  const { program, errors } = parseSync(file, source);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return [...walk(program as unknown as Syntax)].flatMap(spokenWords);
}

test("words in a view are found wherever they are seen or heard", () => {
  const found = words(
    "x.tsx",
    `const a = <p title="Hello" className="other">Text {on ? "yes" : t("no")} <b aria-label={\`Row \${n}\`} /> {t("fine")} </p>; page.announce("Done"); const menu = [{ label: "Copy", id: "copy" }];`,
  );
  expect(found.sort()).toEqual(["Copy", "Done", "Hello", "Row ", "Text", "yes"]);
});

test("no view says a word that is not in the catalogue", () => {
  const files = ["client", "ui", "elements"].flatMap((room) =>
    (readdirSync(`${SOURCE}${room}`, { recursive: true }) as string[]).filter((name) => name.endsWith(".tsx")).map((name) => `${room}/${name}`),
  );
  expect(files.length).toBeGreaterThan(80);
  const outside = files.flatMap((file) => words(file, readFileSync(SOURCE + file, "utf8")).map((text) => `${file}: ${text}`));
  expect(outside, "put these into src/ui/messages.ts and use t()").toEqual([]);
});
