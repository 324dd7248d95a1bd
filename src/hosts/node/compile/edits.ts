import MagicString from "magic-string";

import { childrenOf, isFunction, isTypeOnly, type Node } from "./ast.ts";
import { type Edits, editAwaitingLoop, editLoop, editTry, editWait, type Leave } from "./flow.ts";
import { isWritten, parenthesesOf } from "./magic.ts";
import { analyse } from "./scope.ts";
import { createStamps } from "./stamps.ts";

export interface EditOptions {
  id: string;
  /** True for scripts and pages, false for what they import. */
  magic: boolean;
}

type Edit = (node: Node, edits: Edits) => Leave;

/** True for the first statement of a function's body. */
function opensFunction(statement: Node, ancestors: Node[]): boolean {
  const block = ancestors.at(-1);
  const owner = ancestors.at(-2);
  return owner !== undefined && isFunction(owner) && block === owner.body && block?.body?.[0] === statement;
}

const editStatement: Edit = (node, edits) => {
  if (!isWritten(node, opensFunction(node, edits.ancestors))) return undefined;
  const expression = node.expression as Node;
  const parentheses = parenthesesOf(expression);
  for (const { start, end } of parentheses) {
    edits.text.update(start, start + 1, " ");
    edits.text.update(end - 1, end, " ");
  }
  edits.before(expression.start, "__rv.magic(");
  return () => edits.after(expression.end, ")");
};

const editYield: Edit = (node, edits) => {
  const owner = edits.ancestors.findLast(isFunction);
  return owner?.async ? editWait(node, edits) : undefined;
};

const FLOW: Record<string, Edit> = {
  AwaitExpression: editWait,
  YieldExpression: editYield,
  TryStatement: editTry,
  ForStatement: editLoop,
  ForInStatement: editLoop,
  ForOfStatement: (node, edits) => (node.await ? editAwaitingLoop(node, edits) : editLoop(node, edits)),
  WhileStatement: editLoop,
  DoWhileStatement: editLoop,
};

function createEdits(source: string): Edits {
  const text = new MagicString(source);
  let names = 0;
  return {
    text,
    ancestors: [],
    before: (position, code) => void text.appendRight(position, code),
    after: (position, code) => void text.appendLeft(position, code),
    fresh(kind) {
      names += 1;
      return `__rv_${kind}${names}`;
    },
  };
}

/** Calls that take a function with an identity; names are analysed only when the module can have any. */
function createStamping(program: Node, source: string, id: string): Edit | undefined {
  if (!/["']rivulet["']/.test(source)) return undefined;
  const stampOf = createStamps(id, source, analyse(program));
  return (node, edits) => {
    const plan = stampOf(node, edits.ancestors);
    if (!plan) return undefined;
    edits.before(plan.argument.start, "__rv.stamp(");
    return () => edits.after(plan.argument.end, `, ${plan.code})`);
  };
}

/**
 * Adds to a module what the engine needs: magic, checks after waits and in loops, stamps of functions.
 * No edit adds a line, so line numbers stay as they are.
 *
 * @param program The parsed module.
 * @param source Its text.
 * @param options Id and whether magic applies.
 * @returns The edited text; it can make the map to the original.
 * @example editModule(program, source, { id: "/app/main.ts", magic: true }).toString();
 */
export function editModule(program: Node, source: string, options: EditOptions): MagicString {
  const edits = createEdits(source);
  const kinds: Record<string, Edit> = { ...FLOW };
  if (options.magic) kinds.ExpressionStatement = editStatement;
  const stamp = createStamping(program, source, options.id);
  if (stamp) kinds.CallExpression = stamp;

  const visit = (node: Node): void => {
    if (isTypeOnly(node)) return;
    const leave = kinds[node.type]?.(node, edits);
    edits.ancestors.push(node);
    for (const child of childrenOf(node)) visit(child);
    edits.ancestors.pop();
    leave?.();
  };
  visit(program);
  // `#!/usr/bin/env rivulet` may only open a file, and this becomes part of a function.
  if (source.startsWith("#!")) edits.text.update(0, 2, "//");
  return edits.text;
}
