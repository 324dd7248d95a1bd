import type { EngineCore } from "../engine.ts";
import { Block, Node } from "../screen/node.ts";
import { Payload } from "../screen/payloads.ts";
import type { Drawn } from "./recording.ts";

/** A drawn node as plain data. */
interface PackedNode {
  kind: string;
  bytes: Uint8Array;
  ident: string | undefined;
  form: string | undefined;
  payloads: { hash: string; bytes: Uint8Array }[];
  /** Only blocks have it. */
  children: PackedNode[] | undefined;
}

/** Plain data for what a cached function drew, big values included. */
export function packDrawn(drawn: Drawn | undefined, core: EngineCore): unknown {
  const pack = (node: Node): PackedNode => ({
    kind: node.kind,
    bytes: node.bytes,
    ident: node.ident,
    form: node instanceof Block ? node.form : undefined,
    payloads: (core.payloads.of(node.bytes) ?? []).map(({ hash, bytes }) => ({ hash, bytes })),
    children: node instanceof Block ? node.drawn.map(pack) : undefined,
  });
  return drawn && mapValues(drawn, pack);
}

export function unpackDrawn(packed: unknown, core: EngineCore): Drawn | undefined {
  if (packed === undefined) return undefined;
  const unpack = ({ kind, bytes, ident, form, payloads, children }: PackedNode): Node => {
    if (payloads.length > 0)
      core.payloads.tie(
        bytes,
        payloads.map((one) => new Payload(one.hash, one.bytes)),
      );
    if (children === undefined) return new Node(kind, bytes, ident);
    const block = new Block(kind, bytes, ident);
    block.form = form;
    for (const child of children) block.draw(unpack(child));
    return block;
  };
  return mapValues(packed as Record<string, PackedNode[]>, unpack);
}

const mapValues = <A, B>(lists: Readonly<Record<string, readonly A[]>>, one: (value: A) => B): Record<string, B[]> =>
  Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.map(one)]));
