import { childrenOf, eachDeclared, isFunction, isTypeOnly, type Node } from "./ast.ts";

export type BindingKind = "import" | "type" | "function" | "class" | "const" | "let" | "var" | "parameter" | "catch" | "enum" | "namespace";

export interface Binding {
  name: string;
  kind: BindingKind;
  scope: Scope;
  /** The declaration: a function, a class, a declarator, an import specifier … */
  node: Node;
}

export interface Scope {
  parent: Scope | null;
  node: Node;
  /** True where `var` stops. */
  holdsVar: boolean;
  bindings: Map<string, Binding>;
}

export interface Reference {
  name: string;
  start: number;
  scope: Scope;
}

export interface Analysis {
  module: Scope;
  /** In the order of the file. */
  references: Reference[];
  /** The outermost scope of a function: it holds the own name of a function expression. */
  scopeOf: Map<Node, Scope>;
}

/** The binding a name means in a scope; undefined for globals. */
export function resolveName(name: string, scope: Scope): Binding | undefined {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const binding = at.bindings.get(name);
    if (binding) return binding;
  }
  return undefined;
}

/** True when `inner` is `outer` or lies in it. */
export function isWithin(inner: Scope, outer: Scope): boolean {
  for (let at: Scope | null = inner; at; at = at.parent) if (at === outer) return true;
  return false;
}

type Visit = (node: Node, scope: Scope, state: State) => void;

interface State {
  references: Reference[];
  scopeOf: Map<Node, Scope>;
}

function open(parent: Scope | null, node: Node, holdsVar = false): Scope {
  return { parent, node, holdsVar, bindings: new Map() };
}

function declare(scope: Scope, name: string, kind: BindingKind, node: Node): void {
  // The first declaration stays, except that what runs hides what is only a type.
  const known = scope.bindings.get(name);
  if (!known || known.kind === "type") scope.bindings.set(name, { name, kind, scope, node });
}

function varScope(scope: Scope): Scope {
  let at = scope;
  while (!at.holdsVar && at.parent) at = at.parent;
  return at;
}

/** Visits defaults and computed keys of a pattern that declares names. */
function visitPattern(pattern: Node | null, scope: Scope, state: State): void {
  if (!pattern) return;
  for (const decorator of (pattern.decorators ?? []) as Node[]) visit(decorator, scope, state);
  if (pattern.type === "ObjectPattern") {
    for (const property of pattern.properties as Node[]) {
      if (property.type === "RestElement") visitPattern(property.argument, scope, state);
      else {
        if (property.computed) visit(property.key, scope, state);
        visitPattern(property.value, scope, state);
      }
    }
  } else if (pattern.type === "ArrayPattern") {
    for (const element of pattern.elements as (Node | null)[]) visitPattern(element, scope, state);
  } else if (pattern.type === "AssignmentPattern") {
    visitPattern(pattern.left, scope, state);
    visit(pattern.right, scope, state);
  } else if (pattern.type === "RestElement") visitPattern(pattern.argument, scope, state);
  else if (pattern.type === "TSParameterProperty") visitPattern(pattern.parameter, scope, state);
}

function visitAll(nodes: (Node | null)[], scope: Scope, state: State): void {
  for (const node of nodes) if (node) visit(node, scope, state);
}

function visitChildren(node: Node, scope: Scope, state: State): void {
  for (const child of childrenOf(node)) visit(child, scope, state);
}

function visitFunction(node: Node, scope: Scope, state: State): void {
  let outer = scope;
  if (node.type === "FunctionDeclaration" && node.id) declare(scope, node.id.name, "function", node);
  if (node.type === "FunctionExpression" && node.id) {
    outer = open(scope, node);
    declare(outer, node.id.name, "function", node);
  }
  const own = open(outer, node, true);
  state.scopeOf.set(node, outer === scope ? own : outer);
  for (const parameter of node.params as Node[]) {
    eachDeclared(parameter, (identifier) => declare(own, identifier.name, "parameter", parameter));
    visitPattern(parameter, own, state);
  }
  if (!node.body) return;
  if (node.body.type === "BlockStatement") visitAll(node.body.body, own, state);
  else visit(node.body, own, state);
}

function visitClass(node: Node, scope: Scope, state: State): void {
  if (node.type === "ClassDeclaration" && node.id) declare(scope, node.id.name, "class", node);
  const own = open(scope, node);
  if (node.type === "ClassExpression" && node.id) declare(own, node.id.name, "class", node);
  visitAll(node.decorators ?? [], scope, state);
  if (node.superClass) visit(node.superClass, own, state);
  for (const member of node.body.body as Node[]) {
    if (isTypeOnly(member)) continue;
    visitAll(member.decorators ?? [], scope, state);
    if (member.type === "StaticBlock") visitAll(member.body, open(own, member, true), state);
    else {
      if (member.computed) visit(member.key, own, state);
      if (member.value) visit(member.value, open(own, member, true), state);
    }
  }
}

