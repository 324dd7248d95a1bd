import type { Op } from "../../protocol/messages.ts";
import { Block, type Node } from "./node.ts";

/** Where the operations of one flush go, and who hands out numbers. */
export interface Wire {
  ops: Op[];
  newId(): number;
  /** Tells the page what a widget stands at, unless it knows. */
  value(node: Node, isNew: boolean): void;
  /** A node, and all below it, has left the page. */
  left(node: Node): void;
}

/**
 * Brings what was drawn into `block` since the last time to the page.
 * With `final`, whatever is left of earlier runs goes; without, it stays until somebody claims it.
 */
export function reconcile(block: Block, wire: Wire, final: boolean): void {
  if (block.swaps) swap(block, block.swaps, wire);
  if (block.met < block.drawn.length || (final && block.old.length > 0)) match(block, wire, final);
  block.dirty = false;
  for (const node of block.drawn) if (node instanceof Block && (final || node.dirty)) reconcile(node, wire, final);
}

/** The common case, nothing or little has changed: both lists agree from the start. */
function match(block: Block, wire: Wire, final: boolean): void {
  const { drawn, old } = block;
  const from = block.met;
  const most = Math.min(drawn.length - from, old.length);
  let n = 0;
  while (n < most && isSame(drawn[from + n] as Node, old[n] as Node)) {
    take(drawn[from + n] as Node, old[n] as Node, wire);
    n += 1;
  }
  block.met = from + n;
  if (n > 0) block.old = n === old.length ? [] : old.slice(n);
  if (block.met < drawn.length || (final && block.old.length > 0)) matchRest(block, wire, final);
}

function matchRest(block: Block, wire: Wire, final: boolean): void {
  const { drawn, old } = block;
  const tail = final ? commonTail(drawn, old, block.met) : 0;
  const news = drawn.slice(block.met, drawn.length - tail);
  const rest = tail > 0 ? old.slice(0, old.length - tail) : old;
  const claims = claim(news, rest);
  const claimed = new Set(claims);
  const spare = rest.filter((_, at) => !claimed.has(at));
  if (final) for (const node of spare) remove(node, wire);
  let after = block.met > 0 ? (drawn[block.met - 1] as Node).wireId : 0;
  let reached = -1;
  for (const [i, node] of news.entries()) {
    const at = claims[i] as number;
    if (at < 0) insert(node, block, after, wire);
    else {
      const was = rest[at] as Node;
      take(node, was, wire);
      if (at < reached || was.passed) wire.ops.push({ op: "move", id: node.wireId, parent: block.wireId, after });
      reached = Math.max(reached, at);
    }
    after = node.wireId;
  }
  for (let i = tail; i > 0; i -= 1) take(drawn[drawn.length - i] as Node, old[old.length - i] as Node, wire);
  for (let at = 0; at < reached; at += 1) (rest[at] as Node).passed = true;
  block.old = final ? [] : spare;
  block.met = drawn.length;
}

function commonTail(drawn: Node[], old: Node[], met: number): number {
  const most = Math.min(drawn.length - met, old.length);
  let tail = 0;
  while (tail < most && isSame(drawn[drawn.length - 1 - tail] as Node, old[old.length - 1 - tail] as Node)) tail += 1;
  return tail;
}

/** For each new node the place of the old one it stands for, or -1. */
function claim(news: readonly Node[], rest: readonly Node[]): number[] {
  const claims = new Array<number>(news.length).fill(-1);
  const taken = new Uint8Array(rest.length);
  claimAlike(news, rest, claims, taken);
  claimInPlace(news, rest, claims, taken);
  return claims;
}

/** First whoever is certainly the same: by identity, else by equal content, keeping the order. */
function claimAlike(news: readonly Node[], rest: readonly Node[], claims: number[], taken: Uint8Array): void {
  const byIdent = new Map<string, number>();
  const byContent = new Map<string, number[]>();
  for (const [at, node] of rest.entries()) {
    if (node.ident !== undefined) byIdent.set(`${node.kind}\n${node.ident}`, at);
    else {
      const content = contentOf(node);
      const same = byContent.get(content);
      if (same) same.push(at);
      else byContent.set(content, [at]);
    }
  }
  let reached = -1;
  for (const [i, node] of news.entries()) {
    let at = -1;
    if (node.ident !== undefined) at = byIdent.get(`${node.kind}\n${node.ident}`) ?? -1;
    else {
      const same = byContent.get(contentOf(node));
      while (same && same.length > 0 && at < 0) {
        const next = same.shift() as number;
        if (next > reached) at = next;
      }
      if (at >= 0) reached = at;
    }
    if (at < 0 || taken[at]) continue;
    claims[i] = at;
    taken[at] = 1;
  }
}

