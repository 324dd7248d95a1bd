import { isFunction, type Node, unwrap } from "./ast.ts";
import { type Analysis, type Binding, isWithin, type Reference, resolveName } from "./scope.ts";

export interface Closure {
  /** Functions of this module that the function uses, also through one another; the function itself comes first. */
  functions: Node[];
  /** Variables from outside that any of them reads. */
  captured: Binding[];
}

/** The function a binding stands for, when it can stand for nothing else. */
export function functionOf(binding: Binding): Node | undefined {
  if (binding.kind === "function") return binding.node;
  if (binding.kind !== "const" || binding.node.type !== "VariableDeclarator") return undefined;
  if (binding.node.id.type !== "Identifier" || !binding.node.init) return undefined;
  const value = unwrap(binding.node.init);
  return isFunction(value) ? value : undefined;
}

/** References between two offsets; the list is in the order of the file. */
function referencesIn(references: Reference[], start: number, end: number): Reference[] {
  let low = 0;
  let high = references.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((references[middle] as Reference).start < start) low = middle + 1;
    else high = middle;
  }
  const found: Reference[] = [];
  for (let at = low; at < references.length; at += 1) {
    const reference = references[at] as Reference;
    if (reference.start >= end) break;
    found.push(reference);
  }
  return found;
}

/**
 * Finds what a function depends on inside its module: helper functions and captured variables.
 * Imports, globals and types do not count.
 */
export function closureOf(root: Node, analysis: Analysis): Closure {
  const functions = [root];
  const captured = new Set<Binding>();
  for (const fn of functions) {
    const scope = analysis.scopeOf.get(fn);
    if (!scope) continue;
    for (const reference of referencesIn(analysis.references, fn.start, fn.end)) {
      const binding = resolveName(reference.name, reference.scope);
      if (!binding || binding.kind === "import" || binding.kind === "type") continue;
      if (isWithin(binding.scope, scope)) continue;
      const helper = functionOf(binding);
      if (!helper) captured.add(binding);
      else if (!functions.includes(helper)) functions.push(helper);
    }
  }
  return { functions, captured: [...captured] };
}
