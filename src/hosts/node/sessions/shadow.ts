import type { SnapshotNode } from "../../../engine/host.ts";
import { decode, encode } from "../../../protocol/codec.ts";
import { type Op, ROOT, type ToClient, type WireValue } from "../../../protocol/messages.ts";

type Patch = Extract<ToClient, { type: "patch" }>;

interface ShadowNode {
  readonly id: number;
  kind: string;
  props: Uint8Array;
  value: { value: WireValue; seq: number } | undefined;
  appended: { prop: string; value: unknown }[] | undefined;
  parent: ShadowNode | undefined;
  previous: ShadowNode | undefined;
  next: ShadowNode | undefined;
  first: ShadowNode | undefined;
  last: ShadowNode | undefined;
}

/** The screen of one session as its page should show it, kept without decoding anything an element says. */
export interface Shadow {
  readonly revision: number;
  /** Takes up a patch. `bytes` is its encoded form, kept for pages that missed it. */
  apply(patch: Patch, bytes: Uint8Array): void;
  /** Encoded patches that lead from `revision` to now, or undefined when too much was forgotten. */
  since(revision: number): Uint8Array[] | undefined;
  /** Props of the node that a widget stands in. */
  propsOf(widget: string): Record<string, unknown> | undefined;
  /** Everything, as one patch from nothing. */
  snapshot(reported?: (widget: string) => { value: WireValue; seq: number } | undefined): Patch;
  /** Ids of the widgets on it. */
  widgets(): Set<string>;
  /** Everything, for an engine that takes over. */
  nodes(): SnapshotNode[];
}

const NOTHING = encode(undefined);

function createNode(id: number, kind: string, props: Uint8Array): ShadowNode {
  return {
    id,
    kind,
    props,
    value: undefined,
    appended: undefined,
    parent: undefined,
    previous: undefined,
    next: undefined,
    first: undefined,
    last: undefined,
  };
}

function widgetOf(props: Uint8Array): string | undefined {
  return (decode(props) as { widget?: { id: string } } | undefined)?.widget?.id;
}

function detach(node: ShadowNode): void {
  const { parent, previous, next } = node;
  if (previous) previous.next = next;
  else if (parent) parent.first = next;
  if (next) next.previous = previous;
  else if (parent) parent.last = previous;
  node.parent = node.previous = node.next = undefined;
}

function attach(node: ShadowNode, parent: ShadowNode, after: ShadowNode | undefined): void {
  const next = after ? after.next : parent.first;
  node.parent = parent;
  node.previous = after;
  node.next = next;
  if (after) after.next = node;
  else parent.first = node;
  if (next) next.previous = node;
  else parent.last = node;
}

/** The node after this one in document order. */
function following(node: ShadowNode): ShadowNode | undefined {
  if (node.first) return node.first;
  let at: ShadowNode | undefined = node;
  while (at && !at.next) at = at.parent;
  return at?.next;
}

function append(node: ShadowNode, prop: string, value: unknown): void {
  const appended = (node.appended ??= []);
  const last = appended.at(-1);
  if (last?.prop === prop && typeof last.value === "string" && typeof value === "string") last.value += value;
  else if (last?.prop === prop && Array.isArray(last.value) && Array.isArray(value)) for (const entry of value) last.value.push(entry);
  else appended.push({ prop, value });
}

/** Patches of late, so that a page which was away for a moment gets only what it missed. */
function createLog(limit: number) {
  let entries: { from: number; bytes: Uint8Array }[] = [];
  let size = 0;
  return {
    add(from: number, bytes: Uint8Array) {
      if (from === 0 || bytes.byteLength > limit) {
        [entries, size] = [[], 0];
        return;
      }
      entries.push({ from, bytes });
      size += bytes.byteLength;
      while (size > limit) size -= entries.shift()?.bytes.byteLength ?? 0;
    },
    from(revision: number): Uint8Array[] | undefined {
      const start = entries.findIndex((entry) => entry.from === revision);
      return start < 0 ? undefined : entries.slice(start).map(({ bytes }) => bytes);
    },
  };
}