/** How many old nodes are looked at for one that a new node without identity may have been. */
const LOOK_AHEAD = 32;

/** Then, between those, the next old node of the same kind is the one that changed. */
function claimInPlace(news: readonly Node[], rest: readonly Node[], claims: number[], taken: Uint8Array): void {
  const limits = nextClaims(claims, rest.length);
  let at = 0;
  for (const [i, node] of news.entries()) {
    const own = claims[i] as number;
    if (own >= 0) {
      at = Math.max(at, own + 1);
      continue;
    }
    if (node.ident !== undefined) continue;
    const end = Math.min(limits[i] as number, at + LOOK_AHEAD);
    for (let candidate = at; candidate < end; candidate += 1) {
      const was = rest[candidate] as Node;
      if (taken[candidate] || was.kind !== node.kind || was.ident !== undefined || was.passed) continue;
      claims[i] = candidate;
      taken[candidate] = 1;
      at = candidate + 1;
      break;
    }
  }
}

/** For each new node the place of the old one that a later new node has claimed: nothing beyond it comes before. */
function nextClaims(claims: readonly number[], most: number): number[] {
  const limits = new Array<number>(claims.length).fill(most);
  let limit = most;
  for (let i = claims.length - 1; i >= 0; i -= 1) {
    limits[i] = limit;
    const own = claims[i] as number;
    if (own >= 0) limit = own;
  }
  return limits;
}

function isSame(node: Node, was: Node): boolean {
  return node.kind === was.kind && node.ident === was.ident && !was.passed && (node.ident !== undefined || isEqual(node.bytes, was.bytes));
}

export function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

/** Cheap text that is equal for equal nodes and nearly always differs for others (FNV-1a). */
function contentOf(node: Node): string {
  let hash = 0x811c9dc5;
  for (const byte of node.bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return `${node.kind}\n${node.bytes.length}\n${hash}`;
}

function take(node: Node, was: Node, wire: Wire): void {
  node.wireId = was.wireId;
  if (!isEqual(node.bytes, was.bytes)) wire.ops.push({ op: "set", id: node.wireId, kind: node.kind, props: node.bytes });
  else node.bytes = was.bytes;
  if (node.hasValue) wire.value(node, false);
  if (node instanceof Block && was instanceof Block) {
    // What the page holds of `was`: nodes its own run drew and brought there, then what that run had not claimed.
    node.old = node === was ? node.old : was.onPage();
    node.dirty = true;
  }
}

/** Brings replaced nodes to the page: in place where the kind is the same, else anew. */
function swap(block: Block, swaps: Map<number, Node>, wire: Wire): void {
  block.swaps = undefined;
  for (const [at, was] of swaps) {
    const node = block.drawn[at] as Node;
    if (node === was) continue;
    if (node.kind === was.kind && node.ident === was.ident) {
      take(node, was, wire);
      continue;
    }
    insert(node, block, was.wireId, wire);
    remove(was, wire);
  }
}

function insert(node: Node, block: Block, after: number, wire: Wire): void {
  node.wireId = wire.newId();
  wire.ops.push({ op: "insert", id: node.wireId, parent: block.wireId, after, kind: node.kind, props: node.bytes });
  if (node.hasValue) wire.value(node, true);
  if (node instanceof Block) node.dirty = true;
}

/** Takes from the page what earlier runs left there and nobody has claimed yet, where `goes` says so. */
export function removeOld(block: Block, goes: (node: Node) => boolean, wire: Wire): void {
  if (block.old.length > 0) block.old = block.old.filter((node) => stays(node, goes, wire));
  for (const node of block.drawn) if (node instanceof Block) removeOld(node, goes, wire);
}

function stays(node: Node, goes: (node: Node) => boolean, wire: Wire): boolean {
  if (goes(node)) {
    remove(node, wire);
    return false;
  }
  if (node instanceof Block) {
    // No run draws into it any more: all it holds is left over.
    node.restart();
    removeOld(node, goes, wire);
  }
  return true;
}

function remove(node: Node, wire: Wire): void {
  wire.ops.push({ op: "remove", id: node.wireId });
  wire.left(node);
}
