import type { Kind } from "../../protocol/kind.ts";
import type { WireValue } from "../../protocol/messages.ts";
import { drawWidget } from "../widgets/draw-widget.ts";
import { type EncodedTable, encodeTable } from "../screen/encoded-table.ts";
import { AppError } from "../errors/errors.ts";
import { Exception } from "../errors/exception-kind.ts";
import { Block, Node } from "../screen/node.ts";
import { areSameProps } from "../screen/same-props.ts";
import type { Run } from "../runs/run.ts";
import { currentScope, type Drawer, type Scope, type Target } from "../runs/scope.ts";
import type { Session } from "./session.ts";
import type { WidgetSpec } from "../widgets/widget-spec.ts";

/** Turns the calls of a session's runs into nodes of its screen. */
export class SessionDrawer implements Drawer {
  constructor(private readonly session: Session) {}

  draw(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean, run: Run | undefined, stands?: { value: WireValue }): Node {
    const node = this.makeNodeOrBox(target, kind, props, ident, isBlock);
    node.page = currentScope()?.page;
    // Before the node can meet the page: settling may happen below.
    if (stands) {
      node.value = stands.value;
      node.hasValue = true;
    }
    if (target instanceof Block) {
      target.draw(node);
      if (target === this.session.screen.roots.event && !isBlock) run?.announced.push(node);
    } else target.block.replace(target.index, node);
    this.session.updates.settleSoon(run);
    return node;
  }

  drawWidget<V>(scope: Scope, target: Target, kind: Kind, spec: WidgetSpec<V>): V {
    return drawWidget(this.session, scope, target, kind, spec);
  }

  encode(kind: Kind, props: object): Uint8Array {
    return this.session.core.encodeOwn(kind, props);
  }

  table(data: unknown, argument: string): EncodedTable {
    const { core, payloads } = this.session;
    return payloads.table(core.tables.fingerprint(data), () => encodeTable(core.tables, core.payloads, data, argument));
  }

  /** An element that is too big to be sent fails alone: its place shows why. */
  private makeNodeOrBox(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean): Node {
    try {
      return this.makeNode(target, kind, props, ident, isBlock);
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== "message-too-big" || isBlock) throw error;
      const { core } = this.session;
      const report = core.reports.make(error, undefined);
      core.host.log("error", core.reports.describe(error, report));
      return this.makeNode(target, Exception, core.reports.redact(report), ident, false);
    }
  }

  private encodeAgain(kind: Kind, props: object, before: Uint8Array | undefined): Uint8Array {
    const { core } = this.session;
    const view = core.encodeProps(kind, props);
    const payloads = core.payloads.take();
    if (payloads) this.session.payloads.use(payloads);
    const bytes = before && core.sameBytes(before, view) ? before : view.slice();
    if (payloads) core.payloads.tie(bytes, payloads);
    return bytes;
  }

  private makeNode(target: Target, kind: Kind, props: object, ident: string | undefined, isBlock: boolean): Node {
    const likely = target instanceof Block ? target.guess?.[target.drawn.length] : target.block.drawn[target.index];
    // Asked for first: a node that has grown encodes itself now, into the same buffer.
    const before = likely?.kind === kind.name ? likely.bytes : undefined;
    const bytes = before && likely?.props && areSameProps(likely.props, props) ? before : this.encodeAgain(kind, props, before);
    if (!isBlock) {
      const node = new Node(kind.name, bytes, ident);
      node.props = props;
      return node;
    }
    const block = new Block(kind.name, bytes, ident);
    if (likely instanceof Block && likely.kind === kind.name) block.guess = likely.onPage();
    return block;
  }
}
