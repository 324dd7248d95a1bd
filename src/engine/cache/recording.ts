import type { Kind } from "../../protocol/kind.ts";
import { type EncodedTable, encodeTable } from "../screen/encoded-table.ts";
import type { EngineCore } from "../engine.ts";
import { Exception } from "../errors/exception-kind.ts";
import { Block, Node } from "../screen/node.ts";
import type { Run } from "../runs/run.ts";
import { currentScope, type Drawer, type Scope, type SharedWork, type Target } from "../runs/scope.ts";
import type { Session } from "../sessions/session.ts";
import { decodeOf, type WidgetSpec } from "../widgets/widget-spec.ts";

const NOTHING = new Uint8Array();

/** What a cached function drew, ready to be drawn again anywhere. */
export interface Drawn {
  readonly main: readonly Node[];
  readonly sidebar: readonly Node[];
}

/** One computation: takes down what it draws, and tells it when nobody waits any more. */
export class Recording implements SharedWork, Drawer {
  readonly main = new Block("recording:main", NOTHING, undefined);
  readonly sidebar = new Block("recording:sidebar", NOTHING, undefined);
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
    const { main, sidebar } = this;
    if (main.drawn.length === 0 && sidebar.drawn.length === 0) return undefined;
    return { main: main.drawn, sidebar: sidebar.drawn };
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
  const sidebar = shared ? shared.sidebar : session?.screen.roots.sidebar;
  if (!sidebar) return;
  for (const node of drawn.main) copyInto(scope.target, node, core, session, run);
  for (const node of drawn.sidebar) copyInto(sidebar, node, core, session, run);
  session?.updates.settleSoon(run);
}

function copyInto(target: Target, node: Node, core: EngineCore, session: Session | undefined, run: Run | undefined): void {
  const { kind, bytes, ident } = node;
  if (session && run && ident?.startsWith("key:")) session.claimKey(run, ident.slice("key:".length));
  const payloads = core.payloads.of(bytes);
  if (payloads) session?.payloads.use(payloads);
  if (!(node instanceof Block)) {
    put(target, new Node(kind, bytes, ident));
    return;
  }
  const likely = target instanceof Block ? target.guess?.[target.drawn.length] : undefined;
  const block = new Block(kind, bytes, ident);
  if (likely instanceof Block && likely.kind === kind) block.guess = likely.onPage();
  block.form = node.form;
  put(target, block);
  for (const child of node.drawn) copyInto(block, child, core, session, run);
}
