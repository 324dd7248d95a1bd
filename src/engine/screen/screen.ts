import { FIRST_FREE_ID, type Op, ROOT, type WireValue } from "../../protocol/messages.ts";
import type { SnapshotNode } from "../host.ts";
import { Block, type Node, Node as ScreenNode } from "./node.ts";
import { isEqual, reconcile, removeOld, type Wire } from "./reconcile.ts";
import { createRoots, ROOT_NAMES, type Roots } from "./roots.ts";

function isSameFixed(a: WireValue, b: WireValue): boolean {
  return a instanceof Uint8Array && b instanceof Uint8Array ? isEqual(a, b) : Object.is(a, b);
}

/** What one page shows: the roots, the numbers given out, and what the page believes its widgets stand at. */
export class Screen implements Wire {
  readonly roots: Roots = createRoots("root");
  ops: Op[] = [];
  revision = 0;
  /** Newest request of the page that was taken up; an older `value` never overwrites a newer edit. */
  seq = 0;
  private nextId = FIRST_FREE_ID;
  /** What the page believes a widget stands at: simple values as they are, others encoded, so that nobody can change them. */
  private readonly shown = new Map<string, WireValue>();
  /** Among these, widgets the page named that nobody has drawn yet: the next full run draws them, or they go. */
  private readonly unmet = new Set<string>();

  constructor(private readonly encode: (value: unknown) => Uint8Array) {
    for (const name of ROOT_NAMES) this.roots[name].wireId = ROOT[name];
  }

  restart(): void {
    for (const root of Object.values(this.roots)) root.restart();
  }

  /** Collects what changed since the last call. With `final`, what the finished run has not drawn goes. */
  settle(final: boolean): void {
    for (const root of Object.values(this.roots)) if (final || root.dirty) reconcile(root, this, final);
    if (final) this.dropUnmet();
  }

  private dropUnmet(): void {
    for (const widget of this.unmet) this.shown.delete(widget);
    this.unmet.clear();
  }

  /** The same for one block only, as after the rerun of a fragment. */
  settleBlock(block: Block): void {
    reconcile(block, this, true);
    this.settle(false);
    this.dropUnmet();
  }

  /** Another page is shown: what was drawn by pages that are not among these goes at once. */
  leave(kept: readonly string[]): void {
    for (const root of Object.values(this.roots)) removeOld(root, ({ page = "" }) => !kept.includes(page), this);
  }

  takeOps(): Op[] {
    const { ops } = this;
    this.ops = [];
    return ops;
  }

  newId(): number {
    this.nextId += 1;
    return this.nextId;
  }

  /** The person set this widget: the page knows. `isDrawn` says whether the script does, too. */
  reported(widget: string, value: WireValue, isDrawn: boolean): void {
    this.shown.set(widget, this.fixed(value));
    if (!isDrawn) this.unmet.add(widget);
  }

  private fixed(value: WireValue): WireValue {
    return typeof value === "object" && value !== null ? this.encode(value) : value;
  }

  value(node: Node, isNew: boolean): void {
    const ident = node.ident as string;
    this.unmet.delete(ident);
    const value = this.fixed(node.value);
    if (!isNew && this.shown.has(ident) && isSameFixed(this.shown.get(ident), value)) return;
    this.shown.set(ident, value);
    this.ops.push({ op: "value", id: node.wireId, value: node.value, seq: this.seq });
  }

  left(node: Node): void {
    if (node.hasValue && node.ident !== undefined) this.shown.delete(node.ident);
    if (node instanceof Block) for (const child of node.onPage()) this.left(child);
  }

  /** Topmost nodes on the page that the run in progress has not drawn again. */
  stale(): number[] {
    const ids: number[] = [];
    const visit = (block: Block) => {
      for (const node of block.old) ids.push(node.wireId);
      for (const node of block.drawn) if (node instanceof Block) visit(node);
    };
    for (const root of Object.values(this.roots)) visit(root);
    return ids;
  }

  /** The nodes on the page: parents before children, siblings in order. */
  *snapshot(block?: Block): Generator<SnapshotNode> {
    for (const root of block ? [block] : Object.values(this.roots)) {
      for (const node of root.onPage()) {
        yield { id: node.wireId, parent: root.wireId, kind: node.kind, props: node.bytes };
        if (node instanceof Block) yield* this.snapshot(node);
      }
    }
  }

  /** Takes over a screen of which only the snapshot is left. */
  restore(revision: number, nodes: readonly SnapshotNode[], identOf: (props: Uint8Array) => string | undefined): void {
    this.revision = revision;
    const blocks = new Map<number, Block>(Object.values(this.roots).map((root) => [root.wireId, root]));
    const parents = new Set(nodes.map((node) => node.parent));
    for (const { id, parent, kind, props } of nodes) {
      const node = parents.has(id) ? new Block(kind, props, identOf(props)) : new ScreenNode(kind, props, identOf(props));
      node.wireId = id;
      this.nextId = Math.max(this.nextId, id);
      if (node instanceof Block) blocks.set(id, node);
      const home = blocks.get(parent);
      if (!home) continue;
      node.parent = home;
      home.drawn.push(node);
      home.met = home.drawn.length;
    }
  }
}