function visitVariables(node: Node, scope: Scope, state: State): void {
  const kind: BindingKind = node.kind === "var" || node.kind === "let" ? node.kind : "const";
  const target = kind === "var" ? varScope(scope) : scope;
  for (const declarator of node.declarations as Node[]) {
    eachDeclared(declarator.id, (identifier) => declare(target, identifier.name, kind, declarator));
    visitPattern(declarator.id, scope, state);
    if (declarator.init) visit(declarator.init, scope, state);
  }
}

function visitImport(node: Node, scope: Scope): void {
  for (const specifier of node.specifiers as Node[]) {
    const isType = node.importKind === "type" || specifier.importKind === "type";
    // Kept with its declaration, which knows where it comes from.
    declare(scope, specifier.local.name, isType ? "type" : "import", { ...specifier, source: node.source.value });
  }
}

const inBlock: Visit = (node, scope, state) => visitChildren(node, open(scope, node), state);

const VISITS: Record<string, Visit> = {
  FunctionDeclaration: visitFunction,
  FunctionExpression: visitFunction,
  ArrowFunctionExpression: visitFunction,
  ClassDeclaration: visitClass,
  ClassExpression: visitClass,
  VariableDeclaration: visitVariables,
  ImportDeclaration: visitImport,
  BlockStatement: inBlock,
  ForStatement: inBlock,
  ForInStatement: inBlock,
  ForOfStatement: inBlock,
  SwitchStatement: inBlock,
  CatchClause(node, scope, state) {
    const own = open(scope, node);
    eachDeclared(node.param, (identifier) => declare(own, identifier.name, "catch", node));
    visitPattern(node.param, own, state);
    visit(node.body, own, state);
  },
  TSEnumDeclaration(node, scope, state) {
    declare(scope, node.id.name, "enum", node);
    const own = open(scope, node);
    const members = (node.body?.members ?? node.members ?? []) as Node[];
    for (const member of members) if (member.id.type === "Identifier") declare(own, member.id.name, "enum", node);
    for (const member of members) if (member.initializer) visit(member.initializer, own, state);
  },
  TSModuleDeclaration(node, scope, state) {
    if (node.id.type === "Identifier") declare(scope, node.id.name, "namespace", node);
    if (node.body?.type === "TSModuleBlock") visitAll(node.body.body, open(scope, node, true), state);
    else if (node.body) visit(node.body, open(scope, node, true), state);
  },
  TSImportEqualsDeclaration: (node, scope) => declare(scope, node.id.name, "import", node),
  Identifier: (node, scope, state) => void state.references.push({ name: node.name, start: node.start, scope }),
  MemberExpression(node, scope, state) {
    visit(node.object, scope, state);
    if (node.computed) visit(node.property, scope, state);
  },
  Property(node, scope, state) {
    if (node.computed) visit(node.key, scope, state);
    visit(node.value, scope, state);
  },
  LabeledStatement: (node, scope, state) => visit(node.body, scope, state),
  BreakStatement: () => {},
  ContinueStatement: () => {},
  MetaProperty: () => {},
  ExportAllDeclaration: () => {},
  ExportNamedDeclaration(node, scope, state) {
    if (node.declaration) visit(node.declaration, scope, state);
  },
  JSXIdentifier(node, scope, state) {
    if (!/^[a-z]/.test(node.name)) state.references.push({ name: node.name, start: node.start, scope });
  },
  JSXMemberExpression(node, scope, state) {
    if (node.object.type !== "JSXIdentifier") visit(node.object, scope, state);
    else state.references.push({ name: node.object.name, start: node.object.start, scope });
  },
  JSXNamespacedName: () => {},
  JSXAttribute(node, scope, state) {
    if (node.value) visit(node.value, scope, state);
  },
  JSXClosingElement: () => {},
};

function visit(node: Node, scope: Scope, state: State): void {
  // An import may be written `import x = require()`, which is not a type.
  if (isTypeOnly(node) && node.type !== "TSImportEqualsDeclaration") {
    if (!node.declare && node.id?.type === "Identifier" && !isFunction(node)) declare(scope, node.id.name, "type", node);
    return;
  }
  (VISITS[node.type] ?? visitChildren)(node, scope, state);
}

/**
 * Finds what every name of a module means: hoisting, shadowing, patterns, classes, loops and catch included.
 *
 * @param program The parsed module.
 * @returns Scopes and references; names without a binding are globals.
 * @example const { references } = analyse(parseSync("a.ts", source).program);
 */
export function analyse(program: Node): Analysis {
  const module = open(null, program, true);
  const state: State = { references: [], scopeOf: new Map() };
  visitAll(program.body, module, state);
  state.references.sort((a, b) => a.start - b.start);
  return { module, references: state.references, scopeOf: state.scopeOf };
}
