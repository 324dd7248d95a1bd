import { createHash } from "node:crypto";

import { isFunction, isWrapper, type Node, unwrap } from "./ast.ts";
import { closureOf, functionOf } from "./closure.ts";
import { type Analysis, type Binding, resolveName, type Scope } from "./scope.ts";

/** Commands that take options first, and then the function: `st.cacheData({ ttl: "1h" })(load)`. */
const CURRIED = new Set(["cacheData", "cacheResource"]);

/** Commands whose function has an identity of its own. */
const CALLS = new Set(["cacheData", "cacheResource", "fragment", "dialog", "task", "offload", "echo"]);

/** Those among them that containers have too. */
const METHODS = new Set(["fragment", "dialog", "echo"]);

export interface StampPlan {
  /** The argument that is wrapped. */
  argument: Node;
  /** The second argument of `__rv.stamp`, as code. */
  code: string;
}

/** Name of a member or key, when it stands in the text. */
function keyName(node: Node, computed: boolean): string | undefined {
  if (!computed && (node.type === "Identifier" || node.type === "PrivateIdentifier")) return node.name as string;
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

/** Steps from the package `rivulet` to what a name means: `[]` is `st` or the module, `["cacheData"]` a command. */
function pathOf(expression: Node, scope: Scope): string[] | undefined {
  const node = unwrap(expression);
  if (node.type === "ChainExpression") return pathOf(node.expression, scope);
  if (node.type === "MemberExpression") {
    const object = pathOf(node.object, scope);
    const key = object && keyName(node.property, node.computed);
    if (!object || key === undefined) return undefined;
    return object.length === 0 && (key === "default" || key === "st") ? [] : [...object, key];
  }
  if (node.type !== "Identifier") return undefined;
  const binding = resolveName(node.name, scope);
  return binding && bindingPath(binding);
}

/** As `pathOf`, for a name: an import of `rivulet` or a constant taken from it. */
function bindingPath({ name, kind, node, scope }: Binding): string[] | undefined {
  if (kind === "import") {
    if (node.source !== "rivulet") return undefined;
    if (node.type !== "ImportSpecifier") return [];
    const imported = (node.imported.name ?? node.imported.value) as string;
    return imported === "st" || imported === "default" ? [] : [imported];
  }
  if (kind !== "const" || node.type !== "VariableDeclarator" || !node.init) return undefined;
  if (node.id.type === "Identifier") {
    const init = unwrap(node.init);
    // `const a = a` would turn in circles.
    return init.type === "MemberExpression" || (init.type === "Identifier" && init.name !== name) ? pathOf(init, scope) : undefined;
  }
  if (node.id.type !== "ObjectPattern") return undefined;
  for (const property of node.id.properties as Node[]) {
    if (property.type !== "Property" || property.value.type !== "Identifier" || property.value.name !== name) continue;
    const from = pathOf(node.init, scope);
    const key = from && keyName(property.key, property.computed);
    return from && key !== undefined ? [...from, key] : undefined;
  }
  return undefined;
}

/** The command that is called on a container, which may be any variable: a stamp too many does no harm. */
function methodOf(callee: Node): string | undefined {
  if (callee.type !== "MemberExpression") return undefined;
  const key = keyName(callee.property, callee.computed);
  return key !== undefined && METHODS.has(key) ? key : undefined;
}

/** The function behind an argument: written there, or declared in this module under that name. */
function functionAt(argument: Node | undefined, scope: Scope): Node | undefined {
  if (!argument || argument.type === "SpreadElement") return undefined;
  const node = unwrap(argument);
  if (isFunction(node)) return node;
  if (node.type !== "Identifier") return undefined;
  const binding = resolveName(node.name, scope);
  return binding && functionOf(binding);
}

/** What stands in a function, as its author wrote it. */
function bodyText(fn: Node, source: string): string {
  const body = fn.body as unknown as Node;
  return body.type === "BlockStatement" ? source.slice(body.start + 1, body.end - 1) : source.slice(body.start, body.end);
}

/** Which argument is the function: a dialog has it last, a task may have a key before it. */
function argumentOf(command: string, args: Node[], isFunctionLike: (argument: Node) => boolean): Node | undefined {
  if (command === "dialog" || command === "echo") return args.findLast(isFunctionLike);
  if (command === "task" || command === "offload") return args.find(isFunctionLike);
  return args[0];
}

function parameterName(parameter: Node, index: number): string {
  let node = parameter;
  if (node.type === "TSParameterProperty") node = node.parameter as Node;
  if (node.type === "AssignmentPattern") node = node.left as Node;
  if (node.type === "RestElement") {
    const { argument } = node as unknown as { argument: Node };
    return `...${argument.type === "Identifier" ? argument.name : index}`;
  }
  return node.type === "Identifier" ? (node.name as string) : patternText(node, index);
}

/** A destructured parameter, as messages name it. */
function patternText(pattern: Node, index: number): string {
  if (pattern.type === "ArrayPattern") {
    const elements = pattern.elements as (Node | null)[];
    return `[${elements.map((element, at) => (element ? parameterName(element, at) : "")).join(", ")}]`;
  }
  if (pattern.type !== "ObjectPattern") return String(index);
  const names = (pattern.properties as Node[]).map((one) =>
    one.type === "RestElement" ? parameterName(one, index) : (keyName(one.key as Node, one.computed as boolean) ?? "…"),
  );
  return `{ ${names.join(", ")} }`;
}

/** The name under which a call's result is kept, and the names of what encloses it. */
function namesAround(call: Node, ancestors: Node[]): { name: string | undefined; path: string[] } {
  let name: string | undefined;
  let inner = call;
  let isDirect = true;
  const path: string[] = [];
  for (let at = ancestors.length - 1; at >= 0; at -= 1) {
    const node = ancestors[at] as Node;
    let found: string | undefined;
    if (node.type === "VariableDeclarator") found = node.id.type === "Identifier" ? node.id.name : undefined;
    else if (node.type === "Property" || node.type === "PropertyDefinition" || node.type === "MethodDefinition") {
      if (node.value === inner) found = keyName(node.key, node.computed);
    } else if (node.type === "AssignmentExpression") {
      const left = unwrap(node.left);
      if (left.type === "Identifier") found = left.name;
      else if (left.type === "MemberExpression") found = keyName(left.property, left.computed);
    } else if (node.type === "ExportDefaultDeclaration") found = "default";
    else if (node.id?.type === "Identifier") found = node.id.name;
    if (isDirect && node.type !== "FunctionExpression" && found !== undefined) name ??= found;
    else if (found !== undefined) path.unshift(found);
    isDirect = isDirect && (isWrapper(node) || node.type === "AwaitExpression");
    inner = node;
  }
  return { name, path };
}

/** Code that reads variables as they are when it runs; what is not there yet is left out. */
function capturedCode(names: string[]): string {
  if (names.length === 0) return "() => ({})";
  const reads = names.map((name) => `try { __rv_c[${JSON.stringify(name)}] = ${name}; } catch {}`).join(" ");
  return `() => { const __rv_c = {}; ${reads} return __rv_c; }`;
}

function isSelf(binding: Binding, call: Node): boolean {
  const init = binding.node.type === "VariableDeclarator" ? (binding.node.init as Node | null) : null;
  if (!init) return false;
  const value = unwrap(init);
  return value === call || (value.type === "AwaitExpression" && unwrap(value.argument) === call);
}

/**
 * Plans the stamps of one module.
 *
 * @param module Id of the module.
 * @param source Its text.
 * @param analysis What its names mean.
 * @returns Asked for every call, with the nodes around it; answers when the call takes a function to be stamped.
 */
export function createStamps(module: string, source: string, analysis: Analysis) {
  const seen = new Map<string, number>();
  const scopes = new Map(analysis.references.map((reference) => [reference.start, reference.scope]));

  const scopeAt = (ancestors: Node[]): Scope => {
    // Only for callees without a name at their root, where any enclosing scope will do.
    for (let at = ancestors.length - 1; at >= 0; at -= 1) {
      const scope = analysis.scopeOf.get(ancestors[at] as Node);
      if (scope) return scope;
    }
    return analysis.module;
  };

  const calleeScope = (call: Node, ancestors: Node[]): Scope => {
    let root = unwrap(call.callee);
    while (root.type === "MemberExpression" || root.type === "ChainExpression" || root.type === "CallExpression") {
      root = unwrap((root.object ?? root.expression ?? root.callee) as Node);
    }
    return scopes.get(root.start) ?? scopeAt(ancestors);
  };

  return (call: Node, ancestors: Node[]): StampPlan | undefined => {
    const callee = unwrap(call.callee);
    const isCurried = callee.type === "CallExpression";
    const last = isCurried ? unwrap(callee.callee) : callee;
    if (last.type !== "Identifier" && last.type !== "MemberExpression") return undefined;
    const scope = calleeScope(call, ancestors);
    const path = pathOf(last, scope);
    const command = path?.length === 1 ? (path[0] as string) : methodOf(last);
    if (command === undefined || !(isCurried ? CURRIED : CALLS).has(command)) return undefined;
    const args = call.arguments as Node[];
    const argument = argumentOf(command, args, (one) => functionAt(one, scope) !== undefined);
    const fn = functionAt(argument, scope);
    if (!argument || !fn) return undefined;

    const around = namesAround(call, ancestors);
    const name = around.name ?? (fn.id?.name as string | undefined) ?? (unwrap(argument).name as string | undefined) ?? "";
    const place = [...around.path, name || command].join(".");
    const ordinal = seen.get(place) ?? 0;
    seen.set(place, ordinal + 1);

    const { functions, captured } = closureOf(fn, analysis);
    const hash = createHash("sha256");
    for (const one of functions) hash.update(source.slice(one.start, one.end)).update("\0");
    const names = (command === "echo" ? [] : captured)
      .filter((one) => resolveName(one.name, scope) === one && !isSelf(one, call) && !bindingPath(one))
      .map((one) => one.name);
    const parameters = (fn.params as Node[]).filter((one) => one.name !== "this").map(parameterName);
    const facts = {
      call: command,
      module,
      position: ordinal === 0 ? place : `${place}#${ordinal}`,
      hash: hash.digest("hex").slice(0, 32),
      name,
      parameters,
      ...(command === "echo" ? { source: bodyText(fn, source) } : {}),
    };
    return { argument, code: `{ ...${JSON.stringify(facts)}, captured: ${capturedCode(names)} }` };
  };
}