/**
 * Keeps the screen of a session on the network side.
 *
 * @param logLimit Bytes of recent patches to remember. Default 64 KiB.
 * @example const shadow = createShadow(); shadow.apply(patch, bytes); shadow.snapshot();
 */
export function createShadow(logLimit = 65_536): Shadow {
  const byId = new Map<number, ShadowNode>();
  const log = createLog(logLimit);
  let revision = 0;

  const reset = (): void => {
    byId.clear();
    for (const [name, id] of Object.entries(ROOT)) byId.set(id, createNode(id, `root:${name}`, NOTHING));
  };
  reset();

  const get = (id: number, op: string): ShadowNode => {
    const node = byId.get(id);
    if (!node) throw new Error(`A patch wants to ${op} node ${id}, which the screen does not have.`);
    return node;
  };

  const forget = (node: ShadowNode): void => {
    byId.delete(node.id);
    for (let child = node.first; child; child = child.next) forget(child);
  };

  const place = (node: ShadowNode, parent: number, after: number, op: string): void => attach(node, get(parent, op), after === 0 ? undefined : get(after, op));

  const apply = (op: Op): void => {
    if (op.op === "stale") return;
    if (op.op === "insert") {
      const node = createNode(op.id, op.kind, op.props);
      place(node, op.parent, op.after, "insert beside");
      byId.set(op.id, node);
      return;
    }
    const node = get(op.id, op.op);
    if (op.op === "set") {
      node.kind = op.kind;
      node.props = op.props;
      node.appended = undefined;
    } else if (op.op === "value") node.value = { value: op.value, seq: op.seq };
    else if (op.op === "append") append(node, op.prop, op.value);
    else {
      detach(node);
      if (op.op === "move") place(node, op.parent, op.after, "move beside");
      else forget(node);
    }
  };

  const documentOrder = function* (): Generator<ShadowNode> {
    for (const id of Object.values(ROOT)) {
      const root = byId.get(id);
      for (let node = root?.first; node; node = following(node)) yield node;
    }
  };

  return {
    get revision() {
      return revision;
    },
    apply(patch, bytes) {
      if (patch.from === 0) reset();
      for (const op of patch.ops) apply(op);
      revision = patch.revision;
      log.add(patch.from, bytes);
    },
    propsOf(widget) {
      for (const { props } of documentOrder()) {
        const read = decode(props) as { widget?: { id: string } } | undefined;
        if (read?.widget?.id === widget) return read;
      }
      return undefined;
    },
    since: (from) => (from === revision ? [] : log.from(from)),
    snapshot(reported) {
      const ops: Op[] = [];
      for (const node of documentOrder()) {
        const { id, kind, props } = node;
        ops.push({ op: "insert", id, parent: node.parent?.id ?? ROOT.main, after: node.previous?.id ?? 0, kind, props });
        for (const { prop, value } of node.appended ?? []) ops.push({ op: "append", id, prop, value });
        if (!node.value) continue;
        // What a person did is known to their page, so the engine does not say it again; a new page has to be told.
        const widget = widgetOf(props);
        const newer = widget === undefined ? undefined : reported?.(widget);
        ops.push({ op: "value", id, ...(newer && newer.seq > node.value.seq ? newer : node.value) });
      }
      return { type: "patch", from: 0, revision, ops };
    },
    widgets: () => new Set([...documentOrder()].flatMap(({ props }) => widgetOf(props) ?? [])),
    nodes: () =>
      // What was appended is not in the props: none at all make the engine send such a node anew.
      [...documentOrder()].map((node) => ({
        id: node.id,
        parent: node.parent?.id ?? ROOT.main,
        kind: node.kind,
        props: node.appended ? NOTHING : node.props,
      })),
  };
}

/** Decodes a message of an engine; byte arrays in small ones look into the message itself. */
export function readMessage(bytes: Uint8Array): ToClient {
  return decode(bytes, { views: bytes.byteLength <= 65_536 }) as ToClient;
}
