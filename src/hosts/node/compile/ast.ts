import { visitorKeys } from "oxc-parser";

/** A node of the parsed script; offsets count UTF-16 units, as strings do. */
export interface Node {
  type: string;
  start: number;
  end: number;
  // biome-ignore lint/suspicious/noExplicitAny: the fields depend on the type, which is looked at first
  [field: string]: any;
}

/** Type-level wrappers around an expression: they are gone at run time. */
const WRAPPERS = new Set([
  "ParenthesizedExpression",
  "TSAsExpression",
  "TSSatisfiesExpression",
  "TSNonNullExpression",
  "TSTypeAssertion",
  "TSInstantiationExpression",
]);

/** Nodes whose name starts with TS and that still run. */
const RUNNING = new Set([
  ...WRAPPERS,
  "TSEnumDeclaration",
  "TSEnumBody",
  "TSEnumMember",
  "TSModuleDeclaration",
  "TSModuleBlock",
  "TSParameterProperty",
  "TSExportAssignment",
]);

/** True for what exists for the type checker only. */
export function isTypeOnly(node: Node): boolean {
  if (node.declare === true) return true;
  return node.type.startsWith("TS") && !RUNNING.has(node.type);
}

/** True for parentheses, `as`, `satisfies`, `!` and type arguments. */
export function isWrapper(node: Node): boolean {
  return WRAPPERS.has(node.type);
}

/** The expression inside parentheses and type-level wrappers. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (WRAPPERS.has(inner.type)) inner = inner.expression as Node;
  return inner;
}

export function isFunction(node: Node): boolean {
  return node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
}

/** The nodes right below, in the order of the file; types are left out. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const key of visitorKeys[node.type] ?? []) {
    const value = node[key] as unknown;
    if (Array.isArray(value)) {
      for (const item of value as (Node | null)[]) if (item && !isTypeOnly(item)) children.push(item);
    } else if (value !== null && typeof value === "object" && !isTypeOnly(value as Node)) {
      children.push(value as Node);
    }
  }
  return children;
}

/** Calls `take` with every identifier that a pattern declares. */
export function eachDeclared(pattern: Node | null, take: (identifier: Node) => void): void {
  if (!pattern) return;
  if (pattern.type === "Identifier") take(pattern);
  else if (pattern.type === "ObjectPattern") {
    for (const property of pattern.properties as Node[]) {
      eachDeclared(property.type === "RestElement" ? property.argument : property.value, take);
    }
  } else if (pattern.type === "ArrayPattern") {
    for (const element of pattern.elements as (Node | null)[]) eachDeclared(element, take);
  } else if (pattern.type === "AssignmentPattern") eachDeclared(pattern.left, take);
  else if (pattern.type === "RestElement") eachDeclared(pattern.argument, take);
  else if (pattern.type === "TSParameterProperty") eachDeclared(pattern.parameter, take);
}
