import { decode } from "../../protocol/codec.ts";
import { type PayloadRef, ROOT, type ToClient, type WireValue } from "../../protocol/messages.ts";

/** A node as the page would hold it. */
export interface MirrorNode {
  readonly id: number;
  parent: MirrorNode | undefined;
  kind: string;
  // biome-ignore lint/suspicious/noExplicitAny: props of any kind
  props: any;
  value: WireValue;
  children: MirrorNode[];
}

/** Keeps the tree a page would show, from the messages alone. */
export class Mirror {
  readonly nodes = new Map<number, MirrorNode>();
  readonly messages: ToClient[] = [];
  /** Chunks of big values by hash. */
  readonly payloads = new Map<string, (Uint8Array | undefined)[]>();
  revision = 0;
  /** Called after every change of the page. */
  onPatch: (() => void) | undefined;

  constructor() {
    this.reset();
  }

  private reset(): void {
    this.nodes.clear();
    for (const [name, id] of Object.entries(ROOT)) {
      this.nodes.set(id, { id, parent: undefined, kind: `root:${name}`, props: {}, value: undefined, children: [] });
    }
  }

  /** Shows what another mirror shows. */
  adopt(other: Mirror): void {
    this.revision = other.revision;
    this.nodes.clear();
    for (const [id, node] of other.nodes) this.nodes.set(id, node);
  }

  root(name: keyof typeof ROOT): MirrorNode {
    return this.nodes.get(ROOT[name]) as MirrorNode;
  }

  /** Takes a message as it comes from the wire. */
  receive(bytes: Uint8Array): void {
    const message = decode(bytes) as ToClient;
    this.messages.push(message);
    if (message.type === "patch") {
      this.patch(message);
      this.onPatch?.();
    } else if (message.type === "payload") this.keep(message);
  }

  /** Bytes of a value in props, inline or sent apart. Throws when the page was never sent them. */
  bytes(part: Uint8Array | PayloadRef): Uint8Array {
    if (part instanceof Uint8Array) return part;
    const chunks = this.payloads.get(part.hash);
    if (!chunks || chunks.includes(undefined)) throw new Error(`the page was not sent the payload ${part.hash}`);
    return Buffer.concat(chunks as Uint8Array[]);
  }

  private keep({ hash, part, parts, bytes }: Extract<ToClient, { type: "payload" }>): void {
    const chunks = this.payloads.get(hash) ?? Array.from({ length: parts });
    chunks[part] = bytes;
    this.payloads.set(hash, chunks);
  }

  private patch(patch: Extract<ToClient, { type: "patch" }>): void {
    if (patch.from === 0 && patch.revision !== 1) this.reset();
    else if (patch.from !== this.revision) throw new Error(`patch applies to revision ${patch.from}, the page is at ${this.revision}`);
    this.revision = patch.revision;
    for (const op of patch.ops) {
      if (op.op === "stale") continue;
      if (op.op === "insert") {
        const node: MirrorNode = { id: op.id, parent: undefined, kind: op.kind, props: decode(op.props), value: undefined, children: [] };
        if (this.nodes.has(op.id)) throw new Error(`node ${op.id} is there already`);
        this.nodes.set(op.id, node);
        this.place(node, op.parent, op.after);
        continue;
      }
      const node = this.nodes.get(op.id);
      if (!node) throw new Error(`${op.op} names node ${op.id}, which is not on the page`);
      if (op.op === "set") Object.assign(node, { kind: op.kind, props: decode(op.props) });
      else if (op.op === "value") node.value = op.value;
      else if (op.op === "move") this.place(node, op.parent, op.after);
      else if (op.op === "append") node.props[op.prop] = append(node.props[op.prop], op.value);
      else this.remove(node);
    }
  }

  private place(node: MirrorNode, parentId: number, after: number): void {
    if (node.parent) node.parent.children = node.parent.children.filter((child) => child !== node);
    const parent = this.nodes.get(parentId);
    if (!parent) throw new Error(`node ${node.id} goes into ${parentId}, which is not on the page`);
    const at = after === 0 ? 0 : parent.children.findIndex((child) => child.id === after) + 1;
    if (after !== 0 && at === 0) throw new Error(`node ${node.id} goes after ${after}, which is not in ${parentId}`);
    parent.children.splice(at, 0, node);
    node.parent = parent;
  }

  private remove(node: MirrorNode): void {
    if (node.parent) node.parent.children = node.parent.children.filter((child) => child !== node);
    const forget = (one: MirrorNode) => {
      this.nodes.delete(one.id);
      for (const child of one.children) forget(child);
    };
    forget(node);
  }
}

function append(before: unknown, more: unknown): unknown {
  if (typeof before === "string") return before + String(more);
  if (Array.isArray(before) && Array.isArray(more)) return [...before, ...more];
  throw new Error("only text and lists can be appended to");
}
