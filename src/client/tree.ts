import { decode } from "../protocol/codec.ts";
import { type Op, ROOT, type WireValue } from "../protocol/messages.ts";

/** A node as the page holds it; a changed node is another object. */
export interface TreeNode {
  readonly id: number;
  readonly parent: number;
  readonly kind: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly children: readonly number[];
}

/** What the tree tells of widgets: values the server sent, and which widgets are still on screen. */
export interface WidgetSink {
  receive(widget: string, value: WireValue, seq: number, snapshot: boolean): void;
  /** Widgets whose last node left the screen. */
  gone(widgets: string[]): void;
}

export interface Tree {
  readonly revision: number;
  node(id: number): TreeNode | undefined;
  subscribe(id: number, listener: () => void): () => void;
  /** True while the run in progress, a slow one, has not drawn the node again. */
  isStale(id: number): boolean;
  /** Applies all operations, then tells the listeners once; false when it does not fit this revision. */
  apply(patch: { from: number; revision: number; ops: Op[] }): boolean;
  /** A run began or ended: nothing is stale any more. */
  refresh(): void;
}

const widgetOf = (node: TreeNode | undefined) => (node?.props.widget as { id?: string } | undefined)?.id;

/** Holds the nodes of the screen and tells views of the ones that changed. */
export function createTree(widgets: WidgetSink): Tree {
  const nodes = new Map<number, TreeNode>();
  const listeners = new Map<number, Set<() => void>>();
  let stale = new Set<number>();
  const owners = new Map<string, number>();
  let revision = 0;
  let dirty = new Set<number>();
  let left = new Set<string>();
  /** Blocks whose list of children was already copied for this patch, and may be changed in place. */
  let drafts = new Map<number, number[]>();

  const put = (node: TreeNode) => {
    nodes.set(node.id, node);
    dirty.add(node.id);
  };
  const own = (node: TreeNode, delta: 1 | -1) => {
    const widget = widgetOf(node);
    if (widget === undefined) return;
    const count = (owners.get(widget) ?? 0) + delta;
    if (count > 0) owners.set(widget, count);
    else {
      owners.delete(widget);
      left.add(widget);
    }
  };
  const childrenOf = (holder: TreeNode): number[] => {
    const known = drafts.get(holder.id);
    if (known && known === holder.children) return known;
    const children = [...holder.children];
    drafts.set(holder.id, children);
    put({ ...holder, children });
    return children;
  };
  const link = (id: number, parent: number, after: number) => {
    const holder = nodes.get(parent);
    if (!holder) return;
    const children = childrenOf(holder);
    if (after !== 0 && children.at(-1) === after) children.push(id);
    else children.splice(after === 0 ? 0 : children.indexOf(after) + 1 || children.length, 0, id);
  };
  const unlink = (node: TreeNode) => {
    const holder = nodes.get(node.parent);
    if (!holder) return;
    const children = childrenOf(holder);
    const at = children.lastIndexOf(node.id);
    if (at >= 0) children.splice(at, 1);
  };
  const drop = (id: number) => {
    const node = nodes.get(id);
    if (!node) return;
    for (const child of node.children) drop(child);
    own(node, -1);
    nodes.delete(id);
    dirty.add(id);
  };
  const reset = () => {
    for (const id of nodes.keys()) dirty.add(id);
    for (const node of nodes.values()) own(node, -1);
    nodes.clear();
    stale.clear();
    for (const [name, id] of Object.entries(ROOT)) put({ id, parent: 0, kind: `root:${name}`, props: {}, children: [] });
  };

  const markStale = (ids: Iterable<number>) => {
    const before = stale;
    stale = new Set(ids);
    for (const id of before) if (!stale.has(id)) dirty.add(id);
    for (const id of stale) if (!before.has(id)) dirty.add(id);
  };

  const apply = (op: Op, snapshot: boolean): void => {
    if (op.op === "stale") return markStale(op.ids);
    const node = nodes.get(op.id);
    switch (op.op) {
      case "insert": {
        if (node) {
          unlink(node);
          drop(op.id);
        }
        const created = { id: op.id, parent: op.parent, kind: op.kind, props: readProps(op.props), children: [] };
        put(created);
        own(created, 1);
        return link(op.id, op.parent, op.after);
      }
      case "set": {
        if (!node) return;
        const changed = { ...node, kind: op.kind, props: readProps(op.props) };
        own(changed, 1);
        own(node, -1);
        return put(changed);
      }
      case "value": {
        const widget = widgetOf(node);
        if (widget !== undefined) widgets.receive(widget, op.value, op.seq, snapshot);
        return;
      }
      case "append":
        if (node) put({ ...node, props: { ...node.props, [op.prop]: grown(node.props[op.prop], op.value) } });
        return;
      case "move":
        if (!node) return;
        unlink(node);
        put({ ...node, parent: op.parent });
        return link(op.id, op.parent, op.after);
      case "remove":
        if (!node) return;
        unlink(node);
        return drop(op.id);
      default:
        op satisfies never;
    }
  };

  const tell = () => {
    const changed = dirty;
    drafts = new Map();
    dirty = new Set();
    for (const id of changed) for (const listener of [...(listeners.get(id) ?? [])]) listener();
    const gone = [...left].filter((widget) => !owners.has(widget));
    left = new Set();
    if (gone.length > 0) widgets.gone(gone);
  };
  reset();
  dirty = new Set();
  return {
    get revision() {
      return revision;
    },
    node: (id) => nodes.get(id),
    subscribe(id, listener) {
      const set = listeners.get(id) ?? new Set();
      listeners.set(id, set.add(listener));
      return () => {
        set.delete(listener);
        if (set.size === 0 && listeners.get(id) === set) listeners.delete(id);
      };
    },
    isStale: (id) => stale.has(id),
    apply(patch) {
      if (patch.from !== 0 && patch.from !== revision) return false;
      if (patch.from === 0) reset();
      for (const op of patch.ops) apply(op, patch.from === 0);
      revision = patch.revision;
      tell();
      return true;
    },
    refresh() {
      markStale([]);
      tell();
    },
  };
}

function readProps(bytes: Uint8Array): Record<string, unknown> {
  const props = decode(bytes);
  return (typeof props === "object" && props !== null ? props : {}) as Record<string, unknown>;
}

/** A prop with more at its end: text, a list, or columns of lists. */
function grown(before: unknown, more: unknown): unknown {
  if (typeof before === "string") return before + String(more);
  if (Array.isArray(before) && Array.isArray(more)) return [...before, ...more];
  if (before && more && typeof before === "object" && typeof more === "object") {
    const columns = Object.entries(more).map(([name, part]) => [name, grown((before as Record<string, unknown>)[name], part)]);
    return { ...before, ...Object.fromEntries(columns) };
  }
  return before === undefined ? more : before;
}
