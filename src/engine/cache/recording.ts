import type { Kind } from "../../protocol/kind.ts";
import { type EncodedTable, encodeTable } from "../screen/encoded-table.ts";
import type { EngineCore } from "../engine.ts";
import { Exception } from "../errors/exception-kind.ts";
import { Block, Node } from "../screen/node.ts";
import { createRoots, ROOT_NAMES, type RootName } from "../screen/roots.ts";
import type { Run } from "../runs/run.ts";
import { currentScope, type Drawer, type Scope, type SharedWork, type Target } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { decodeOf, type WidgetSpec } from "../widgets/widget-spec.ts";

/** What a cached function drew, by part of the page, ready to be drawn again anywhere. */
export type Drawn = Readonly<Partial<Record<RootName, readonly Node[]>>>;

/** One computation: takes down what it draws, and tells it when nobody waits any more. */
export class Recording implements SharedWork, Drawer {
  readonly roots = createRoots("recording");
  readonly drawer: Drawer = this;

  constructor(
    readonly core: EngineCore,
    readonly name: string,
    readonly signal: AbortSignal,
    /** What is computed: the store of its function, and the key. */
    private readonly store: object,
    private readonly key: string,
    /** The computation that called this one. */
    private readonly outer: SharedWork | undefined,
  ) {}

  /** True when this computation, or one that called it, is of that result. */
  computes(store: object, key: string): boolean {
    if (this.store === store && this.key === key) return true;
    return this.outer instanceof Recording && this.outer.computes(store, key);
  }

  draw(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean): Node {
    const bytes = this.encode(kind, props);
    const node = isBlock ? new Block(kind.name, bytes, ident) : new Node(kind.name, bytes, ident);
    put(target, node);
    return node;
  }

  encode(kind: Kind, props: object): Uint8Array {
    return this.core.encodeOwn(kind, props);
  }

  table(data: unknown, argument: string): EncodedTable {
    return encodeTable(this.core.tables, this.core.payloads, data, argument);
  }

  /** Widgets belong to one session: a box says so, and the computation goes on with the widget's start. */
  drawWidget<V>(_scope: Scope, target: Target, _kind: Kind, spec: WidgetSpec<V>): V {
    const props = {
      name: "CachedWidgetWarning",
      message: `${spec.command} is used inside the cached function ${this.name}(). Its result is shared by all sessions, so it cannot hold a widget.`,
      hint: "Call the widget outside, and pass its value as an argument.",
      level: "warning" as const,
    };
    this.draw(target, Exception, props, undefined, false);
    return decodeOf(spec as WidgetSpec<unknown>, spec.initial) as V;
  }

  /** What has been drawn so far; undefined when nothing has. */
  drawn(): Drawn | undefined {
    const used = ROOT_NAMES.filter((name) => this.roots[name].drawn.length > 0);
    return used.length === 0 ? undefined : Object.fromEntries(used.map((name) => [name, this.roots[name].drawn]));
  }
}

function put(target: Target, node: Node): void {
  node.page = currentScope()?.page;
  if (target instanceof Block) target.draw(node);
  else target.block.replace(target.index, node);
}

/** Draws a recording again where a caller stands; nowhere when it is no part of a page. */
export function replay(drawn: Drawn | undefined, scope: Scope | undefined, core: EngineCore): void {
  if (!drawn || !scope?.target) return;
  const { run, shared } = scope;
  const session = shared ? undefined : run?.live;
  const roots = (shared ?? session?.screen)?.roots;
  if (!roots) return;
  for (const name of ROOT_NAMES) {
    // What stood in the main part is drawn where the caller stands.
    const target = name === "main" ? scope.target : roots[name];
    for (const node of drawn[name] ?? []) copyInto(target, node, core, session, run);
  }
  session?.updates.settleSoon(run);
}

function copyInto(target: Target, node: Node, core: EngineCore, session: Session | undefined, run: Run | undefined): void {
  const { kind, bytes, ident } = node;
  if (session && run && ident?.startsWith("key:")) session.claimKey(run, ident.slice("key:".length));
  const payloads = core.payloads.of(bytes);
  if (payloads) session?.payloads.use(payloads);
  if (!(node instanceof Block)) {
    const copy = new Node(kind, bytes, ident);
    put(target, copy);
    if (target === session?.screen.roots.event) run?.announced.push(copy);
    return;
  }
  const likely = target instanceof Block ? target.guess?.[target.drawn.length] : undefined;
  const block = new Block(kind, bytes, ident);
  if (likely instanceof Block && likely.kind === kind) block.guess = likely.onPage();
  block.form = node.form;
  put(target, block);
  for (const child of node.drawn) copyInto(block, child, core, session, run);
}
