import type { WireValue } from "../../protocol/messages.ts";

/**
 * A node of the screen. Every run makes its own nodes; when a run's output meets what is on the page
 * (`reconcile.ts`), a new node takes over the wire id of the old one it stands for.
 */
export class Node {
  /** Number on the wire; 0 until the node has met the page. */
  wireId = 0;
  parent: Block | undefined;
  /** Place among the parent's `drawn`. */
  index = 0;
  /** What the page should show this widget standing at. */
  value: WireValue | undefined;
  hasValue = false;
  /** Key of the page that drew it; undefined for the entry script. */
  page: string | undefined;
  /** Stands on the page before nodes that a newer run has drawn: to be claimed it must be moved. */
  passed = false;

  /** What it was drawn with, for the next run to compare before it encodes again. */
  props: object | undefined;
  /** Props of an element that can be added to (`growth.ts`). */
  growing: Record<string, unknown> | undefined;
  /** True when the encoded props are older than `growing`. */
  hasGrown = false;
  /** Encodes `growing`. */
  encode: ((props: object) => Uint8Array) | undefined;

  constructor(
    readonly kind: string,
    private encoded: Uint8Array,
    /** Identity that outlives position: a widget's id or a user's key. */
    public ident: string | undefined,
  ) {}

  /** Encoded props. */
  get bytes(): Uint8Array {
    if (this.hasGrown && this.growing && this.encode) {
      this.encoded = this.encode(this.growing);
      this.hasGrown = false;
    }
    return this.encoded;
  }

  set bytes(bytes: Uint8Array) {
    this.encoded = bytes;
  }
}

/** A node that holds others. */
export class Block extends Node {
  /** What this run has drawn here so far. */
  drawn: Node[] = [];
  /** How many of `drawn` the page already knows. */
  met = 0;
  /** What stands on the page from earlier runs and is not claimed yet, in order. */
  old: Node[] = [];
  /** Children of the block that is likely to be this one's predecessor: a hint that saves copies. */
  guess: readonly Node[] | undefined;
  /** Form, fragment or dialog this block opens, for all that is drawn inside. */
  form: string | undefined;
  fragment: string | undefined;
  dirty = false;
  /** Nodes the page still shows at places whose node was replaced since, by place. */
  swaps: Map<number, Node> | undefined;

  /** Adds a node at the end of what this run draws here. */
  draw(node: Node): void {
    node.parent = this;
    node.index = this.drawn.length;
    this.drawn.push(node);
    this.touch();
  }

  /** Takes back what was drawn last. True when the page shows it already. */
  undraw(node: Node): boolean {
    if (this.drawn.at(-1) !== node) return false;
    this.drawn.pop();
    const isShown = this.met > this.drawn.length;
    if (isShown) this.met = this.drawn.length;
    return isShown;
  }

  /** Puts another node in the place of one that was drawn. */
  replace(index: number, node: Node): void {
    const was = this.drawn[index] as Node;
    node.parent = this;
    node.index = index;
    this.drawn[index] = node;
    if (index < this.met) {
      this.swaps ??= new Map();
      if (!this.swaps.has(index)) this.swaps.set(index, was);
    }
    this.touch();
  }

  /** Starts over: what the page shows is old from here on. */
  restart(): void {
    this.old = this.onPage();
    this.drawn = [];
    this.met = 0;
    this.swaps = undefined;
    this.guess = this.old;
    this.touch();
  }

  /** Children as they stand on the page now, in order. */
  onPage(): Node[] {
    const met = this.met === this.drawn.length ? this.drawn : this.drawn.slice(0, this.met);
    const shown = this.swaps ? met.map((node, at) => this.swaps?.get(at) ?? node) : met;
    return this.old.length === 0 ? shown : [...shown, ...this.old];
  }

  touch(): void {
    for (let at: Block | undefined = this; at && !at.dirty; at = at.parent) at.dirty = true;
  }
}

/** The blocks from `node` up to its root. */
export function* ancestors(node: Node): Generator<Block> {
  for (let at: Node | undefined = node; at; at = at.parent) if (at instanceof Block) yield at;
}
