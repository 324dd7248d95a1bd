import { isWrapper, type Node, unwrap } from "./ast.ts";

/** Statements made of these do something; their value is not meant to be seen. */
const ACTS = new Set([
  "CallExpression",
  "NewExpression",
  "TaggedTemplateExpression",
  "ImportExpression",
  "AwaitExpression",
  "YieldExpression",
  "AssignmentExpression",
  "UpdateExpression",
]);

/** Looks through wrappers, `?.`, unary operators and the operands of `&& || ?? ?: ,`. */
function acts(node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case "ChainExpression":
      return acts(inner.expression);
    case "UnaryExpression":
      return inner.operator === "delete" || inner.operator === "void" || acts(inner.argument);
    case "LogicalExpression":
      return acts(inner.left) || acts(inner.right);
    case "ConditionalExpression":
      return acts(inner.test) || acts(inner.consequent) || acts(inner.alternate);
    case "SequenceExpression":
      return (inner.expressions as Node[]).some(acts);
    default:
      return ACTS.has(inner.type);
  }
}

const DIRECTIVES = new Set(["use strict", "use client"]);

/**
 * Decides whether magic writes the value of an expression statement.
 *
 * @param statement The expression statement.
 * @param opensFunction True when it is the first statement of a function's body, where a text is documentation.
 */
export function isWritten(statement: Node, opensFunction: boolean): boolean {
  if (typeof statement.directive === "string" && (opensFunction || DIRECTIVES.has(statement.directive))) return false;
  return !acts(statement.expression);
}

/** Parentheses around a comma expression, which would make one argument of it: their offsets, outermost first. */
export function parenthesesOf(expression: Node): { start: number; end: number }[] {
  if (unwrap(expression).type !== "SequenceExpression") return [];
  const found: { start: number; end: number }[] = [];
  for (let at = expression; isWrapper(at); at = at.expression as Node) {
    if (at.type !== "ParenthesizedExpression") return [];
    found.push({ start: at.start, end: at.end });
  }
  return found;
}
